"""`notes`: the notes of some zones."""

from __future__ import annotations

from typing import Literal

from harvest.readings.base import Arguments, But, Listed, Patterns, Reading, Sources
from harvest.view import NOTE_FIELDS, blank_note


class NotesArguments(Arguments):
    """Which notes, and in which order."""

    zones: Patterns
    but: But = ()
    order: Literal["votes", "reading"] = "votes"
    titles: bool = True
    first_zone: bool = False


def _make(arguments: NotesArguments, sources: Sources) -> Listed:
    view = sources.view
    take = view.notes_first_in if arguments.first_zone else view.notes_of
    rows = [
        row
        for zone in view.zones(arguments.zones, arguments.but)
        for row in take(zone.plan.key)
        if arguments.titles or not row["title"]
    ]
    rows.sort(key=lambda row: row["no"])
    if arguments.order == "votes":
        rows.sort(key=lambda row: -row["votes"])
    return Listed(rows, blank_note())


READING = Reading(
    name="notes",
    about=(
        "The notes that lie in some zones; with `first_zone`, those that the earliest checkpoint "
        "holds there. `titles: false` leaves title notes out."
    ),
    arguments=NotesArguments,
    make=_make,
    gives=NOTE_FIELDS,
    order="by votes, then in reading order; with `order: reading` in reading order",
)
