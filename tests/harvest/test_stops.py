"""A quoted text that ends with a stop of its own brings no second one."""

from __future__ import annotations

import pytest

from harvest.stops import one_stop
from tests.harvest.boards import board


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Olukord: „Kõik vaikivad.“. Ehk?", "Olukord: „Kõik vaikivad.“ Ehk?"),
        ("No decision noted: “Who pays?”.", "No decision noted: “Who pays?”"),
        ("Otsust pole kirjas: „Ja siis …“.", "Otsust pole kirjas: „Ja siis …“"),
        ("Otsust pole kirjas: „Raha!“.", "Otsust pole kirjas: „Raha!“"),
        ("Otsust pole kirjas: „Raha“.", "Otsust pole kirjas: „Raha“."),
        ("Ala „Mis? “ jäi tühjaks.", "Ala „Mis? “ jäi tühjaks."),
        ("Ala „Mis?“ jäi tühjaks.", "Ala „Mis?“ jäi tühjaks."),
        ("„Mis?“...", "„Mis?“..."),
        ("Kirjutatud: „Mis?“.md", "Kirjutatud: „Mis?“.md"),
    ],
)
def test_a_sentence_ends_once(text: str, said: str) -> None:
    assert one_stop(text) == said


@pytest.mark.parametrize(("lang", "end"), [("et", ".“ Kas "), ("en", ".” Is ")])
def test_what_stands_out_ends_its_sentences_once(lang: str, end: str) -> None:
    fake = board("consensus-board", lang)
    fake.dot("F1.unmet@3", times=3)
    (signal,) = (one for one in fake.summary().signals if one.code == "precondition_unmet")
    assert end in signal.text
    assert not [stops for stops in ("“.", "”.") if stops in signal.text]
