"""Covision: what is said of a case stays there, and advice waits for the questions."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.harvest.boards import AT, LIBRARY, board
from tests.harvest.performing import Performance
from tests.harvest.told import codes_of

METHOD = "covision"
SHARED = 4  # notes of the case that the example's people tagged


def _performed(**values: Any) -> Performance:  # noqa: ANN401  # values of a brief
    example = dict(LIBRARY.get(METHOD).example)
    brief = {lang: {**said, **values} for lang, said in example["brief"].items()}
    return Performance(LIBRARY, METHOD, "et", {**example, "brief": brief})


def test_no_text_of_a_case_is_told_but_what_is_tagged() -> None:
    summary = _performed().summary()
    told = [note for note in summary.notes if (note.frame or "") == "C" and note.text]
    assert len(told) == SHARED
    assert all("may_share" in note.tags for note in told)
    assert all(summary.notes[no - 1].text is None for no in summary.parked)


def test_an_open_case_is_told_whole() -> None:
    summary = _performed(confidential=False).summary()
    [case] = summary.as_data()["result"]["cases"]
    assert case["key_question"]["text"].startswith("Kuidas saaksin")
    assert case["shared"] == []
    assert all(note.text for note in summary.notes if note.frame == "C")
    assert "personal_data" in {signal.code for signal in summary.signals}


@pytest.mark.parametrize(
    ("idea", "too_early"), [(5, True), (15, False), (20, False), (None, False)]
)
def test_advice_is_early_before_the_last_question(idea: int | None, *, too_early: bool) -> None:
    def minute(number: int | None) -> datetime | None:
        return None if number is None else AT + timedelta(minutes=number)

    fake = board(METHOD)
    fake.write("Kes veel?", "C.clarify", item_created_at=minute(1))
    fake.write("Kas kirjalikult?", "C.clarify", item_created_at=minute(15))
    fake.write("Mina prooviksin", "C.ideas", item_created_at=minute(idea))
    assert ("advice_too_early" in codes_of(fake)) is too_early


def test_a_case_that_was_deleted_leaves_nothing_to_delete() -> None:
    fake = board(METHOD)
    fake.write("Küsi enne", "L.learning")
    assert codes_of(fake) >= {"no_takeaway", "no_next"}
    assert "case_still_there" not in codes_of(fake)


def test_each_of_two_cases_has_its_own_counts() -> None:
    fake = board(METHOD, cases=2, case_titles=["Esimene"])
    keys = [zone.key for zone in fake.plan.zones if zone.id == "C.ideas"]
    fake.write("Mina prooviksin", keys[1])
    fake.write("Mina küsiksin", keys[1], tags=("may_share",))
    first, second = fake.summary().as_data()["result"]["cases"]
    assert (first["title"], second["title"]) == ("Esimene", "")
    assert (first["counts"]["ideas"], second["counts"]["ideas"]) == (0, 2)
    assert (first["shared"], second["shared"]) == ([], [2])


def test_who_leads_next_is_hidden_with_other_names() -> None:
    found = _performed().summary(names="none").as_data()["result"]["next_meeting"]
    assert (found["lead"], found["case_owner"]) == (True, True)
    assert "Mart" not in found["text"]
    assert "Kadri" not in found["text"]
