"""Puts back what is missing from a board, on the same exactly-once way by which it was made.

What people wrote is never touched. What is put back hides nothing (`covering`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace

from board_templates.plan import Plan, PlannedItem
from miro_client import errors as miro
from miro_client.bodies.places import Position
from miro_client.client import MiroClient
from workshops.building import attach_key, item_keys, tag_key
from workshops.connecting import Connect
from workshops.covering import LOOSE
from workshops.errors import BoardUnread
from workshops.findings import Board
from workshops.finishing import Finish
from workshops.looking import Eyes, RestlessBoardError
from workshops.miro_errors import meant
from workshops.people import People
from workshops.plan_json import plan_from_json
from workshops.ports import Sleep, Store
from workshops.progress import Progress
from workshops.records import WorkshopRecord


class Repair:
    """Forgets what is certainly gone, lets it be made again, and brings our strays back."""

    def __init__(
        self, *, store: Store, people: People, connect: Connect, finish: Finish, sleep: Sleep
    ) -> None:
        self._store = store
        self._people = people
        self._connect = connect
        self._finish = finish
        self._sleep = sleep

    def run(
        self,
        workshop: WorkshopRecord,
        board: Board,
        keys: Collection[str],
        progress: Progress,
        wanted: Callable[[], bool],
    ) -> tuple[str, ...]:
        """Put back the planned keys that are still missing when it looks itself; return them.

        Raises what making a board raises; the workshop is then unfinished, and resumed as any.
        """
        plan = plan_from_json(workshop.plan)
        missing = self._still_missing(workshop, plan, keys)
        again = with_what_hangs_on(plan, missing)
        self._cut_loose(workshop, plan, again - missing)
        self._store.ledger.forget(workshop.id, again)
        self._finish.run(
            replace(workshop, invite=()),  # they were invited when it was made
            progress=progress,
            wanted=wanted,
        )
        self._bring_back(workshop, plan, board)
        return tuple(key for key in (*item_keys(plan), *_others(plan)) if key in again)

    def _cut_loose(self, workshop: WorkshopRecord, plan: Plan, hanging: Collection[str]) -> None:
        """Delete our lines that lead to something gone: they are drawn again to what replaces it.

        What Miro does with a line whose end is deleted is not known (fact sheet, connectors).
        """
        made = self._store.ledger.items(workshop.id)
        lines = [made[link.key] for link in plan.links if link.key in hanging and link.key in made]
        if not lines:
            return
        with meant(board=workshop.board_id), self._client(workshop) as client:
            for line in lines:
                with suppress(miro.NotFound):
                    client.connectors.delete(str(workshop.board_id), line)

    def _still_missing(
        self, workshop: WorkshopRecord, plan: Plan, keys: Collection[str]
    ) -> frozenset[str]:
        """Look once more until two readings agree, for what is forgotten is made again."""
        if not keys:
            return frozenset()
        made = self._store.ledger.items(workshop.id)
        board = str(workshop.board_id)
        try:
            with meant(board=board), self._client(workshop) as client:
                eyes = Eyes(client, board, self._sleep)
                there = {one.id for one in eyes.items()}
                there |= {one.id for one in eyes.connectors()} if plan.links else set()
                there |= {one.id for one in eyes.tags()} if plan.tags else set()
        except RestlessBoardError as error:
            command = f"koosloome board check {workshop.id} --repair"
            raise BoardUnread(workshop=workshop.id, command=command) from error
        return frozenset(key for key in keys if made.get(key) not in there)

    def _bring_back(self, workshop: WorkshopRecord, plan: Plan, board: Board) -> None:
        """Put our backgrounds that lost their frame back into it; people's things stay."""
        made = self._store.ledger.items(workshop.id)
        frames = {frame.key: frame for frame in plan.frames}
        with meant(board=workshop.board_id), self._client(workshop) as client:
            for item in _strays(plan, board, made):
                frame = frames[item.frame or ""]
                centre = item.box.centre
                place = Position(centre.x - frame.box.x, centre.y - frame.box.y)
                with suppress(miro.NotFound):  # deleted just now; the next check says so
                    client.items.reparent(
                        str(workshop.board_id), made[item.key], made[frame.key], place
                    )

    def _client(self, workshop: WorkshopRecord) -> MiroClient:
        return self._connect(self._people.get(workshop.account))


def with_what_hangs_on(plan: Plan, missing: Collection[str]) -> frozenset[str]:
    """Return the missing keys and those that went with them: lines to them, tags on them."""
    lines = {link.key for link in plan.links if {link.start, link.end} & set(missing)}
    tags = {
        attach_key(item, tag)
        for item in plan.items
        for tag in plan.tags
        if item.key in missing or tag_key(tag) in missing
    }
    return frozenset({*missing, *lines, *tags})


def _strays(plan: Plan, board: Board, made: dict[str, str]) -> list[PlannedItem]:
    """Return our backgrounds that are there but not in their frame, which is there now."""
    return [
        item
        for item in plan.items
        if item.role not in LOOSE
        and item.frame in made
        and (live := board.live(item.key)) is not None
        and live.frame != made[item.frame or ""]
    ]


def _others(plan: Plan) -> tuple[str, ...]:
    return (*(link.key for link in plan.links), *(tag_key(tag) for tag in plan.tags))
