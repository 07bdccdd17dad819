"""`text`: long texts that people write into a wide zone."""

from __future__ import annotations

from harvest.cells import CellRule, cell
from harvest.placed import LiveZone
from harvest.readings.base import Arguments, But, Listed, Patterns, Reading, Sources
from harvest.view import Row, View

_RULE = CellRule(policy="text")


class TextArguments(Arguments):
    """Which zones; with `last` only the last of them that is on the board."""

    zones: Patterns
    but: But = ()
    last: bool = False


def _make(arguments: TextArguments, sources: Sources) -> Listed:
    view = sources.view
    rows = [_row(view, zone) for zone in view.zones(arguments.zones, arguments.but)]
    return Listed(rows[-1:] if arguments.last else rows, _row(view, None))


def _row(view: View, zone: LiveZone | None) -> Row:
    said = cell(view, [zone] if zone else [], _RULE)
    return {
        **said,
        "zone": zone.plan.key if zone else None,
        "frame": zone.plan.frame if zone else None,
        "label": view.label(zone) if zone else None,
        "changed": bool(said["from"]),
    }


READING = Reading(
    name="text",
    about=(
        "One row for each zone: what was typed into it, then the notes laid on it, line by line. "
        "A zone that nobody touched says what the plan wrote there."
    ),
    arguments=TextArguments,
    make=_make,
    gives={
        "text": "the text, or null",
        "texts": "its parts",
        "changed": "whether people wrote anything",
        "names": "people named by “@”",
        "name": "the same as one text",
        "bare": "the text without them",
        "from": "numbers of its notes",
        "notes": "its notes",
        "votes": "their votes together",
        "zone": "key of the zone",
        "frame": "key of its frame",
        "label": "what the zone is called",
    },
    order="in the order of the plan",
)
