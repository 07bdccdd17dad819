"""Dates as people write them on notes, in Estonian and English, and what day they mean."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS_ET = (
    r"jaan(?:uar\w*)?",
    r"veebr(?:uar\w*)?",
    r"märts\w{0,4}",
    r"apr(?:ill\w*)?",
    r"mai(?:kuu\w*|ks|ni|s|l|st)?",
    r"juuni(?:kuu\w*|ks|ni|s|l|st)?",
    r"juuli(?:kuu\w*|ks|ni|s|l|st)?",
    r"aug(?:ust\w*)?",
    r"sept(?:emb\w*)?",
    r"okt(?:oob\w*)?",
    r"nov(?:emb\w*)?",
    r"dets(?:emb\w*)?",
)
_MONTHS_EN = (
    r"jan(?:uary)?",
    r"feb(?:ruary)?",
    r"mar(?:ch)?",
    r"apr(?:il)?",
    r"may",
    r"june?",
    r"july?",
    r"aug(?:ust)?",
    r"sep(?:t(?:ember)?)?",
    r"oct(?:ober)?",
    r"nov(?:ember)?",
    r"dec(?:ember)?",
)
_MONTH = "|".join(
    f"(?P<m{lang}{no}>{word})"
    for lang, words in (("e", _MONTHS_ET), ("i", _MONTHS_EN))
    for no, word in enumerate(words, start=1)
)
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)(?!\d)(?:\.?\s*a(?:asta\w*|\.)?(?!\w))?)"
_BEFORE = (
    r"(?:(?:tähtaeg|tähtajaks|hiljemalt|enne|kuni|due(?:\s+date)?|deadline|no\s+later\s+than"
    r"|by|until|till|before|on|in)\b:?\s+(?:the\s+)?)?"
)
_ENDED = r"(?:\s+(?P<part>lõpuks|lõpuni|lõpus|lõpp))"
_TAIL = r"(?:ks|ni|ni\s+kaasa|l)?"

_ISO = r"(?<![\d.-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"
_NUMBERS = (
    r"(?<![\d.,:/-])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})"
    r"(?:\.\s?(?P<year>\d{4}|\d\d)(?![\d%]))?\.?(?![\d%]|[.,]\d)(?:-?" + _TAIL + r"\b)?"
)
_DAY_MONTH_ET = rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s*(?:{_MONTH})\.?(?!\w){_YEAR}?"
_DAY_MONTH_EN = (
    rf"(?<![\d.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\.?(?!\w){_YEAR}?"
)
_MONTH_DAY_EN = (
    rf"(?<!\w)(?:{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.]\d|\d|\w){_YEAR}?"
)
_MONTH_END = rf"(?<!\w)(?:{_MONTH})(?:\s+(?P<year>(?:19|20)\d\d))?{_ENDED}(?!\w)"
_END_OF_MONTH = rf"(?<!\w)(?:the\s+)?end\s+of\s+(?:{_MONTH})(?!\w){_YEAR}?"
_MONTH_YEAR = rf"(?<!\w)(?:{_MONTH})\.?(?!\w){_YEAR}"
_YEAR_QUARTER = (
    r"(?<!\w)(?P<year>(?:19|20)\d\d)(?:\.?\s*a(?:asta\w*|\.)?)?\s+"
    r"(?P<quarter>IV|I{1,3}|[1-4])\.?\s*kvartal\w*(?:\s+lõp\w+)?"
)
_QUARTER_ET = rf"(?<!\w)(?P<quarter>IV|I{{1,3}}|[1-4])\.?\s*kvartal\w*(?:\s+lõp\w+)?(?!\w){_YEAR}?"
_QUARTER_EN = (
    rf"(?<!\w)(?:the\s+)?(?:end\s+of\s+)?(?:Q(?P<quarter>[1-4])|(?P<nth>1st|2nd|3rd|4th|first"
    rf"|second|third|fourth)\s+quarter)(?!\w)(?:\s+of)?{_YEAR}?"
)
_BARE_MONTH = rf"(?<!\w)(?:{_MONTH})\.?(?!\w)"

_NTH = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_BARE_DUE = re.compile(r"(?:\w{3,}(?:ks|ni|is|ris))$", re.IGNORECASE)
_BARE_AMBIGUOUS = frozenset({"mais", "mai", "may", "march", "mar"})
_NOT_A_DUE = re.compile(r"\s+(?:algu|kesk|teis[ei]|esime|alguse)", re.IGNORECASE)
_ONLY_THE_END = re.compile(
    r"^(?:tähta|hiljemalt|enne|kuni|due|deadline|no\s+later|by|until|till|before)\b|lõp|\bend\b"
    r"|(?:ks|ni)$|-?ni\s+kaasa$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:kell|kl|at)\.?\s*$", re.IGNORECASE)
_SECTION = re.compile(
    r"(?:§|\b(?:v|ver|versioon\w*|version|p|punkt\w*|lg|nr)\.?|\bno\.)\s*$", re.IGNORECASE
)
_ANY_MONTH = rf"(?<!\w)(?:{'|'.join((*_MONTHS_ET, *_MONTHS_EN))})(?!\w)"
_DIGIT = re.compile(r"\d")
_MONTH_WORD = re.compile(_ANY_MONTH, re.IGNORECASE)
_QUARTER_WORD = re.compile(r"kvartal|quarter|q[1-4]", re.IGNORECASE)
_END_WORD = re.compile(r"lõp|end\s", re.IGNORECASE)
_CLUES = (_DIGIT, _MONTH_WORD, _QUARTER_WORD, _END_WORD)
_ANY_CLUE = re.compile(rf"\d|kvartal|quarter|{_ANY_MONTH}", re.IGNORECASE)
_GAP = re.compile(r"[,/;·\n]|\s[–-]\s")


@dataclass(frozen=True, slots=True)
class DueDate:
    """A date found in a text: the day it means, and where it stands, its preposition included.

    `since` is the first day of what is named: of a month, a quarter, a span of days; null where
    only the end is said („märtsi lõpuks“, “by 15 March”).
    """

    due: date
    start: int
    end: int
    text: str
    since: date | None = None


def find_due(text: str, after: date) -> DueDate | None:
    """Return the date that a text names, or None.

    Of several, the last one that stands alone between separators is taken, else the last one.

    Args:
        text: What stands on a note.
        after: The day of the session; a date without a year is the next such day from then on.
    """
    if not may_name_a_day(text):
        return None
    found = list(_all_dates(text, after))
    alone = [one for one in found if _stands_alone(text, one)]
    return max(alone or found, key=lambda one: one.start, default=None)


def may_name_a_day(text: str) -> bool:
    """Tell whether a text holds anything that a date is made of; most notes don't."""
    return _ANY_CLUE.search(text) is not None


