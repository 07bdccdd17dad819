"""Dates, times and numbers are written by the rules of each language."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from service.formats import Formats

NOW = datetime(2026, 3, 15, 12, 0, tzinfo=UTC)
TALLINN = timezone(timedelta(hours=2))


def formats(lang: str) -> Formats:
    return Formats(lang, TALLINN, NOW)


@pytest.mark.parametrize(("lang", "said"), [("et", "05.03.2021"), ("en", "5 March 2021")])
def test_a_day(lang: str, said: str) -> None:
    assert formats(lang).day(date(2021, 3, 5)) == said


@pytest.mark.parametrize(("lang", "said"), [("et", "14.05"), ("en", "14:05")])
def test_a_time_of_day_is_shown_in_the_zone_of_the_service(lang: str, said: str) -> None:
    assert formats(lang).clock(datetime(2021, 3, 5, 12, 5, tzinfo=UTC)) == said


@pytest.mark.parametrize(("lang", "said"), [("et", "täna kell 09.30"), ("en", "today at 09:30")])
def test_today_is_told_by_the_clock_alone(lang: str, said: str) -> None:
    assert formats(lang).moment(datetime(2026, 3, 15, 7, 30, tzinfo=UTC)) == said


def test_late_in_the_evening_it_is_tomorrow_already_in_the_zone() -> None:
    assert formats("et").moment(datetime(2026, 3, 15, 22, 30, tzinfo=UTC)).startswith("16.03.2026")


@pytest.mark.parametrize(
    ("lang", "value", "said"),
    [
        ("et", 0.5, "0,5"),
        ("en", 0.5, "0.5"),
        ("et", 2.0, "2"),
        ("et", 1234, "1234"),
        ("en", 12345, "12\u00a0345"),
        ("et", 33.333, "33,33"),
    ],
)
def test_numbers(lang: str, value: float, said: str) -> None:
    assert formats(lang).number(value) == said
