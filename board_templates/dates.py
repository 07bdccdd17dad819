"""Dates and times of day as they are written on a board, in either language."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_text(iso: str | None, lang: str) -> str:
    """Return `15.03.2021` in Estonian, `15 March 2021` in English; empty for no date."""
    if not iso:
        return ""
    day = dt.date.fromisoformat(iso)
    if lang == "et":
        return f"{day.day:02d}.{day.month:02d}.{day.year}"
    return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"


def days_between(start: str | None, end: str | None) -> int | None:
    """Return how many days the second date comes after the first; none when either is missing."""
    if not start or not end:
        return None
    return (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days


def months_after(iso: str | None, months: int) -> str | None:
    """Return the same day so many months later, the last of a shorter month; null for no date."""
    if not iso:
        return None
    day = dt.date.fromisoformat(iso)
    ahead, month = divmod(day.month - 1 + int(months), 12)
    year, month = day.year + ahead, month + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1])).isoformat()


def time_text(clock: str | None, lang: str) -> str:
    """Return `14.30` in Estonian, `14:30` in English; empty for no time."""
    if not clock:
        return ""
    return clock.replace(":", ".") if lang == "et" else clock
