"""Words looked for in texts, in whatever ending they stand."""

from __future__ import annotations

import pytest

from harvest.errors import UnknownReading
from tests.harvest.boards import board
from tests.harvest.readings.reading import rows

_WRITTEN = {"written": {"notes": {"zones": ["F1.*"]}}}


def _mentions(text: str | None, *words: str) -> list[str]:
    fake = board("stakeholder-map")
    fake.write(text, "F1.public")
    [row] = rows(fake, **_WRITTEN, m={"mentions": {"list": "written", "words": list(words)}})
    found: list[str] = row["mentions"]
    return found


def test_words_are_found_whole_whatever_their_case() -> None:
    assert _mentions("Äpp, mitte ÄPID ega näpp", "äpp") == ["Äpp"]


def test_a_star_stands_for_any_ending() -> None:
    assert _mentions("Arendame arendust, mitte eelarendust", "arenda*", "arendu*") == [
        "Arendame",
        "arendust",
    ]


@pytest.mark.parametrize("text", ["koosta-me", "(koostame)", "„koostame“", "1 koostame."])
def test_signs_around_a_word_do_not_hide_it(text: str) -> None:
    assert _mentions(text, "koosta*")


def test_a_note_without_text_mentions_nothing() -> None:
    assert _mentions(None, "koosta*") == []


@pytest.mark.parametrize("word", ["a", "two words", "*", "lo*me", "b[a-z]+"])
def test_only_words_can_be_looked_for(word: str) -> None:
    with pytest.raises(UnknownReading):
        _mentions("Vald", word)
