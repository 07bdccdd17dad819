"""`grid`: where notes lie in the area that some zones of a frame make together."""

from __future__ import annotations

from pydantic import Field

from board_templates.geometry import Box, Point
from harvest.readings.base import Arguments, Listed, ListName, Patterns, Reading, Sources
from harvest.view import NOTE_FIELDS, Row, View


class GridArguments(Arguments):
    """Whose places, and the zones that make the area.

    With `earlier` a note that left the area since keeps the place where a checkpoint saw it last.
    """

    rows: ListName = Field(alias="list")
    zones: Patterns
    earlier: bool = False


def _make(arguments: GridArguments, sources: Sources) -> Listed:
    view = sources.view
    given = sources.lists[arguments.rows]
    zones = view.zones(arguments.zones)
    inside = {zone.plan.key for zone in zones}
    areas: dict[str, Box] = {}
    for zone in zones:
        area = areas.get(zone.plan.frame)
        areas[zone.plan.frame] = zone.box if area is None else _around(area, zone.box)
    rows = []
    for row in given.rows:
        spot = _spot(row, view, inside, earlier=arguments.earlier)
        rows.append({**row, **_place(spot, areas, view)})
    return Listed(rows, {**given.blank, "x": None, "y": None})


def _spot(row: Row, view: View, inside: set[str], *, earlier: bool) -> tuple[str, Point] | None:
    """Return the zone of the area that holds a note, or held it last, and where."""
    if row["zone"] in inside:
        return row["zone"], view.box_of(row["no"]).centre
    passed = view.by_no[row["no"]].passed if earlier else ()
    for before in reversed(passed):
        if before.zone in inside:
            box = view.reading.zones[before.zone].box
            at = Point(box.x + before.at.x * box.width, box.y + before.at.y * box.height)
            return before.zone, at
    return None


def _place(spot: tuple[str, Point] | None, areas: dict[str, Box], view: View) -> Row:
    if spot is None:
        return {"x": None, "y": None}
    zone, centre = spot
    area = areas[view.reading.zones[zone].plan.frame]
    return {
        "x": _share(centre.x - area.x, area.width),
        "y": 1.0 - _share(centre.y - area.y, area.height),
    }


def _share(part: float, whole: float) -> float:
    return min(1.0, max(0.0, part / whole)) if whole > 0 else 0.0


def _around(one: Box, other: Box) -> Box:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


READING = Reading(
    name="grid",
    about=(
        "The notes of a list with the place of their centres in the area that the zones make "
        "together, frame by frame. A note outside it has no place; with `earlier` one that left "
        "it keeps the place where a checkpoint saw it last."
    ),
    arguments=GridArguments,
    make=_make,
    gives={
        **NOTE_FIELDS,
        "x": "0 at the left edge, 1 at the right; null outside",
        "y": "0 at the bottom edge, 1 at the top; null outside",
    },
    order="as the list",
)
