"""`reaches`: which other zones a note lies across, beside the one it belongs to."""

from __future__ import annotations

from pydantic import Field

from board_templates.geometry import Box
from harvest.placed import LiveZone
from harvest.readings.base import Arguments, But, Listed, ListName, Patterns, Reading, Sources
from harvest.view import NOTE_FIELDS, Row, View


class ReachesArguments(Arguments):
    """Whose notes, the zones that count, and how much of a note must lie in another one."""

    rows: ListName = Field(alias="list")
    zones: Patterns
    but: But = ()
    share: float = Field(default=0.25, gt=0, lt=1)


def _make(arguments: ReachesArguments, sources: Sources) -> Listed:
    view = sources.view
    given = sources.lists[arguments.rows]
    zones: dict[str, list[LiveZone]] = {}
    for zone in view.zones(arguments.zones, arguments.but):
        zones.setdefault(zone.plan.frame, []).append(zone)
    rows = [
        {**row, "reaches": _others(view, row, zones.get(row["frame"], []), arguments.share)}
        for row in given.rows
    ]
    return Listed(rows, {**given.blank, "reaches": []})


def _others(view: View, row: Row, zones: list[LiveZone], share: float) -> list[str]:
    if row["no"] is None or row["zone"] not in {zone.plan.key for zone in zones}:
        return []
    note = view.box_of(row["no"])
    return [
        zone.plan.id
        for zone in zones
        if zone.plan.key != row["zone"] and _common(note, zone.box) >= share * note.area
    ]


def _common(one: Box, other: Box) -> float:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, across) * max(0.0, down)


READING = Reading(
    name="reaches",
    about=(
        "The notes of a list, each with the other zones that a good part of it lies in: it stands "
        "on a border."
    ),
    arguments=ReachesArguments,
    make=_make,
    gives={
        **NOTE_FIELDS,
        "reaches": "neutral ids of the other zones; none where it lies in no zone of these",
    },
    order="as the list",
)
