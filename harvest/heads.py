"""How many people came, as far as anyone said so."""

from __future__ import annotations

import re

from board_templates.harvest_spec import HarvestSpec
from harvest.placed import BoardReading

_NUMBER = re.compile(r"(?<![\w.,])(\d{1,4})(?![\w.,]\d|\w)")


def attended_people(reading: BoardReading, spec: HarvestSpec, given: int | None) -> int | None:
    """Return who came: as said at the harvest, else as typed in a zone that asks for it.

    Args:
        reading: The board.
        spec: Tells which zone asks for it.
        given: What the person who harvests says, or None.
    """
    if given is not None:
        return given
    asked = {
        key for key, zone in reading.zones.items() if spec.rules_of(zone.plan.id).kind == "attended"
    }
    for note in reading.notes:
        if note.zone in asked and (found := _NUMBER.search(note.text or "")):
            return int(found[1])
    return None
