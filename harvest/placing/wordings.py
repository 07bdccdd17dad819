"""Texts compared where the plan does not know every word of the board.

A plan read from a footer knows no text of the brief ("…" stands for each) and neither times nor
lengths: those are what facilitators fill in, and they are not in the footer.
"""

from __future__ import annotations

import re
from typing import Final

from harvest.content import folded

UNKNOWN: Final = "…"
_DIGITS: Final = re.compile(r"\d+")


def masked(text: str) -> str:
    """Return a folded text with every number made the same."""
    return _DIGITS.sub("#", folded(text))


def says_something(pattern: str) -> bool:
    """Tell whether a pattern has more than unknown words and signs in it."""
    return any(letter.isalpha() or letter == "#" for letter in pattern.replace(UNKNOWN, ""))


def fits(text: str, pattern: str) -> bool:
    """Tell whether a text is what a pattern says; "…" stands for any words, none included.

    Args:
        text: A masked text of the board.
        pattern: A masked text of the plan.
    """
    if UNKNOWN not in pattern:
        return text == pattern
    first, *middle, last = pattern.split(UNKNOWN)
    if not text.startswith(first) or not text.endswith(last):
        return False
    at, end = len(first), len(text) - len(last)
    for part in middle:
        found = text.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return at <= end
