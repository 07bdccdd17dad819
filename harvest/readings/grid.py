"""`grid`: where notes lie in the area that some zones of a frame make together."""

from __future__ import annotations

from pydantic import Field

from board_templates.geometry import Box, Point
from harvest.readings.base import Arguments, Listed, ListName, Patterns, Reading, Sources
from harvest.view import NOTE_FIELDS, Row, View


class GridArguments(Arguments):
    """Whose places, and the zones that make the area."""

    rows: ListName = Field(alias="list")
    zones: Patterns


def _make(arguments: GridArguments, sources: Sources) -> Listed:
    view = sources.view
    given = sources.lists[arguments.rows]
    zones = view.zones(arguments.zones)
    inside = {zone.plan.key for zone in zones}
    areas: dict[str, Box] = {}
    for zone in zones:
        area = areas.get(zone.plan.frame)
        areas[zone.plan.frame] = zone.box if area is None else _around(area, zone.box)
    rows = [{**row, **_place(row, inside, areas, view)} for row in given.rows]
    return Listed(rows, {**given.blank, "x": None, "y": None})


def _place(row: Row, inside: set[str], areas: dict[str, Box], view: View) -> Row:
    if row["zone"] not in inside:
        return {"x": None, "y": None}
    area = areas[view.reading.zones[row["zone"]].plan.frame]
    centre: Point = view.box_of(row["no"]).centre
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
        "together, frame by frame. A note outside it has no place."
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
