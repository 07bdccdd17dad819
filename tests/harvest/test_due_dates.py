"""Dates as people write them on notes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvest.due_dates import FORMS, find_due, may_name_a_day

SESSION = date(2021, 1, 13)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("15.03.2021", "2021-03-15"),
        ("15.03.21", "2021-03-15"),
        ("15.03", "2021-03-15"),
        ("15.03.", "2021-03-15"),
        ("1.2", "2021-02-01"),
        ("2021-03-15", "2021-03-15"),
        ("15. märts", "2021-03-15"),
        ("15. märtsiks", "2021-03-15"),
        ("15. märtsil 2022", "2022-03-15"),
        ("1. detsembriks 2021. a", "2021-12-01"),
        ("hiljemalt 1. aprill", "2021-04-01"),
        ("märts 2021", "2021-03-31"),
        ("märtsi lõpuks", "2021-03-31"),
        ("jaanuari lõpuks", "2021-01-31"),
        ("märtsiks", "2021-03-31"),
        ("mai", "2021-05-31"),
        ("II kvartal", "2021-06-30"),
        ("III kvartali lõpuks", "2021-09-30"),
        ("4. kvartal 2022", "2022-12-31"),
        ("2022 I kvartal", "2022-03-31"),
        ("15 March", "2021-03-15"),
        ("by 15 March", "2021-03-15"),
        ("15th of March", "2021-03-15"),
        ("March 15, 2022", "2022-03-15"),
        ("by end of March", "2021-03-31"),
        ("by the end of March 2022", "2022-03-31"),
        ("Q2", "2021-06-30"),
        ("Q3 2022", "2022-09-30"),
        ("by May", "2021-05-31"),
        ("until 3 Oct", "2021-10-03"),
        ("juuniks", "2021-06-30"),
        ("in July", "2021-07-31"),
        ("by February", "2021-02-28"),
        ("second quarter", "2021-06-30"),
    ],
)
def test_a_date_is_read(text: str, due: str) -> None:
    found = find_due(text, SESSION)
    assert found is not None
    assert found.due.isoformat() == due
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kunagi hiljem",
        "31.02",
        "10.30",
        "kell 10.12",
        "mall v2.10",
        "5.10%",
        "märtsi alguseks",
        "Teeme mais puhkuse",
        "we may do it",
        "Jaan teeb",
        "Mari kutsub",
        "2,5",
        "v. 2.10",
        "v 2.10",
        "versioon 2.10",
        "uus versiooni 3.2 mall",
        "version 2.10",
        "p 3.2",
        "p. 3.2 muuta",
        "punkt 3.2",
        "lg 2.1",
        "§ 4.1",
        "§4.1",
        "nr 5.6",
        "nr. 5.6",
        "vt p 3.2 ja § 4.1",
    ],
)
def test_what_is_no_date_stays_text(text: str) -> None:
    assert find_due(text, SESSION) is None


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("12.01", "2022-01-12"),
        ("13.01", "2021-01-13"),
        ("14.01", "2021-01-14"),
        ("Q4", "2021-12-31"),
    ],
)
def test_a_date_without_a_year_is_the_next_such_one(text: str, due: str) -> None:
    found = find_due(text, SESSION)
    assert found is not None
    assert found.due.isoformat() == due


@pytest.mark.parametrize("text", ["nr 5.6 valmis 15.03", "p 3.2 muuta, 15.03", "E–P, kl 12, 15.03"])
def test_a_date_beside_the_number_of_a_section_is_read(text: str) -> None:
    found = find_due(text, SESSION)
    assert found is not None
    assert found.due == date(2021, 3, 15)


def test_a_date_between_separators_goes_before_one_in_a_sentence() -> None:
    found = find_due("koostame Q2 aruande, 1. mai, @Mari", SESSION)
    assert found is not None
    assert found.text == "1. mai"


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_full_date_comes_back(day: date) -> None:
    for text in (f"{day.day}.{day.month:02d}.{day.year}", day.isoformat()):
        found = find_due(f"Teeme ära, @Mari, {text}", SESSION)
        assert found is not None
        assert found.due == day


@given(st.text(max_size=60))
def test_any_text_can_be_looked_at(text: str) -> None:
    found = find_due(text, SESSION)
    assert found is None or 0 <= found.start < found.end <= len(text)


_PIECES = (
    *("märts", "märtsis", "mai", "juuniks", "dets.", "May", "June", "Sept", "march", "Q3", "II"),
    *("kvartal", "kvartali lõpuks", "third quarter", "end of", "lõpuks", "2021", "15", "15.", "3."),
    *("15.03", "2021-03-15", "st", "of", "hiljemalt", "by", "kuni", "tähtaeg:", "esimene", "mõte"),
)


@given(
    st.lists(
        st.tuples(st.sampled_from(_PIECES), st.sampled_from((" ", "", ", ", ".", "\n", "–"))),
        max_size=6,
    )
)
@settings(deadline=None)
def test_whatever_is_written_as_a_date_holds_the_clue_to_it(
    pieces: list[tuple[str, str]],
) -> None:
    text = "".join(word + gap for word, gap in pieces)
    for form, _, clues in FORMS:
        if form.search(text):
            assert all(clue.search(text) for clue in clues), form.pattern
            assert may_name_a_day(text)
