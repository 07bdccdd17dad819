"""`dates`: a date that people agreed on, and what they wrote around it."""

from __future__ import annotations

from harvest.cells import CellRule, cell
from harvest.placed import LiveZone
from harvest.readings.base import Arguments, But, Listed, Patterns, Reading, Sources
from harvest.view import Row, View

_RULE = CellRule(policy="date")


class DatesArguments(Arguments):
    """In which zones."""

    zones: Patterns
    but: But = ()


def _make(arguments: DatesArguments, sources: Sources) -> Listed:
    view = sources.view
    rows = [_row(view, zone) for zone in view.zones(arguments.zones, arguments.but)]
    return Listed([row for row in rows if row["from"]], _row(view, None))


def _row(view: View, zone: LiveZone | None) -> Row:
    return {
        **cell(view, [zone] if zone else [], _RULE),
        "zone": zone.plan.key if zone else None,
        "frame": zone.plan.frame if zone else None,
    }


READING = Reading(
    name="dates",
    about="One row for each zone where something is written: the first date there, and the rest.",
    arguments=DatesArguments,
    make=_make,
    gives={
        "due": "the date, ISO; null when none could be read",
        "due_text": "the date as it is written",
        "rest": "the text without it, or null",
        "text": "all of the text",
        "texts": "its parts",
        "from": "numbers of the notes",
        "notes": "the notes",
        "votes": "their votes together",
        "zone": "key of the zone",
        "frame": "key of its frame",
    },
    order="in the order of the plan",
)
