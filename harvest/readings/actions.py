"""`actions`: what people agreed to do."""

from __future__ import annotations

from harvest.agreed import is_agreed
from harvest.cells import actions_of
from harvest.readings.base import AnyZones, Arguments, But, Listed, Reading, Sources
from harvest.view import Row


class ActionsArguments(Arguments):
    """In which zones; with `everywhere` all actions of the board, wherever they lie."""

    zones: AnyZones = ()
    but: But = ()
    everywhere: bool = False


def _make(arguments: ActionsArguments, sources: Sources) -> Listed:
    view = sources.view
    zones = {zone.plan.key for zone in view.zones(arguments.zones, arguments.but)}
    notes = [
        row
        for row in view.rows
        if row["zone"] in zones or (arguments.everywhere and is_agreed(view, view.by_no[row["no"]]))
    ]
    notes.sort(key=lambda row: (-row["votes"], row["no"]))
    return Listed(actions_of(view, notes), _BLANK)


_BLANK: Row = {
    **dict.fromkeys(("text", "owner", "due", "due_text", "zone", "source")),
    "done": False,
    "from": [],
}

READING = Reading(
    name="actions",
    about=(
        "Notes and cards of some zones taken apart into what, who and by when; with `everywhere` "
        "also cards, notes tagged as actions, and those of other zones that are of such a kind."
    ),
    arguments=ActionsArguments,
    make=_make,
    gives={
        "text": "what is to be done",
        "owner": "who; true when a card has an owner we can't name, null when nobody",
        "due": "the day, ISO",
        "due_text": "the date as it is written",
        "zone": "key of the zone",
        "source": "`card` or `note`",
        "done": "whether it is done",
        "from": "number of the note",
    },
    order="by votes, then in reading order",
)
