"""Boxes found by a point in time that does not grow with their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from math import floor, frexp
from typing import Generic, TypeVar

from board_templates.geometry import Box, Point

Thing = TypeVar("Thing", bound=Hashable)

_Kept = tuple[float, float, float, float, tuple[Box, Thing]]  # the edges of a box, it, its thing
_SMALLEST = 4  # 16 pixels: below a dot nothing is worth a level of its own


class Grid(Generic[Thing]):
    """Boxes kept by size: a box lies in a lattice whose meshes are as wide as it is, or wider.

    So each box takes at most four meshes, whatever its size, and a point is looked up once for
    each size there is.
    """

    def __init__(self) -> None:
        self._levels: dict[float, dict[tuple[int, int], list[_Kept[Thing]]]] = {}

    def add(self, box: Box, thing: Thing) -> None:
        """Keep a thing under its box."""
        size = 2.0 ** max(_SMALLEST, frexp(max(box.width, box.height))[1])
        meshes = self._levels.setdefault(size, defaultdict(list))
        left, top, right, bottom = box.x, box.y, box.right, box.bottom
        kept = (left, top, right, bottom, (box, thing))
        for column in range(floor(left / size), floor(right / size) + 1):
            for row in range(floor(top / size), floor(bottom / size) + 1):
                meshes[column, row].append(kept)

    def around(self, point: Point) -> list[tuple[Box, Thing]]:
        """Return what lies under a point, each thing once, with its box; edges count as inside."""
        x, y = point.x, point.y
        return [
            held
            for size, meshes in self._levels.items()
            for left, top, right, bottom, held in meshes.get((floor(x / size), floor(y / size)), ())
            if left <= x <= right and top <= y <= bottom
        ]
