"""Where earlier snapshots hold a note: its first zone, the group it came from, the way it took."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from board_templates.geometry import Point
from board_templates.plan import PlannedItem, Role
from harvest.items import LiveItem
from harvest.placed import Passed
from harvest.placing.board import LiveBoard, Place, Planned, live_board
from harvest.snapshot import Snapshot

_NAMES_OF_GROUP: Final = ("group", "g")
_HANDED_OUT: Final = "carrier"


@dataclass(frozen=True, slots=True)
class FirstPlace:
    """A zone's key and the number of a working group, null when the place tells none.

    `passed` are all zones it lay in, the latest last.
    """

    zone: str
    group: str | None
    passed: tuple[Passed, ...] = ()


def first_places(
    earlier: Iterable[Snapshot], planned: Planned, wanted: Collection[str]
) -> Mapping[str, FirstPlace]:
    """Return the first zone of each item in the earliest snapshot that holds it written.

    An empty note in a stack has no place of its own yet; what lay outside all zones is asked of
    the next snapshot.

    Args:
        earlier: Checkpoints, in any order.
        planned: What the board is read against; nothing assigned by hand then counts for then.
        wanted: The ids of the items in question.
    """
    found: dict[str, FirstPlace] = {}
    then = replace(planned, assigned={})
    for snapshot in sorted(earlier, key=lambda snapshot: snapshot.taken_at):
        board = live_board(snapshot, then)
        for item in board.scene.items:
            if item.id not in wanted or not _is_written(item, board):
                continue
            place = board.place(item)
            if place.zone is not None:
                first = found.get(item.id) or FirstPlace(place.zone, group_of_place(board, place))
                found[item.id] = replace(
                    first, passed=(*first.passed, *_passed(board, item, place.zone))
                )
    return found


def _passed(board: LiveBoard, item: LiveItem, key: str) -> Iterator[Passed]:
    """Yield where in its zone an item lies; shares stay true when a board was moved since."""
    box, centre = board.zones[key].box, item.centre
    if centre is not None and box.area > 0:
        yield Passed(key, Point((centre.x - box.x) / box.width, (centre.y - box.y) / box.height))


def group_of_place(board: LiveBoard, place: Place) -> str | None:
    """Return the working group whose frame or zone a place is, null when it is nobody's.

    A group that is the only one is everybody.
    """
    zone, frame = board.zones.get(place.zone or ""), board.frames.get(place.frame or "")
    for bindings in (frame.plan.place if frame else {}, zone.plan.bindings if zone else {}):
        for name in _NAMES_OF_GROUP:
            if isinstance(bindings.get(name), int) and bindings.get(f"{name}_count") != 1:
                return str(bindings[name])
    return None


def planned_first(board: LiveBoard, planned: PlannedItem) -> str | None:
    """Return the zone a carrier was put into, unless that zone only hands carriers out."""
    zone = board.zones.get(planned.zone or "")
    if zone is None or planned.role is not Role.CARRIER:
        return None
    return None if zone.plan.colour == _HANDED_OUT else zone.plan.key


def _is_written(item: LiveItem, board: LiveBoard) -> bool:
    if item.empty or not item.written_on:
        return False
    planned = board.planned(item)
    if planned is None or planned.role not in {Role.PROMPT, Role.EXAMPLE}:
        return True
    return item.folded not in board.scene.words.get(planned.key, ())
