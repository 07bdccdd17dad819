"""The items of a snapshot as they lie on the board: absolute place, plain text, colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from pydantic import JsonValue

from board_templates.geometry import Box, Point
from harvest.content import folded, plain_text, plain_title
from harvest.snapshot import Snapshot, SnapshotItem

FRAME: Final = "frame"
STICKY: Final = "sticky_note"
SHAPE: Final = "shape"
TEXT: Final = "text"
CARDS: Final = frozenset({"card", "app_card"})
WRITTEN_ON: Final = frozenset({STICKY, SHAPE, TEXT}) | CARDS
_CHILD: Final = "parent_top_left"
_Corner = tuple[float, float]
_ORIGIN: Final[_Corner] = (0.0, 0.0)
_FARTHEST: Final = 1e12  # beyond it no arithmetic on places is exact
# Sizes Miro gives where it sends none (fact sheet, section 4).
_USUAL: Final[Mapping[str, tuple[float, float]]] = {
    STICKY: (199.0, 228.0),
    "card": (320.0, 60.0),
    SHAPE: (100.0, 100.0),
    FRAME: (100.0, 100.0),
}


class LiveItem:
    """An item with what can be read off it, once for all: every step asks every item.

    `id` and `type` are Miro's. `box` and its middle `centre` are null when Miro told no place.
    `text` is what people read on it: of a card title and description, of a frame its title.
    `folded` is the text without spaces and case, for comparing. `colour` is the fill: a name for a
    sticky note, hex for anything else; null when transparent.
    """

    __slots__ = ("box", "centre", "colour", "folded", "frame", "id", "raw", "text", "type")

    def __init__(self, raw: SnapshotItem, box: Box | None, frame: str | None) -> None:
        self.raw, self.box, self.frame = raw, box, frame
        self.id, self.type = raw.id, raw.type
        self.centre: Point | None = None if box is None else box.centre
        self.text = _text(raw.type, raw.data or {})
        self.folded = folded(self.text)
        self.colour = _colour(raw.style or {})

    @property
    def written_on(self) -> bool:
        """Tell whether people can have written on it and REST shows what."""
        return self.type in WRITTEN_ON and self.raw.supported and self.raw.data is not None

    @property
    def empty(self) -> bool:
        """Tell whether nothing is written on it, and nothing was before texts were cut."""
        return not self.text and self.raw.removed is None

    @property
    def is_circle(self) -> bool:
        """Tell whether it is a round shape."""
        return self.type == SHAPE and (self.raw.data or {}).get("shape") == "circle"


def _colour(style: Mapping[str, JsonValue]) -> str | None:
    colour = style.get("fillColor") or style.get("cardTheme")
    if not isinstance(colour, str):
        return None
    opacity = style.get("fillOpacity")
    transparent = opacity is not None and number(opacity) == 0.0
    return None if transparent else colour.lower()


def number(value: JsonValue) -> float | None:
    """Return a number that Miro may have sent as text, null for anything that is not a place."""
    if value.__class__ is float and -_FARTHEST <= value <= _FARTHEST:  # nearly always
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except ValueError:
        return None
    return found if -_FARTHEST <= found <= _FARTHEST else None


def live_items(snapshot: Snapshot) -> tuple[LiveItem, ...]:
    """Return the items once each, in the order of the snapshot, children placed absolutely.

    A child's centre is measured from the top-left corner of its frame (`relativeTo` decides, as
    Miro's answers carry it). An item that two pages held counts once, as it was read last.
    """
    latest = {item.id: item for item in snapshot.items}
    parents = {item.id: _parent(item) for item in latest.values()}
    homes = {item.id: _home(item, parents[item.id]) for item in latest.values()}
    boxes: dict[str, Box | None] = {}
    for item in latest.values():
        _place(item, latest, homes, boxes)
    return tuple(LiveItem(item, boxes[item.id], parents[item.id]) for item in latest.values())


def frames_among(items: Iterable[LiveItem]) -> tuple[LiveItem, ...]:
    """Return the frames that have a place, as people read: row by row, left to right."""
    frames = [item for item in items if item.type == FRAME and item.box is not None]
    return tuple(sorted(frames, key=_corner))


def _corner(item: LiveItem) -> tuple[float, float, str]:
    box = item.box or Box(0.0, 0.0, 0.0, 0.0)
    return box.y, box.x, item.id


def _place(
    item: SnapshotItem,
    latest: Mapping[str, SnapshotItem],
    homes: Mapping[str, str | None],
    boxes: dict[str, Box | None],
) -> None:
    """Fill in the box of an item, those of the frames it lies in first; a ring has no place."""
    home = homes[item.id]
    if home is None or home in boxes:  # nearly always, for frames are listed first
        boxes[item.id] = _box(item, _corner_of_home(home, boxes))
        return
    chain: dict[str, SnapshotItem] = {}
    upper: SnapshotItem | None = item
    while upper is not None and upper.id not in boxes and upper.id not in chain:
        chain[upper.id] = upper
        upper = latest.get(homes[upper.id] or "")
    for link in reversed(chain.values()):
        boxes[link.id] = _box(link, _corner_of_home(homes[link.id], boxes))


def _corner_of_home(home: str | None, boxes: Mapping[str, Box | None]) -> _Corner | None:
    if home is None:
        return _ORIGIN
    box = boxes.get(home)
    return None if box is None else (box.x, box.y)


def _home(item: SnapshotItem, parent: str | None) -> str | None:
    """Return what a place is measured from: an item's id, empty when nobody told it; else null."""
    relative = (item.position or {}).get("relativeTo")
    if relative is None:
        return parent if item.type != FRAME else None
    return parent or "" if relative == _CHILD else None


def _parent(item: SnapshotItem) -> str | None:
    parent = (item.parent or {}).get("id")
    return str(parent) if isinstance(parent, str | int) else None


def _box(item: SnapshotItem, corner: _Corner | None) -> Box | None:
    position, geometry = item.position or {}, item.geometry or {}
    x, y = number(position.get("x")), number(position.get("y"))
    if corner is None or x is None or y is None:
        return None
    usual = _USUAL.get(item.type, (0.0, 0.0))
    width, height = number(geometry.get("width")), number(geometry.get("height"))
    wide = usual[0] if width is None else abs(width)
    high = usual[1] if height is None else abs(height)
    left, top = corner
    return Box(left + x - wide / 2, top + y - high / 2, wide, high)


def _text(kind: str, data: Mapping[str, JsonValue]) -> str:
    if kind == FRAME:
        return plain_title(_words(data.get("title")))
    if kind in CARDS:
        parts = (plain_text(_words(data.get(name))) for name in ("title", "description"))
        return "\n".join(part for part in parts if part)
    return plain_text(_words(data.get("content")))


def _words(value: JsonValue) -> str:
    return value if isinstance(value, str) else ""
