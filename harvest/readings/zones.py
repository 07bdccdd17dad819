"""`zones`: the zones themselves, each with what it stands for and its notes."""

from __future__ import annotations

from harvest.readings.base import Arguments, But, Listed, Patterns, Reading, Sources
from harvest.view import Row


class ZonesArguments(Arguments):
    """Which zones; with `distinct` the copies of a zone are one row."""

    zones: Patterns
    but: But = ()
    distinct: bool = False


def _make(arguments: ZonesArguments, sources: Sources) -> Listed:
    view = sources.view
    rows: dict[str, Row] = {}
    for zone in view.zones(arguments.zones, arguments.but):
        name = zone.plan.id if arguments.distinct else zone.plan.key
        notes = list(view.notes_of(zone.plan.key))
        if name in rows:
            rows[name]["notes"] += notes
        else:
            rows[name] = {
                "id": zone.plan.id,
                "key": zone.plan.key,
                "frame": zone.plan.frame,
                "label": view.label(zone),
                "row": zone.plan.row,
                "bindings": dict(zone.plan.bindings),
                "notes": notes,
            }
    for row in rows.values():
        row["from"] = [note["no"] for note in row["notes"]]
    return Listed(list(rows.values()), _blank())


def _blank() -> Row:
    return {
        **dict.fromkeys(("id", "key", "frame", "label", "row")),
        "bindings": {},
        "notes": [],
        "from": [],
    }


READING = Reading(
    name="zones",
    about="One row for each zone, empty ones too, in the order of the plan.",
    arguments=ZonesArguments,
    make=_make,
    gives={
        "id": "its neutral id",
        "key": "its key on this board",
        "frame": "key of its frame",
        "label": "what it is called, in the language of the report",
        "row": "its table row",
        "bindings": "what a generated zone stands for (`{sector: …}`)",
        "notes": "its notes, as rows of `notes`",
        "from": "their numbers",
    },
    order="in the order of the plan",
)
