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
    | {"ERR", "NGO", "UN", "UK"}
)


def without_initials(text: str) -> tuple[str | None, str]:
    """Return whose initials a text carries, or None, and the text without them.

    Two or three capitals count in front of a text, at its end behind a space, a full stop, a
    separator or in brackets, and alone. A common abbreviation counts only before a colon.
    """
    for form in (_FRONT, _END):
        found = form.search(text)
        if found is None:
            continue
        who = re.sub(r"[\s.]", "", found["who"])
        if found["sure"] or who not in ABBREVIATIONS:
            return who, (text[: found.start()] + text[found.end() :]).strip()
    return None, text
