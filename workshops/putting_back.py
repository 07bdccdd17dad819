"""Makes lost notes again over the ledger, the way a board is made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from board_templates.geometry import Box
from board_templates.plan import Plan, PlannedFrame, PlannedItem
from harvest.items import LiveItem, live_items
from harvest.snapshot import Snapshot
from miro_client.bodies.items import CardBody, ItemBody
from miro_client.client import MiroClient
from workshops.building import Ground, Operation, item_body, tag_key
from workshops.connecting import Connect
from workshops.lost_notes import PREFIX, Lost, Scenery, due_of, frame_boxes, plan_of, tags_of
from workshops.making import Maker
from workshops.metering import Meter
from workshops.people import People
from workshops.ports import Clock, Sleep, Store
from workshops.progress import Progress
from workshops.records import CallState, WorkshopRecord
from workshops.workbench import Workbench

OPEN = (CallState.SENT, CallState.UNKNOWN)


class PuttingBack:
    """Knows from the ledger what came back before, and makes what did not."""

    def __init__(
        self, *, store: Store, people: People, connect: Connect, clock: Clock, sleep: Sleep
    ) -> None:
        self._store = store
        self._people = people
        self._connect = connect
        self._clock = clock
        self._sleep = sleep

    def under_way(self, workshop: WorkshopRecord) -> set[str]:
        """Return the keys of notes whose making was interrupted."""
        calls = self._store.ledger.calls(workshop.id, OPEN)
        return {key for call in calls for key in call.keys if key.startswith(PREFIX)}

    def sorted_out(
        self, workshop: WorkshopRecord, lost: Iterable[Lost], there: Collection[str]
    ) -> tuple[list[Lost], list[Lost]]:
        """Return the notes to be made, and those that were made but not marked in full.

        A note is to be made when what came back for it before is gone as well.
        """
        made = self._store.ledger.items(workshop.id)
        gone, unmarked, forgotten = [], [], set[str]()
        for one in lost:
            keys = _chain(one.key, made)
            if made.get(keys[-1]) not in there:
                gone.append(one)
                ends = tuple(f":{key}" for key in keys)
                forgotten.update(keys, (key for key in made if key.endswith(ends)))
            elif keys == [one.key] and not _marked(one, made):
                unmarked.append(one)
        self._store.ledger.forget(workshop.id, forgotten)
        return gone, unmarked

    def stage(
        self, workshop: WorkshopRecord, plan: Plan, now: Snapshot, then: Sequence[Snapshot]
    ) -> Scenery:
        """Return where frames stood and where they are now; of snapshots the first counts."""
        made = self._store.ledger.items(workshop.id)
        before: dict[str, Box] = {}
        for snapshot in reversed(then):
            before.update(frame_boxes(plan, made, _by_id(snapshot)))
        return Scenery(
            plan=plan,
            then=before,
            now=frame_boxes(plan, made, _by_id(now)),
            origin=workshop.origin,
        )

    def make(
        self,
        workshop: WorkshopRecord,
        lost: Sequence[Lost],
        stage: Scenery,
        *,
        command: str,
        progress: Progress,
        wanted: Callable[[], bool],
    ) -> None:
        """Make the notes; whoever is stopped is told the command that goes on."""
        plan = plan_of(lost, stage)
        with self._connect(self._people.get(workshop.account), Meter(self._clock)) as client:
            self._know_tags(client, workshop, plan)
            bench = Workbench(
                workshop=workshop,
                plan=plan,
                description="",
                client=client,
                store=self._store,
                clock=self._clock,
                sleep=self._sleep,
                progress=progress,
                wanted=wanted,
                command=command,
                body=_bodies({one.key: one.item for one in lost}),
            )
            Maker(bench).make()

    def _know_tags(self, client: MiroClient, workshop: WorkshopRecord, plan: Plan) -> None:
        """Use the tags that are on the board: their titles are unique there."""
        there = {tag.title: tag.id for tag in client.tags.iterate(str(workshop.board_id))}
        ledger = self._store.ledger
        made = ledger.items(workshop.id)
        waiting = {key for call in ledger.calls(workshop.id, OPEN) for key in call.keys}
        for tag in plan.tags:
            key = tag_key(tag)
            if made.get(key) is not None and made[key] != there.get(tag.title):
                ledger.forget(workshop.id, [key])
            elif key in made:
                continue
            if tag.title in there and key not in waiting:
                now = datetime.fromtimestamp(self._clock.now(), UTC)
                call = ledger.open_call(workshop.id, Operation.TAG, (key,), now)
                ledger.settle(call, CallState.MADE, {key: there[tag.title]}, adopted=True)


def _chain(key: str, made: Mapping[str, str]) -> list[str]:
    """Return a note's key and that of what came back for it, as often as it did."""
    keys = [key]
    while (following := PREFIX + made.get(keys[-1], "")) in made:
        keys.append(following)
    return keys


def _marked(lost: Lost, made: Mapping[str, str]) -> bool:
    """Tell whether a note that came back carries all the tags it should."""
    carried = sum(key.startswith("attach:") and key.endswith(f":{lost.key}") for key in made)
    return carried >= len(tags_of(lost))


def _by_id(snapshot: Snapshot) -> dict[str, LiveItem]:
    return {item.id: item for item in live_items(snapshot)}


def _bodies(
    items: Mapping[str, LiveItem],
) -> Callable[[PlannedItem, Mapping[str, PlannedFrame], Ground], ItemBody]:
    """Return what gives the call of a note; a card keeps what a plan knows nothing of."""

    def body(item: PlannedItem, frames: Mapping[str, PlannedFrame], ground: Ground) -> ItemBody:
        usual = item_body(item, frames, ground)
        if not isinstance(usual, CardBody):
            return usual
        data = items[item.key].raw.data or {}
        described, assignee = data.get("description"), data.get("assigneeId")
        return replace(
            usual,
            description=described if isinstance(described, str) else None,
            due_date=due_of(items[item.key]),
            assignee_id=assignee if isinstance(assignee, str) else None,
        )

    return body
