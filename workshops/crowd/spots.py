"""Where people put things: in a zone, half into the next, on an edge, beside zones, anywhere."""

from __future__ import annotations

from random import Random

from board_templates.geometry import Box, Point
from board_templates.plan import PlannedZone
from workshops.crowd.ground import Ground, Secrecy

TRIES = 40
FAR = 900.0  # pixels beyond the frames
MARGIN = 8.0


class Spots:
    """Chooses centres; never where trying things out and meaning them cannot be told apart."""

    def __init__(self, ground: Ground, secrecy: Secrecy, chance: Random) -> None:
        self._ground = ground
        self._secrecy = secrecy
        self._chance = chance
        boxes = [frame.box for frame in ground.frames.values()]
        right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        self._all = Box(left, top, right - left, bottom - top)

    def anywhere(self, zone: PlannedZone | None = None) -> Point:
        """Return where a person puts the next note; `zone` is where they mean to."""
        zone = zone or self.zone()
        ways = (self.inside, self.half_over, self.on_edge, self.beside_zones, self.off_frames)
        [way] = self._chance.choices(ways, (80, 6, 4, 6, 3))
        spot = way(zone)
        return spot if self._clear(spot) else self.inside(zone)

    def zone(self) -> PlannedZone:
        """Return some zone."""
        return self._chance.choice(list(self._ground.zones.values()))

    def inside(self, zone: PlannedZone) -> Point:
        """Return a centre well within a zone."""
        return self._in(self._ground.box(zone.key).inset(MARGIN))

    def half_over(self, zone: PlannedZone) -> Point:
        """Return a centre in a zone, so near its edge that half a note lies in the next one."""
        box, spot = self._ground.box(zone.key), self.inside(zone)
        near = self._chance.uniform(1.0, 6.0)
        ways = (
            Point(box.x + near, spot.y),
            Point(box.right - near, spot.y),
            Point(spot.x, box.y + near),
        )
        return self._chance.choice(ways)

    def on_edge(self, zone: PlannedZone) -> Point:
        """Return a centre exactly on an edge of a zone."""
        box, spot = self._ground.box(zone.key), self.inside(zone)
        edges = (
            Point(box.x, spot.y),
            Point(box.right, spot.y),
            Point(spot.x, box.y),
            Point(spot.x, box.bottom),
        )
        return self._chance.choice(edges)

    def beside_zones(self, zone: PlannedZone) -> Point:
        """Return a centre in the frame of a zone and in no zone."""
        frame = self._ground.frames[zone.frame].box.inset(MARGIN)
        for _ in range(TRIES):
            spot = self._in(frame)
            if self._ground.zones_at(spot) == {None}:
                return spot
        return self.inside(zone)

    def off_frames(self, zone: PlannedZone) -> Point:
        """Return a centre outside every frame."""
        around = self._all.inset(-FAR)
        for _ in range(TRIES):
            spot = self._in(around)
            if self._ground.frames_at(spot) == {None}:
                return spot
        return self.inside(zone)

    def _in(self, box: Box) -> Point:
        return Point(
            self._chance.uniform(box.x, box.right), self._chance.uniform(box.y, box.bottom)
        )

    def _clear(self, spot: Point) -> bool:
        places = {self._secrecy.practises(zone) for zone, _ in self._ground.places_at(spot)}
        return len(places) == 1
