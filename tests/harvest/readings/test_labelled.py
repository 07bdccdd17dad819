"""A text of several parts, however people filled it in."""

from __future__ import annotations

from typing import Any

import pytest

from tests.harvest.boards import board
from tests.harvest.readings.reading import rows

_PARTS = {
    "topic": ["Teema", "Topic"],
    "opening": ["Avasõnad", "Opening words"],
    "closing": ["Lõpusõnad", "Closing words"],
}
_SAID = {"labelled": {"zones": ["F6.words"], "parts": _PARTS}}


def _read(*texts: str) -> dict[str, Any]:
    fake = board("focused-conversation", planner=True)
    for text in texts:
        fake.write(text, "F6.words")
    [row] = rows(fake, w=_SAID)
    return {name: row[name] for name in ("topic", "opening", "closing", "rest") if row[name]}


@pytest.mark.parametrize("joint", [" ", ": ", " … ", " – ", "\n"])
def test_a_part_stands_behind_its_label(joint: str) -> None:
    text = f"Teema{joint}eelnõu\nAVASÕNAD{joint}tere\nLõpusõnad …"
    assert _read(text) == {"topic": "eelnõu", "opening": "tere"}


def test_a_line_without_a_label_goes_on_with_the_part_before_it() -> None:
    assert _read("see kõigepealt\nTeema eelnõu\nja selle seletuskiri") == {
        "rest": "see kõigepealt",
        "topic": "eelnõu\nja selle seletuskiri",
    }


def test_labels_of_either_language_are_known() -> None:
    assert _read("Topic: drafts", "Closing words: thank you") == {
        "topic": "drafts",
        "closing": "thank you",
    }


def test_a_longer_word_is_not_a_label() -> None:
    assert _read("Teemad on lahtised") == {"rest": "Teemad on lahtised"}


def test_lines_written_over_all_labels_stand_in_their_order() -> None:
    assert _read("eelnõu\ntere\naitäh") == {
        "topic": "eelnõu",
        "opening": "tere",
        "closing": "aitäh",
    }
    assert _read("eelnõu\ntere") == {"rest": "eelnõu\ntere"}


def test_an_empty_zone_has_no_parts() -> None:
    assert _read() == {}
