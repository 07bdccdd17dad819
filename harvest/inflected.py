"""The forms in which a name stands in Estonian texts: „Jaan“, „Jaani“, „Jaaniga“, „Peetri“.

The rules are the regular ones of Estonian grammar (genitive stem, then the endings of the cases);
stems nobody can tell from the name alone („Mägi“, „Mäe“) are not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

ENDINGS: Final = (
    *("sse", "st", "s", "ni", "na", "ta", "ks"),
    *("lt", "le", "l", "ga", "d", "t"),
)
_VOWELS = "aeiouõäöü"
_STEM_VOWELS = "aeiu"
_LEAST = 3  # letters; of two only the whole word would be safe, and that may be anything
_ENDING_GROUP = f"(?P<ending>{'|'.join(ENDINGS)})"


def stems(name: str) -> Iterator[str]:
    """Yield what the case endings are put to: the genitive, as far as its form tells."""
    low = name.casefold()
    if low[-1] in _VOWELS:
        yield name
        if low.endswith("ne") and len(name) > _LEAST + 1:  # Rebane, Rebase
            yield f"{name[:-2]}se"
        return
    if low.endswith("as") and len(name) > _LEAST + 1:  # Maasikas, Maasika
        yield name[:-1]
    yield from (f"{stem}{vowel}" for stem in _before_vowel(name) for vowel in _STEM_VOWELS)


def _before_vowel(name: str) -> Iterator[str]:
    """Yield what a name that ends in a consonant becomes before a vowel."""
    low = name.casefold()
    yield name
    if re.search(rf"([pkts])\1$|[{_VOWELS}]ll$|sk$", low):  # Sepp, Sepa; Kukk, Kuke; Kask, Kase
        yield name[:-1]
    if re.search(rf"[{_VOWELS}lrn]t$", low):  # Tiit, Tiidu; Mart, Mardi
        yield f"{name[:-1]}d"
    if re.search(rf"[{_VOWELS}][^{_VOWELS}]+e[lrn]$", low):  # Peeter, Peetri
        yield name[:-2] + name[-1]


def forms(name: str) -> str:
    """Return a pattern of the forms of a name's one word, the ending unnamed; of no other word."""
    return _pattern(name, f"(?:{'|'.join(ENDINGS)})")


def ending_of(said: str, name: str) -> str | None:
    """Return with what ending a word says a name, empty without one; null when it isn't it."""
    found = _inflected(name).fullmatch(said)
    return None if found is None else (found["ending"] or "")


@lru_cache(maxsize=4096)  # asked for each word of a text that may be somebody's name
def _inflected(name: str) -> re.Pattern[str]:
    return re.compile(_pattern(name, _ENDING_GROUP))


def _pattern(name: str, ending: str) -> str:
    if len(name) < _LEAST:
        return re.escape(name)
    said = "|".join(re.escape(stem) for stem in sorted(stems(name), key=len, reverse=True))
    return f"(?:(?:{said}){ending}?|{re.escape(name)})"
