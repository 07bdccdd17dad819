"""Initials in front of a note or behind it, as people sign where a method asks for initials."""

from __future__ import annotations

import re
from typing import Final

_CAPITALS = "[A-ZÄÖÕÜŠŽ]"
_INITIALS = rf"{_CAPITALS}{{2,3}}|{_CAPITALS}\.[ ]?{_CAPITALS}\.?"
_FRONT = re.compile(rf"^\W*(?P<who>{_INITIALS})(?!\w)\s*(?P<sure>:)?[:,;.–-]*\s*")
_END = re.compile(rf"(?:\s*[(–,;-]\s*|\s+|(?<=\.))(?P<who>{_INITIALS})(?P<sure>)\.?\)?\s*$")
# What looks like initials at a glance, but is a word of every meeting.
ABBREVIATIONS: Final = frozenset(
    {"EIS", "VTK", "EU", "EL", "KOV", "ÜRO", "USA", "MTÜ", "SA", "OÜ", "AS", "FIE", "RIA", "RIK"}
    | {"RMK", "KKM", "HTM", "MKM", "IT", "AI", "TI", "ID", "OK", "PR", "KPI", "NB", "PS", "EV"}
    | {"ERR", "NGO", "UN", "UK", "PPA", "SKA", "TAI", "HEV", "KSH", "KMH", "TÜ", "TLÜ", "EMÜ", "RT"}
)


def initials_in(text: str) -> re.Match[str] | None:
    """Return where a text carries initials, `who` of the match; a common abbreviation is none.

    Two or three capitals count in front of a text, at its end behind a space, a full stop, a
    separator or in brackets, and alone. A common abbreviation counts only before a colon.
    """
    for form in (_FRONT, _END):
        found = form.search(text)
        if found is not None and (found["sure"] or _letters(found["who"]) not in ABBREVIATIONS):
            return found
    return None


def without_initials(text: str) -> tuple[str | None, str]:
    """Return whose initials a text carries, or None, and the text without them."""
    found = initials_in(text)
    if found is None:
        return None, text
    return _letters(found["who"]), (text[: found.start()] + text[found.end() :]).strip()


def _letters(initials: str) -> str:
    return re.sub(r"[\s.]", "", initials)
