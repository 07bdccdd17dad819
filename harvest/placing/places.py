"""Where a point lies: in which zone, in which frame, or how near to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import inf
from typing import Final

from board_templates.geometry import Box, Point
from harvest.items import LiveItem
from harvest.placed import LiveFrame, LiveZone
from harvest.placing.grid import Grid

_NOT_FOR_NOTES: Final = "chrome"
_HAIRLINE: Final = 0.01  # pixels


class Places:
    """Looks up points on a board whose frames and zones are known.

    A smaller zone or frame wins over a larger one it overlaps; the frames of other workshops are
    frames too. Zones that only say something (colour `chrome`) are no places for notes.
    """

    def __init__(
        self,
        frames: Mapping[str, LiveFrame],
        zones: Iterable[LiveZone],
        foreign: Iterable[LiveItem],
        reach: float,
    ) -> None:
        self._zones: Grid[str] = Grid()
        self._near: Grid[str] = Grid()
        self._frames: Grid[str | None] = Grid()
        self._areas: list[tuple[str | None, Box]] = []
        self._boxes: dict[str, Box] = {}
        self._reach = reach
        for zone in zones:
            if zone.plan.colour != _NOT_FOR_NOTES:
                self._zones.add(zone.box, zone.plan.key)
                self._near.add(zone.box.inset(-reach), zone.plan.key)
                self._boxes[zone.plan.key] = zone.box
        for key, frame in frames.items():
            self._areas.append((key, frame.box))
        self._areas += [(None, item.box) for item in foreign if item.box is not None]
        self._shared = any(key is None for key, _ in self._areas)
        for frame_key, box in self._areas:
            self._frames.add(box, frame_key)

    def zone_at(self, point: Point) -> str | None:
        """Return the key of the smallest zone that holds the point, on its edges too.

        Zones side by side may be parted by a hairline: places on a board are sums of fractions.
        """
        held = _smallest(self._zones, point)
        if held is not None:
            return held
        return next((key for near in _around(point) if (key := _smallest(self._zones, near))), None)

    def frame_at(self, point: Point) -> str | None:
        """Return the key of our smallest frame that holds the point."""
        return _smallest(self._frames, point)

    def is_elsewhere(self, point: Point) -> bool:
        """Tell whether a point belongs to another workshop: in its frames, or nearest to them."""
        if not self._shared or self.zone_at(point) is not None:
            return False
        around = [(box.area, key) for box, key in self._frames.around(point)]
        if around:
            return min(around, key=_area)[1] is None
        spot = Box(point.x, point.y, 0.0, 0.0)
        nearest = min(self._areas, key=lambda area: area[1].gap(spot))
        return nearest[0] is None

    def nearest_zone(self, point: Point) -> str | None:
        """Return the zone whose edge is nearest, within reach of the point."""
        spot = Box(point.x, point.y, 0.0, 0.0)
        gaps = [(self._boxes[key].gap(spot), key) for _, key in self._near.around(point)]
        near = [entry for entry in gaps if entry[0] <= self._reach]
        return min(near, key=_gap)[1] if near else None


def _around(point: Point) -> Iterator[Point]:
    for dx in (-_HAIRLINE, _HAIRLINE):
        for dy in (-_HAIRLINE, _HAIRLINE):
            yield Point(point.x + dx, point.y + dy)


def _smallest(grid: Grid[str] | Grid[str | None], point: Point) -> str | None:
    smallest, found = inf, None
    for box, key in grid.around(point):
        if box.holds(point) and box.area < smallest:
            smallest, found = box.area, key
    return found


def _area(entry: tuple[float, str | None]) -> float:
    return entry[0]


def _gap(entry: tuple[float, str]) -> float:
    return entry[0]
