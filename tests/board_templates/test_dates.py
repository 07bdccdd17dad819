"""Dates and clocks are written as each language writes them."""

from __future__ import annotations

import pytest

from board_templates.dates import date_text, days_between, months_after, time_text


@pytest.mark.parametrize(
    ("iso", "lang", "text"),
    [
        ("2021-03-15", "et", "15.03.2021"),
        ("2021-03-05", "en", "5 March 2021"),
        (None, "et", ""),
        ("", "en", ""),
    ],
)
def test_dates(iso: str | None, lang: str, text: str) -> None:
    assert date_text(iso, lang) == text


@pytest.mark.parametrize(
    ("clock", "lang", "text"),
    [("14:30", "et", "14.30"), ("14:30", "en", "14:30"), (None, "et", "")],
)
def test_clocks(clock: str | None, lang: str, text: str) -> None:
    assert time_text(clock, lang) == text


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-02-20", "2026-03-05", 13),
        ("2026-03-05", "2026-02-20", -13),
        (None, "2026-03-05", None),
        ("2026-03-05", "", None),
    ],
)
def test_days_between(start: str | None, end: str | None, days: int | None) -> None:
    assert days_between(start, end) == days


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-01-13", 6, "2026-07-13"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-03-31", -1, "2026-02-28"),
        (None, 6, None),
        ("", 6, None),
    ],
)
def test_months_after(day: str | None, months: int, later: str | None) -> None:
    assert months_after(day, months) == later
