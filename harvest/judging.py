"""A snapshot with every item placed, judged and, where it counts, made a note; not yet numbered.

Reading a board and cutting what must not be stored both begin here, so they agree on what counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from board_templates.method import Method
from board_templates.shared_texts import SharedTexts
from harvest.counted import Counting
from harvest.first_places import first_places
from harvest.items import LiveItem
from harvest.placed import PlacedNote
from harvest.placing.board import LiveBoard, Place, Planned, live_board
from harvest.placing.by_colour import with_colours
from harvest.roles import Roles, Verdict
from harvest.rules import Rules, rules_of
from harvest.snapshot import Snapshot, SnapshotGroup
from harvest.tags_known import known_tags


class Judged(NamedTuple):
    """An item, where it is, what it is, and the note it makes when it counts."""

    item: LiveItem
    place: Place
    verdict: Verdict
    note: PlacedNote | None


@dataclass(frozen=True)
class JudgedBoard:
    """A recognised board and the judgement on each of its items."""

    board: LiveBoard
    rules: Rules
    items: tuple[Judged, ...]

    @property
    def notes(self) -> Iterable[PlacedNote]:
        """The notes, without numbers, in the order of the listing."""
        return (judged.note for judged in self.items if judged.note is not None)


def judge(
    method: Method | None,
    shared: SharedTexts,
    planned: Planned,
    snapshot: Snapshot,
    earlier: Sequence[Snapshot] = (),
) -> JudgedBoard:
    """Return the judgement on every item of a snapshot.

    Raises:
        FaultyHarvest: when a condition of the method's zones cannot be evaluated.
    """
    board = live_board(snapshot, planned)
    rules = rules_of(method, shared, board.scene.plan.brief)
    roles = Roles(board, rules)
    placed = with_colours(board, rules, _placed(board))
    found = [(item, place, roles.of(item, place)) for item, place in placed]
    wanted = {item.id for item, _, verdict in found if verdict.aside is None}
    counting = Counting(
        board,
        rules,
        known_tags(shared, (board.scene.plan, *planned.twins)),
        first_places(earlier, planned, wanted),
        _bundles(snapshot.groups),
    )
    return JudgedBoard(
        board,
        rules,
        tuple(
            Judged(
                item, place, verdict, None if verdict.aside else counting.note(item, verdict, place)
            )
            for item, place, verdict in found
        ),
    )


def _placed(board: LiveBoard) -> Iterable[tuple[LiveItem, Place]]:
    return ((item, board.place(item)) for item in board.scene.items)


def _bundles(groups: Iterable[SnapshotGroup]) -> Mapping[str, str]:
    """Return the group of each item; of several the last one, which Miro does not allow anyway."""
    return {item: group.id for group in groups for item in group.items}
