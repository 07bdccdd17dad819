"""Voting dots: what is one, what it says, and which note or zone it belongs to."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from board_templates.geometry import Box, Point
from board_templates.plan import Sign
from harvest.items import LiveItem
from harvest.placing.grid import Grid

WIDEST: Final = 0.5
REACH: Final = 0.4
_TYPED: Final[Mapping[str, Sign]] = {
    "": Sign.PLAIN,
    "+": Sign.SUPPORTS,
    "?": Sign.UNSURE,
    "×": Sign.OPPOSES,
    "x": Sign.OPPOSES,
    "х": Sign.OPPOSES,  # the Cyrillic letter looks the same
    "✕": Sign.OPPOSES,
    "!": Sign.AFFECTED,
}
_NUMBER: Final = re.compile(r"\d{1,3}")
_HEX: Final = re.compile(r"#?([0-9a-f]{6})(?:[0-9a-f]{2})?")
# Where each colour begins on the wheel of hues, in degrees.
_HUES: Final = (
    (0, "red"),
    (25, "yellow"),
    (75, "green"),
    (170, "blue"),
    (255, "violet"),
    (325, "red"),
)
_GRAY: Final = 0.2


def is_dot(item: LiveItem, note_size: float, *, numbered: bool = False) -> bool:
    """Tell whether an item is a dot: a circle no wider than half a note, empty or with a sign.

    Args:
        item: Any item.
        note_size: The side of a note on this board.
        numbered: Whether the dots of the method carry numbers.
    """
    if not item.is_circle or item.box is None or item.raw.removed is not None:
        return False
    if item.box.width > WIDEST * note_size:
        return False
    return item.folded in _TYPED or (numbered and _NUMBER.fullmatch(item.folded) is not None)


def sign_of(item: LiveItem, colours: Mapping[str, str]) -> Sign:
    """Return what a dot says: by its text, else by its fill; a plain vote when neither tells.

    Args:
        item: A dot.
        colours: The name of the colour of each sign, as the shared rules have it.
    """
    typed = _TYPED.get(item.folded)
    if typed is None or typed is not Sign.PLAIN:
        return typed or Sign.PLAIN
    name = colour_name(item.colour)
    return next((Sign(sign) for sign, colour in colours.items() if colour == name), Sign.PLAIN)


def number_of(item: LiveItem) -> int | None:
    """Return the number a dot carries, null without one."""
    return int(item.folded) if _NUMBER.fullmatch(item.folded) else None


def colour_name(fill: str | None) -> str | None:
    """Return which of the five colours of dots a hex fill is nearest to, null for gray or none."""
    found = _HEX.fullmatch(fill or "")
    if found is None:
        return None
    red, green, blue = (int(found[1][at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _GRAY or value < _GRAY:
        return None
    return [name for start, name in _HUES if hue * 360 >= start][-1]


class Target(NamedTuple):
    """A note that dots can belong to."""

    no: int
    box: Box
    zone: str | None


class Targets:
    """Finds the note a dot belongs to: the one under it, else the nearest within 0.4 of a note."""

    def __init__(self, notes: Iterable[Target], note_size: float) -> None:
        self._reach = REACH * note_size
        self._grid: Grid[Target] = Grid()
        for note in notes:
            self._grid.add(note.box.inset(-self._reach), note)

    def under(self, dot: Point, *, only_in: str | None = None) -> int | None:
        """Return the number of the note, null when none is near.

        Of several notes under a dot the one whose middle is nearest wins.

        Args:
            dot: The centre of the dot.
            only_in: A zone's key: notes elsewhere don't count.
        """
        near = [
            (note.box.gap(_spot(dot)), _apart(note.box.centre, dot), note.no)
            for _, note in self._grid.around(dot)
            if only_in is None or note.zone == only_in
        ]
        best = min(near, default=None)
        return best[2] if best and best[0] <= self._reach else None


def _spot(point: Point) -> Box:
    return Box(point.x, point.y, 0.0, 0.0)


def _apart(one: Point, other: Point) -> float:
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2
