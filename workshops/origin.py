"""Where a plan stands on a board that is there already: to the right of everything on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from board_templates.geometry import Box, Point
from miro_client.client import MiroClient
from miro_client.models.items import Item

GAP = 1000.0  # pixels; frames of one workshop stand 200 apart


@dataclass(frozen=True, slots=True)
class Room:
    """Free room on a board: where a plan's origin goes, and the newest item there before it."""

    origin: Point
    floor: str | None


def room_beside(items: Iterable[Item], ours: Iterable[Box] = ()) -> Room:
    """Return the room to the right of all items, level with the topmost frame.

    `ours` is where workshops of ours stand, whether their items are listed by now or not.
    """
    free = [item for item in items if item.parent_id is None]
    framed = [box for item in free if item.type == "frame" and (box := _box(item)) is not None]
    frames = [*framed, *ours]
    boxes = [*frames, *(box for item in free if (box := _box(item)) is not None)]
    newest = _newest(item.id for item in free)
    if not boxes:
        return Room(Point(0.0, 0.0), newest)
    right = max(box.right for box in boxes)
    top = min(box.y for box in (frames or boxes))
    return Room(Point(right + GAP, top), newest)


def find_room(
    client: MiroClient, board: str, *, ours: Iterable[Box] = (), made: Iterable[str] = ()
) -> Room:
    """Read a board and return the room beside what is there.

    `ours` is where workshops of ours stand and `made` what was made for them: a listing may show it
    only after a while.
    """
    items = list(client.items.iterate(board))
    room = room_beside(items, ours)
    return Room(room.origin, _newest([*(item.id for item in items), *made]))


def _box(item: Item) -> Box | None:
    place, size = item.position, item.geometry
    if place is None or place.x is None or place.y is None:
        return None
    width = (size.width if size else None) or 0.0
    height = (size.height if size else None) or 0.0
    return Box.around(Point(place.x, place.y), width, height)


def _newest(items: Iterable[str]) -> str | None:
    numbers = [int(item) for item in items if item.isdecimal()]
    return str(max(numbers)) if numbers else None
