"""Names by mode."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvest.names import NameKeeper, hashed
from harvest.summary import Summary
from tests.harvest.boards import FakeBoard, board

MAY_LABEL = re.compile("vastuta|owner|responsible", re.IGNORECASE)
MEMBERS = {"p1": "Mari Maasikas", "p2": "Jüri Tamm"}


def _board() -> FakeBoard:
    fake = board("stakeholder-map")
    fake.write("Bussifirmad", "F3.who@1")
    fake.write("Kohtume, @Mari, 15.03", "F3.next@1", by="p2")
    fake.write("Küsime @Kai käest", "F1.public", by="p1")
    return fake


def _summary(mode: str) -> Summary:
    return _board().summary(names=mode, member_names=MEMBERS, salt=b"s")


def test_tasks_keeps_who_took_something_on_and_no_authors() -> None:
    summary = _summary("tasks")
    assert summary.actions[0].owner == "Mari"
    assert all("author" not in note for note in summary.as_data()["notes"])


def test_none_cuts_every_name() -> None:
    summary = _summary("none")
    assert summary.actions[0].owner is True
    text = summary.to_json()
    assert not [name for name in ("Mari", "Kai", "Jüri") if name in text]


def test_pseudonym_gives_one_name_for_one_person() -> None:
    summary = _summary("pseudonym")
    assert summary.actions[0].owner == "P1"
    texts = {note.text for note in summary.notes}
    assert "Kohtume, @P1, 15.03" in texts
    text = summary.to_json()
    assert not [name for name in ("Mari", "Kai", "Jüri") if name in text]


def test_pseudonyms_of_a_programme_go_on() -> None:
    summary = _board().summary(names="pseudonym", pseudonyms={"mari": "P7"}, salt=b"s")
    assert summary.actions[0].owner == "P7"
    assert "@Kai" not in summary.to_json()
    assert "P1" not in {note.author for note in summary.notes}


def test_full_tells_who_wrote_what() -> None:
    authors = {note.author for note in _summary("full").notes}
    assert authors == {"Mari Maasikas", "Jüri Tamm"}


@pytest.mark.parametrize("mode", ["tasks", "none"])
def test_ids_of_people_are_nowhere(mode: str) -> None:
    fake = board("stakeholder-map")
    fake.write("Vald", "F1.public", by="3458764500000001")
    data = json.dumps(fake.summary(names=mode, salt=b"s").as_data())
    assert "3458764500000001" not in data


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kutsume @Mari ja @Jaan, 2.03", "Kutsume, 2.03"),
        ("Helista @Mari homme", "Helista homme"),
        ("Helista @Mari.", "Helista."),
        ("Helista @Mari. Siis küsi", "Helista. Siis küsi"),
        ("Helista @M. Maasikas homme", "Helista homme"),
        ("Kohtume, @Mari, 15.03", "Kohtume, 15.03"),
        ("Kohtume / @Mari Maasikas", "Kohtume"),
        ("Kohtume – @Mari", "Kohtume"),
        ("@Mari, @Jaan: kutsuge teised", "kutsuge teised"),
        ("kokku lepitud (@Mari)", "kokku lepitud"),
        ("kutsuda\n@Mari\nhomme", "kutsuda\n\nhomme"),
        ("kutsuda @Mari\nhomme  kell 9", "kutsuda\nhomme  kell 9"),
        ("@Mari", ""),
    ],
)
def test_a_cut_name_leaves_the_text_whole(text: str, left: str) -> None:
    assert NameKeeper("none").text(text) == left


@pytest.mark.parametrize("text", ["a  b", " a ", "a ,b .\n", "mari@vald.ee", "e @ 5", "teha, @kes"])
def test_a_text_without_names_is_not_touched(text: str) -> None:
    assert NameKeeper("none").text(text) == text


@given(st.text(max_size=80))
def test_no_text_without_names_is_touched(text: str) -> None:
    if "@" not in text and not MAY_LABEL.search(text):
        assert NameKeeper("none").text(text) == text


@given(st.text(max_size=80))
def test_text_without_an_at_stays_as_it_is(text: str) -> None:
    if "@" not in text and not MAY_LABEL.search(text):
        assert NameKeeper("pseudonym").text(text) == text


def test_stand_ins_of_two_harvests_differ() -> None:
    assert hashed("p1", b"one") != hashed("p1", b"two")
    assert hashed("p1", b"one") == hashed("p1", b"one")