def _all_dates(text: str, after: date) -> Iterator[DueDate]:
    taken: list[tuple[int, int]] = []
    there = {clue for clue in _CLUES if clue.search(text)}
    for pattern, means, clues in FORMS:
        for match in pattern.finditer(text) if clues <= there else ():
            start, end = match.start("date"), match.end("date")
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            due = means(match, after)
            if due is not None:
                taken.append((start, end))
                said = match["date"].strip()
                yield DueDate(due, match.start(), end, said, _since(match, due, means))


def _stands_alone(text: str, one: DueDate) -> bool:
    before = _GAP.split(text[: one.start])[-1]
    behind = _GAP.split(text[one.end :])[0]
    return not before.strip(" .") and not behind.strip(" .")


def _day(match: re.Match[str], after: date) -> date | None:
    if _CLOCK.search(match.string[: match.start("date")]):
        return None
    named = match.groupdict()
    month = int(named["month"]) if named.get("month") else _month_no(match)
    return _next(lambda year: _date_or_none(year, month, int(match["day"])), named["year"], after)


def _numbers(match: re.Match[str], after: date) -> date | None:
    """Two numbers behind „v.“, „p“ or „§“ are a version or a section of a text."""
    if _SECTION.search(match.string[: match.start("date")]):
        return None
    return _day(match, after)


