"""Finds room for the next note in a zone, as people do: beside the others, below the label."""

from __future__ import annotations

from collections.abc import Iterator

from board_templates.geometry import Box, Point

NOTE_RATIO = 228.0 / 199.0  # Miro's own: the height of a square note holds its shadow
LABEL = 130.0  # the label of a zone and its prompt
EDGE = 30.0
GAPS = (0.35, 0.25, 0.1, 0.02)  # in widths of a note; from comfortable to packed


class FreeRoom:
    """What is taken on a board, by the boxes of what lies there."""

    def __init__(self) -> None:
        self._taken: dict[str, Box] = {}

    def take(self, name: str, box: Box) -> None:
        """Note that something lies here now, wherever it lay before."""
        self._taken[name] = box

    def leave(self, name: str) -> None:
        """Note that something is gone."""
        self._taken.pop(name, None)

    def find(self, zone: Box, width: float, height: float) -> Point:
        """Return the centre of the first free place, left to right, top to bottom.

        A zone that is full gives its middle: people pile up too.
        """
        for gap in GAPS:
            for spot in _spots(zone, width, height, gap * width):
                box = Box.around(spot, width, height)
                if not any(box.overlaps(other) for other in self._taken.values()):
                    return spot
        return zone.centre


def _spots(zone: Box, width: float, height: float, gap: float) -> Iterator[Point]:
    label = min(LABEL, max(0.0, zone.height - height - 2 * EDGE))
    y = zone.y + EDGE + label + height / 2
    while y + height / 2 <= zone.bottom - EDGE:
        x = zone.x + EDGE + width / 2
        while x + width / 2 <= zone.right - EDGE:
            yield Point(x, y)
            x += width + gap
        y += height + gap
