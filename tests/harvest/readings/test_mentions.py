"""Words looked for in texts, in whatever ending they stand."""

from __future__ import annotations

from typing import Any

import pytest

from harvest.errors import UnknownReading
from tests.harvest.boards import board
from tests.harvest.readings.reading import rows

_WRITTEN = {"written": {"notes": {"zones": ["F1.*"]}}}


def _mentions(text: str | None, *words: str, **more: Any) -> list[str]:  # noqa: ANN401  # arguments
    fake = board("stakeholder-map")
    fake.write(text, "F1.public")
    said = {"list": "written", "words": list(words), **more}
    [row] = rows(fake, **_WRITTEN, m={"mentions": said})
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


@pytest.mark.parametrize(
    "word", ["a", "three of them", "two  words", "*", "* words", "lo*me", "b[a-z]+"]
)
def test_only_words_can_be_looked_for(word: str) -> None:
    with pytest.raises(UnknownReading):
        _mentions("Vald", word)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("läbi viia kolm töötuba", ["läbi viia"]),
        ("Tahame sügisel viia töötoad läbi.", ["viia töötoad läbi"]),
        ("viia üks kaks kolm neli viis läbi", ["viia üks kaks kolm neli viis läbi"]),
        ("viia üks kaks kolm neli viis kuus läbi", []),
        ("viia kokku, et kava saaks läbi", []),
        ("läbiviia", []),
        ("läbi viiakse", []),
    ],
)
def test_two_words_belong_together_in_either_order(text: str, found: list[str]) -> None:
    assert _mentions(text, "läbi viia") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Koostame juhendi ja koostame kava", ["Koostame"]),
        ("- 1) „Koostame juhendi“", ["Koostame"]),
        ("Me ise koostame juhendi", ["koostame"]),
        ("Juhendi koostame sügisel", []),
        ("Meie koostame juhendi", []),
        ("Viime sügisel läbi kolm töötuba", ["Viime sügisel läbi"]),
        ("Sügisel viime läbi kolm töötuba", []),
        ("me", []),
        ("", []),
    ],
)
def test_at_the_start_other_places_do_not_count(text: str, found: list[str]) -> None:
    words = ("koosta*", "läbi viime")
    assert _mentions(text, *words, at="start", skip=["me", "ise"]) == found


def test_words_to_skip_that_mean_the_same_are_not_tried_in_every_mix() -> None:
    """Whoever wrote the method needs no trust: each mix tried would never come to an end."""
    skip = ["aa*", "aaa*"]
    assert _mentions("aaaa " * 60 + "bb", "kava", at="start", skip=skip) == []
    assert _mentions("aaaa " * 60 + "kava", "kava", at="start", skip=skip) == ["kava"]
    assert _mentions("aaaa kava", "aaaa", at="start", skip=skip) == ["aaaa"]
