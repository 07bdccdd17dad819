"""Actions: what, who, by when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvest.actions import action_of, parse_action, parse_names
from harvest.placed import PlacedNote
from tests.harvest.boards import board

SESSION = date(2021, 1, 13)


@pytest.mark.parametrize(
    ("written", "text", "owner", "due"),
    [
        ("Kohtume juhatusega, @Mari, 15.03", "Kohtume juhatusega", "Mari", "2021-03-15"),
        ("@Mari Maasikas 15.03 kohtume", "kohtume", "Mari Maasikas", "2021-03-15"),
        ("kohtume – @Mari – 1. märts", "kohtume", "Mari", "2021-03-01"),
        ("kohtume / @mari / 15.03.2021", "kohtume", "mari", "2021-03-15"),
        ("kohtume · @Mari · 15.03", "kohtume", "Mari", "2021-03-15"),
        ("kohtume\n@Mari\n15.03", "kohtume", "Mari", "2021-03-15"),
        ("kutsume; Vastutaja: Jüri Tamm; märtsi lõpuks", "kutsume", "Jüri Tamm", "2021-03-31"),
        ("Vastutab Mari, saadame kutse", "saadame kutse", "Mari", None),
        ("Owner: Anne K, write it up, Q2", "write it up", "Anne K", "2021-06-30"),
        ("responsible: Jaan\nwe do it\n15 March", "we do it", "Jaan", "2021-03-15"),
        ("@Mari ja @Jüri teevad kava", "teevad kava", "Mari, Jüri", None),
        ("kirjutame mari@asutus.ee", "kirjutame mari@asutus.ee", None, None),
        ("Aruanne valmis kevadel, @Kai", "Aruanne valmis kevadel", "Kai", None),
        ("Mida teeme, @kes", "Mida teeme", None, None),
        ("arutame, otsustame", "arutame, otsustame", None, None),
        ("Vastutavad inimesed kohtuvad", "Vastutavad inimesed kohtuvad", None, None),
    ],
)
def test_an_action_is_taken_apart(
    written: str, text: str, owner: str | None, due: str | None
) -> None:
    parsed = parse_action(written, SESSION)
    assert (parsed.text, parsed.owner) == (text, owner)
    assert (parsed.due.isoformat() if parsed.due else None) == due


def test_names_are_taken_out_of_a_topic() -> None:
    assert parse_names("kuidas kaasata neid, kes ei usalda? @Kati") == (
        ("Kati",),
        "kuidas kaasata neid, kes ei usalda?",
    )


def _action(note: PlacedNote, names: Mapping[str, str]) -> dict[str, object]:
    return action_of(note, parse_action(note.text or "", SESSION), names)


def test_what_stands_on_the_card_goes_first() -> None:
    fake = board("stakeholder-map")
    due = datetime(2026, 4, 10, tzinfo=UTC)
    no = fake.write("Lepime kokku, @Mari, 1.05", "F3.next@1", kind="card", due=due, assignee="p7")
    action = _action(fake.notes[no - 1], {"p7": "Jüri"})
    assert action["owner"] == "Jüri"
    assert action["due"] == "2026-04-10"
    assert action["source"] == "card"


def test_an_assignee_nobody_knows_is_an_owner_without_a_name() -> None:
    fake = board("stakeholder-map")
    no = fake.write("Lepime kokku", "F3.next@1", kind="card", assignee="p7")
    assert _action(fake.notes[no - 1], {})["owner"] is True


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=80))
def test_nothing_but_names_dates_and_separators_leaves_the_text(written: str) -> None:
    parsed = parse_action(written, SESSION)
    if parsed.owner is None and parsed.due is None and "@" not in written:
        assert parsed.text == " ".join(written.split())
