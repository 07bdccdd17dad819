"""Spans of days as people write them on notes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvest.actions import parse_action
from harvest.periods import find_period

SESSION = date(2021, 1, 13)


@pytest.mark.parametrize(
    ("text", "since", "due"),
    [
        ("3.–28. veebruar", "2021-02-03", "2021-02-28"),
        ("3.-28. veebruarini", "2021-02-03", "2021-02-28"),
        ("3–28 February", "2021-02-03", "2021-02-28"),
        ("Feb 3–28", "2021-02-03", "2021-02-28"),
        ("10.–21.03.2022", "2022-03-10", "2022-03-21"),
        ("10.03–21.03", "2021-03-10", "2021-03-21"),
        ("15. märts – 10. aprill", "2021-03-15", "2021-04-10"),
        ("15 March – 10 April", "2021-03-15", "2021-04-10"),
        ("15. märts kuni 10. aprill 2022", "2022-03-15", "2022-04-10"),
        ("15 March to 10 April", "2021-03-15", "2021-04-10"),
        ("1.12.2021–15.01.2022", "2021-12-01", "2022-01-15"),
        ("märts–aprill", "2021-03-01", "2021-04-30"),
        ("märtsist maini", "2021-03-01", "2021-05-31"),
        ("March–May", "2021-03-01", "2021-05-31"),
        ("november–jaanuar 2022", "2021-11-01", "2022-01-31"),
        ("2021 II kvartal", "2021-04-01", "2021-06-30"),
        ("II–III kvartal", "2021-04-01", "2021-09-30"),
        ("Q2–Q3 2022", "2022-04-01", "2022-09-30"),
        ("aprill", "2021-04-01", "2021-04-30"),
        ("12. aprill", "2021-04-12", "2021-04-12"),
        ("märtsi lõpuks", None, "2021-03-31"),
        ("hiljemalt 15.03", None, "2021-03-15"),
        ("by end of March", None, "2021-03-31"),
    ],
)
def test_a_span_is_read_from_its_first_day_to_its_last(
    text: str, since: str | None, due: str
) -> None:
    found = find_period(text, SESSION)
    assert found is not None
    assert (found.since.isoformat() if found.since else None) == since
    assert found.due.isoformat() == due
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Veebiküsitlus 3.–28. veebruar, @Liis", "Veebiküsitlus"),
        ("Kohtumised märts–aprill, @Liis", "Kohtumised"),
        ("Survey, 3–28 February, @Liis", "Survey"),
    ],
)
def test_a_span_goes_out_of_an_action_as_a_whole(text: str, left: str) -> None:
    action = parse_action(text, SESSION)
    assert (action.text, action.owners) == (left, ("Liis",))
    assert action.due in {date(2021, 2, 28), date(2021, 4, 30)}


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("1–2 kohtumist märtsiks", "2021-03-31"),
        ("kell 10–12, 15. märts", "2021-03-15"),
        ("2021-03-15", "2021-03-15"),
        ("28.–3. veebruar", "2021-02-03"),
    ],
)
def test_what_is_no_span_is_read_as_one_date(text: str, due: str) -> None:
    found = find_period(text, SESSION)
    assert found is not None
    assert found.due.isoformat() == due
    assert found.since in {None, found.due}


def test_a_text_without_a_date_has_no_span() -> None:
    assert find_period("kui VTK on valmis", SESSION) is None


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    found = find_period(text, SESSION)
    assert found is None or found.since is None or found.since <= found.due
