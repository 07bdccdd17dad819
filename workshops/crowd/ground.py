"""Where things lie on a board, read from the rules alone: the centre decides, the smaller wins.

It shares nothing with the harvest, so that the two can prove each other wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from board_templates.expressions import Expressions
from board_templates.geometry import Box, Point
from board_templates.harvest_spec import HarvestSpec
from board_templates.plan import Plan, PlannedFrame, PlannedZone, Role
from board_templates.shared_texts import Use
from board_templates.zone_rules import zone_matches

NO_PLACE = "chrome"
SAYS_NOTHING = frozenset({"any", "text", "dot", "carrier", NO_PLACE})
BLUR = 0.6  # pixels; what is nearer to an edge may be read on either side
LIKE = 1.01
TRAY_EDGE = 4.0


@dataclass(frozen=True)
class Secrecy:
    """What the rules say of places: where people practise, what stays on the board."""

    uses: Mapping[str, Use]
    spec: HarvestSpec
    brief: Mapping[str, object]

    def practises(self, zone: PlannedZone | None) -> bool:
        """Tell whether a zone is the corner for trying things out."""
        return zone is not None and self.uses.get(zone.id) == "practice"

    def hides(self, zone: PlannedZone | None, frame: str | None, tags: Collection[str]) -> bool:
        """Tell whether what lies there is never stored; `frame` is a frame's neutral id."""
        if zone is not None and self.uses.get(zone.id) == "private":
            return True
        rules = self.spec.rules_of(zone.id if zone else f"{frame or '-'}.unplaced")
        if rules.store != "never" or self._holds(rules.unless):
            return False
        return "may_share" not in tags or self._holds(rules.sealed)

    def may_withhold(self, zone: PlannedZone | None) -> bool:
        """Tell whether texts of a zone may stay out by what the readings find.

        Rows of a table stay out when few answered; of names those stay that took something on.
        """
        if zone is None:
            return False
        lists = self.spec.lists.values()
        names = (one.arguments["zones"] for one in lists if one.reading == "people")
        if any(zone_matches(zone.id, pattern) for patterns in names for pattern in patterns):
            return True
        return zone.row is not None and any("least" in one.arguments for one in lists)

    def _holds(self, expression: str | None) -> bool:
        return bool(expression and Expressions().evaluate(expression, {"brief": dict(self.brief)}))


class Ground:
    """The frames and zones of a board while people drag them about."""

    def __init__(self, plan: Plan) -> None:
        self.zones: dict[str, PlannedZone] = {
            zone.key: zone for zone in plan.zones if zone.colour != NO_PLACE
        }
        self.frames: dict[str, PlannedFrame] = {frame.key: frame for frame in plan.frames}
        self._boxes = {key: zone.box for key, zone in self.zones.items()}
        self._trays = _trays(plan)
        self._lost: set[str] = set()

    def box(self, zone: str) -> Box:
        """Return where a zone is by now."""
        return self._boxes[zone]

    def drag(self, zone: str, dx: float, dy: float) -> None:
        """Note that somebody moved the shape of a zone."""
        self._boxes[zone] = self._boxes[zone].moved(dx, dy)

    def lose(self, zone: str) -> None:
        """Note that somebody deleted the shape of a zone: it is read where it was planned."""
        self._boxes[zone] = self.zones[zone].box
        self._lost.add(zone)

    def told_by_colour(self, point: Point, columns: Collection[str]) -> frozenset[str]:
        """Return the zones a note there may be put in by its colour alone.

        `columns` are zones of a method that reads colours where no column was used. A note in one
        of them stays there, as long as the shapes of its frame are not all gone.
        """
        zones, frames = self.zones_at(point), set(self.frames_at(point))
        if None not in zones and not self._lost & set(columns):
            return frozenset()
        return frozenset(key for key in columns if self.zones[key].frame in frames)

    def zones_at(self, point: Point) -> frozenset[str | None]:
        """Return the zones a centre may be read in; null is none."""
        return _around(point, lambda spot: _smallest(self._boxes.items(), spot))

    def frames_at(self, point: Point) -> frozenset[str | None]:
        """Return the frames a centre may be read in; null is none."""
        boxes = [(key, frame.box) for key, frame in self.frames.items()]
        return _around(point, lambda spot: _smallest(boxes, spot))

    def places_at(self, point: Point) -> Iterable[tuple[PlannedZone | None, str | None]]:
        """Yield each zone and neutral id of a frame that a centre may be read in."""
        for key in self.zones_at(point):
            if key is not None:
                yield self.zones[key], self.frames[self.zones[key].frame].id
            else:
                for frame in self.frames_at(point):
                    yield None, self.frames[frame].id if frame else None

    def in_tray(self, frame: str, point: Point) -> bool | None:
        """Tell whether a dot still lies in the tray of a frame, null at its edge."""
        tray = self._trays.get(frame)
        if tray is None or not tray.inset(-2 * TRAY_EDGE).holds(point):
            return False
        return True if tray.holds(point) else None


def _trays(plan: Plan) -> Mapping[str, Box]:
    piles: dict[str, list[Box]] = {}
    for item in plan.items:
        if item.role is Role.DOT and item.frame is not None:
            piles.setdefault(item.frame, []).append(item.box)
    return {frame: _hull(boxes) for frame, boxes in piles.items()}


def _hull(boxes: list[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)


def _around(point: Point, found: Callable[[Point], frozenset[str | None]]) -> frozenset[str | None]:
    blurred = (-BLUR, 0.0, BLUR)  # two areas dragged apart may leave less than that between them
    spots = [Point(point.x + dx, point.y + dy) for dx in blurred for dy in blurred]
    return frozenset().union(*(found(spot) for spot in spots))


def _smallest(boxes: Iterable[tuple[str, Box]], spot: Point) -> frozenset[str | None]:
    """Return the key of the smallest box, or of several that are alike."""
    held = [(box.area, key) for key, box in boxes if box.holds(spot)]
    if not held:
        return frozenset({None})
    least = min(held)[0]
    return frozenset(key for area, key in held if area <= least * LIKE)
