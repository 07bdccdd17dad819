"""Spans of days as people write them: „3.–28. veebruar“, “March–April”, „märtsist maini“."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from harvest.due_dates import DueDate, find_due, may_name_a_day

_JOIN: Final = re.compile(r"\s*(?:[–—-]|\b(?:kuni|to|until|till)\b)\s*|(?<=st)\s+", re.IGNORECASE)
_BREAK: Final = re.compile(r"[,;/·\n()@]")
_WORDS: Final = 5
_DAY: Final = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)?", re.IGNORECASE)
_QUARTER: Final = re.compile(r"(?:IV|I{1,3}|[1-4])\.?", re.IGNORECASE)
_QUARTER_WORD: Final = re.compile(r"\b(?:kvartal|quarter)\w*", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\.\d\d\.?$")


def find_period(text: str, after: date) -> DueDate | None:
    """Return the span of days that a text names, or the one date in it, or None.

    `since` is the first day, `due` the last one.

    Args:
        text: What stands on a note.
        after: The day of the session; a date without a year is the next such day from then on.
    """
    if not may_name_a_day(text):
        return None
    spans = (_span(text, join, after) for join in _JOIN.finditer(text))
    return next((span for span in spans if span is not None), None) or find_due(text, after)


def _span(text: str, join: re.Match[str], after: date) -> DueDate | None:
    for left, begin in _before(text[: join.start()]):
        for right in _behind(text[join.end() :]):
            days = _days(left, right, after)
            if days is not None:
                end = join.end() + len(right)
                return DueDate(days[1], begin, end, text[begin:end], days[0])
    return None


def _before(text: str) -> Iterator[tuple[str, int]]:
    """Yield the last words of a text, the most first, and where they begin."""
    from_break = max((found.end() for found in _BREAK.finditer(text)), default=0)
    words = [from_break + word.start() for word in re.finditer(r"\S+", text[from_break:])]
    yield from ((text[begin:], begin) for begin in words[-_WORDS:])


def _behind(text: str) -> Iterator[str]:
    """Yield the first words of a text, the most first."""
    words = [word.end() for word in re.finditer(r"\S+", _BREAK.split(text)[0])]
    yield from (text[:end].rstrip(" .") for end in reversed(words[:_WORDS]))


def _days(left: str, right: str, after: date) -> tuple[date, date] | None:
    last = _whole(right, after)
    if last is None:
        first = _whole(left, after) if _DAY.fullmatch(right) else None
        end = _same_month(right, first.due) if first and first.since == first.due else None
        return _ordered(first.since if first else None, end)
    if quarter := _QUARTER_WORD.search(right):
        left = f"{left} {quarter[0]}" if _QUARTER.fullmatch(left) else left
    elif _DAY.fullmatch(left):
        named_day = _DAY.match(right) or re.search(r"\s\d{1,2}\b", right)
        return _ordered(_same_month(left, last.due), last.due) if named_day else None
    first = _whole(left, after)
    if first is None:
        return None
    since = first.since or first.due
    return _ordered(since if _YEAR.search(left) else _latest(since, last.due), last.due)


def _whole(text: str, after: date) -> DueDate | None:
    """Return the date of a text that is nothing else."""
    found = find_due(text, after)
    return found if found and not (text[: found.start] + text[found.end :]).strip(" .") else None


def _same_month(said: str, other: date) -> date | None:
    day = _DAY.fullmatch(said)
    try:
        return other.replace(day=int(day[1])) if day else None
    except ValueError:
        return None


def _latest(day: date, end: date) -> date | None:
    """Return the day in the year of the end, or in the one before when it would be later."""
    try:
        same = day.replace(year=end.year)
        return same if same <= end else day.replace(year=end.year - 1)
    except ValueError:
        return None


def _ordered(first: date | None, last: date | None) -> tuple[date, date] | None:
    return (first, last) if first and last and first < last else None
