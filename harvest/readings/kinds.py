"""`kinds`: which of several zones a row belongs to: by its first zone, else tag, else colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pydantic import Field

from board_templates.zone_rules import ZonePattern
from harvest.content import folded
from harvest.placed import LiveZone
from harvest.readings.base import Arguments, But, Listed, ListName, Patterns, Reading, Sources
from harvest.view import Row, fits

_ANY_NOTE = frozenset({"any", "text", "dot", "carrier", "chrome"})


class KindsArguments(Arguments):
    """The zones that are kinds; notes first written in a `silent` zone tell nothing by colour."""

    rows: ListName = Field(alias="list")
    zones: Patterns
    but: But = ()
    silent: tuple[ZonePattern, ...] = ()


def _make(arguments: KindsArguments, sources: Sources) -> Listed:
    view = sources.view
    zones = view.zones(arguments.zones, arguments.but)
    labels = {zone.plan.id: view.label(zone) for zone in zones}
    ways = (
        _by_zone(labels),
        _by_tag(zones, labels),
        _by_colour(zones, arguments.silent),
    )
    given = sources.lists[arguments.rows]
    rows = [{**row, **_kind(_first(row, ways), labels)} for row in given.rows]
    return Listed(rows, {**given.blank, **_kind(None, labels)})


_Way = Callable[[Row], str | None]


def _kind(zone_id: str | None, labels: Mapping[str, str]) -> Row:
    if zone_id is None:
        return {"kind": None, "code": None}
    return {"kind": labels[zone_id], "code": zone_id.partition(".")[2]}


def _first(row: Row, ways: tuple[_Way, ...]) -> str | None:
    """Return the id of the zone that one of the ways finds.

    A zone goes before a tag and a tag before a colour, whichever note of the row says it.
    """
    notes = row.get("members", [row])
    return next((kind for way in ways for note in notes if (kind := way(note)) is not None), None)


def _by_zone(labels: Mapping[str, str]) -> _Way:
    def kind(note: Row) -> str | None:
        places = (note["first"], note["zone_id"])
        return next((place for place in places if place in labels), None)

    return kind


def _by_tag(zones: list[LiveZone], labels: Mapping[str, str]) -> _Way:
    said = {folded(zone.plan.label): zone.plan.id for zone in zones}
    said |= {folded(label): zone_id for zone_id, label in labels.items()}

    def kind(note: Row) -> str | None:
        return next((said[name] for tag in note["tags"] if (name := folded(tag)) in said), None)

    return kind


def _by_colour(zones: list[LiveZone], silent: tuple[str, ...]) -> _Way:
    said: dict[str, str | None] = {}
    for zone in zones:
        if zone.plan.colour not in _ANY_NOTE:
            doubtful = said.get(zone.plan.colour, zone.plan.id) != zone.plan.id
            said[zone.plan.colour] = None if doubtful else zone.plan.id

    def kind(note: Row) -> str | None:
        if note["first"] and fits(note["first"], silent):
            return None
        return said.get(note["color"] or "")

    return kind


READING = Reading(
    name="kinds",
    about=(
        "The rows of a list, each with the zone it belongs to by kind: the zone its note was first "
        "written in, else a tag that says the zone's label, else a colour that only one zone has."
    ),
    arguments=KindsArguments,
    make=_make,
    gives={
        "…": "all fields of the list",
        "kind": "label of the zone, in the language of the report; null if none fits",
        "code": "the zone's own name (`practical` of `F2.practical`), likewise",
    },
    order="as the list",
)
