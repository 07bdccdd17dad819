"""What every reading keeps to."""

from __future__ import annotations

from typing import Any

import pytest

from harvest.errors import UnknownReading
from harvest.readings import READINGS
from harvest.readings.base import Reading
from tests.harvest.boards import board
from tests.harvest.readings.reading import lists

_EXAMPLES: dict[str, dict[str, Any]] = {
    "notes": {"zones": ["F1.*"]},
    "zones": {"zones": ["F1.*"]},
    "rows": {"frame": "F3", "cells": {"who": "first", "next": "actions"}},
    "frames": {"frame": "F2", "cells": {"monitor": "all"}},
    "tally": {"frames": ["F2"], "zones": ["F2.*"]},
    "clusters": {"zones": ["F1.*"]},
    "text": {"zones": ["F1.*"]},
    "labelled": {"zones": ["F1.*"], "parts": {"who": ["Vald"]}},
    "dates": {"zones": ["F1.*"]},
    "actions": {"zones": ["F3.next"]},
    "pairs": {"left": ["F1.public"], "right": ["F1.civic"]},
    "links": {"frame": "F1"},
    "rotation": {"people": "people", "tables": "3", "rounds": "3"},
    "numbered": {"frame": "F3", "columns": ["who"], "numbers": "1"},
    "reaches": {"list": "written", "zones": ["F1.*"]},
    "themes": {"list": "grouped"},
    "grid": {"list": "written", "zones": ["F2.*"]},
    "split": {"list": "written", "at": "@"},
    "parts": {"list": "table", "of": "who.notes"},
    "ratings": {"list": "numbers", "of": ["who", "how"]},
    "kinds": {"list": "written", "zones": ["F1.*"]},
    "touching": {"list": "written"},
    "named_for": {"zones": ["F1.*"], "parts": {"lead": ["juhib"]}},
    "people": {"zones": ["F1.*"], "took_on": ["F3.*"]},
    "mentions": {"list": "written", "words": ["vald*"]},
    "group_by": {"list": "written"},
    "match": {"left": "written", "right": "table", "right_by": "who.text"},
    "by_title": {"left": "copies", "right": "written", "by": ["frame"]},
}
_BEFORE: dict[str, Any] = {
    "written": {"notes": {"zones": ["F1.*", "F2.*"]}},
    "table": {"rows": {"frame": "F3", "cells": {"who": "first"}}},
    "numbers": {"rows": {"frame": "F3", "cells": {"who": "number", "how": "number"}}},
    "grouped": {"clusters": {"zones": ["F1.*"]}},
    "copies": {"frames": {"frame": "F2", "cells": {"monitor": "all"}}},
}


def test_every_reading_is_tried_here() -> None:
    assert set(_EXAMPLES) == set(READINGS)


@pytest.mark.parametrize("reading", READINGS.values(), ids=lambda reading: reading.name)
def test_a_row_has_the_fields_that_the_documents_promise(reading: Reading[Any]) -> None:
    fake = board("stakeholder-map")
    for zone in ("F1.public", "F1.civic", "F2.monitor", "F3.who@1", "F3.next@1"):
        fake.write("Vald, 15.03", zone, at=(0.5, 0.5), mark=1)
    fake.links = [(1, 1)]
    made = lists(fake, **_BEFORE, asked={reading.name: _EXAMPLES[reading.name]})["asked"]
    assert made.rows
    promised = {name for name in reading.gives if name.islower()} - {"parts"}
    for row in (*made.rows, made.blank):
        assert promised <= row.keys()
        assert row.keys() == made.blank.keys()


@pytest.mark.parametrize("reading", READINGS.values(), ids=lambda reading: reading.name)
def test_a_reading_refuses_what_it_does_not_know(reading: Reading[Any]) -> None:
    said = {**_EXAMPLES[reading.name], "unheard": 1}
    with pytest.raises(UnknownReading, match="unheard"):
        lists(board("stakeholder-map"), **_BEFORE, asked={reading.name: said})
