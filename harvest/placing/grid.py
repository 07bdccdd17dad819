"""Boxes found by a point in time that does not grow with their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from math import floor, frexp
from typing import Generic, TypeVar

from board_templates.geometry import Box, Point

Thing = TypeVar("Thing", bound=Hashable)

_SMALLEST = 4  # 16 pixels: below a dot nothing is worth a level of its own


class Grid(Generic[Thing]):
    """Boxes kept by size: a box lies in a lattice whose meshes are as wide as it is, or wider.

    So each box takes at most four meshes, whatever its size, and a point is looked up once for
    each size there is.
    """

    def __init__(self) -> None:
        self._levels: dict[int, dict[tuple[int, int], list[tuple[Box, Thing]]]] = {}

    def add(self, box: Box, thing: Thing) -> None:
        """Keep a thing under its box."""
        level = max(_SMALLEST, frexp(max(box.width, box.height))[1])
        meshes = self._levels.setdefault(level, defaultdict(list))
        for mesh in _meshes(box, 2.0**level):
            meshes[mesh].append((box, thing))

    def around(self, point: Point) -> Iterator[tuple[Box, Thing]]:
        """Yield what lies under a point, each thing once, with its box; edges count as inside."""
        for level, meshes in self._levels.items():
            size = 2.0**level
            for box, thing in meshes.get((floor(point.x / size), floor(point.y / size)), ()):
                if box.x <= point.x <= box.right and box.y <= point.y <= box.bottom:
                    yield box, thing


def _meshes(box: Box, size: float) -> Iterator[tuple[int, int]]:
    for column in range(floor(box.x / size), floor(box.right / size) + 1):
        for row in range(floor(box.y / size), floor(box.bottom / size) + 1):
            yield column, row