def _month_end(match: re.Match[str], after: date) -> date | None:
    return _last_day(_month_no(match), match.groupdict().get("year"), after)


def _bare_month(match: re.Match[str], after: date) -> date | None:
    """A month alone is a due date only where it is said so, or where nothing else stands."""
    word = match["date"].strip(" .")
    if _NOT_A_DUE.match(match.string[match.end() :]):
        return None
    said = match.start("date") > match.start()
    inflected = word.lower() not in _BARE_AMBIGUOUS and bool(_BARE_DUE.search(word))
    whole = DueDate(after, match.start(), match.end(), word)
    if said or inflected or _stands_alone(match.string, whole):
        return _month_end(match, after)
    return None


def _quarter(match: re.Match[str], after: date) -> date | None:
    named = match.groupdict()
    said = named.get("quarter") or named.get("nth") or ""
    number = _ROMAN.get(said.upper()) or _NTH.get(said.lower()) or int(said)
    return _last_day(number * 3, named.get("year"), after)


def _since(
    match: re.Match[str], due: date, means: Callable[[re.Match[str], date], date | None]
) -> date | None:
    """Return the first day of what a match names; nothing behind „hiljemalt“ or before „lõpuks“."""
    if _ONLY_THE_END.search(match.group()):
        return None
    if means is _quarter:
        return due.replace(month=due.month - 2, day=1)
    return due if means in {_day, _numbers} else due.replace(day=1)


def _month_no(match: re.Match[str]) -> int:
    return next(
        int(name[2:])
        for name, value in match.groupdict().items()
        if value is not None and name[:2] in {"me", "mi"} and name[2:].isdigit()
    )


def _last_day(month: int, year: str | None, after: date) -> date | None:
    return _next(lambda y: date(y, month, monthrange(y, month)[1]), year, after)


def _next(day_of: Callable[[int], date | None], year: str | None, after: date) -> date | None:
    if year:
        return day_of(int(year) + (2000 if len(year) == len("21") else 0))
    days = (day_of(after.year + ahead) for ahead in range(9))
    return next((day for day in days if day is not None and day >= after), None)


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_Meaning = Callable[[re.Match[str], date], date | None]
FORMS: tuple[tuple[re.Pattern[str], _Meaning, frozenset[re.Pattern[str]]], ...] = tuple(
    (re.compile(rf"(?<!\w){_BEFORE}(?P<date>{form})", re.IGNORECASE), means, frozenset(clues))
    for form, means, clues in (
        (_ISO, _day, [_DIGIT]),
        (_NUMBERS, _numbers, [_DIGIT]),
        (_DAY_MONTH_ET, _day, [_DIGIT, _MONTH_WORD]),
        (_DAY_MONTH_EN, _day, [_DIGIT, _MONTH_WORD]),
        (_MONTH_DAY_EN, _day, [_DIGIT, _MONTH_WORD]),
        (_YEAR_QUARTER, _quarter, [_DIGIT, _QUARTER_WORD]),
        (_QUARTER_ET, _quarter, [_QUARTER_WORD]),
        (_QUARTER_EN, _quarter, [_QUARTER_WORD]),
        (_MONTH_END, _month_end, [_MONTH_WORD, _END_WORD]),
        (_END_OF_MONTH, _month_end, [_MONTH_WORD, _END_WORD]),
        (_MONTH_YEAR, _month_end, [_DIGIT, _MONTH_WORD]),
        (_BARE_MONTH, _bare_month, [_MONTH_WORD]),
    )
)
"""How dates are written, what each way means, and what a text must hold to be written so."""
