"""Where texts name people, by `@` or a label, and how they read without the names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from harvest.actions import names_labelled

_MARK = r"[\u0300-\u036f]"  # letters may be written apart from their marks
_REST = rf"(?:[\w'’-]|{_MARK})*"
_SMALL_OR_CAPITAL = rf"[^\W\d_]{_REST}"
_CAPITAL = rf"[A-ZÄÖÕÜŠŽ]{_REST}"
_INITIAL = r"[^\W\d_]\.(?=\s?[A-ZÄÖÕÜŠŽ])\s?"
_AT = re.compile(
    rf"(?<![\w.@])@\s?(?P<name>(?:{_INITIAL})*{_SMALL_OR_CAPITAL}"
    rf"(?:[ ](?:{_INITIAL})*{_CAPITAL})*)"
)
_NO_NAMES = frozenset({"kes", "who", "nimi", "name"})
_AS_A_NAME = re.compile(
    rf"(?![A-ZÄÖÕÜŠŽ.]{{1,3}}$)(?:{_INITIAL})*{_CAPITAL}(?:[ ](?:{_INITIAL})*{_CAPITAL})*"
)
_NOBODY = frozenset(
    {"Kõik", "Meie", "Mina", "Keegi", "Igaüks", "All", "Everyone", "Everybody", "We"}
)
_CUT = "\0"
_JOIN = r"(?:[ \t]*[,;/&+·][ \t]*|[ \t]+(?:ja|and|või|or)[ \t]+|[ \t]+)"
_BETWEEN = re.compile(r"(\s+(?:ja|and|&|\+)\s+)")
_SEVERAL = re.compile(rf"{_CUT}(?:{_JOIN}?{_CUT})+")
_BRACKETED = re.compile(rf"[(\[][ \t]*{_CUT}[ \t]*[)\]]")
_FIRST = re.compile(rf"^[ \t]*{_CUT}[ \t]*(?:[,;:/·.]|[–-](?=[ \t]))?[ \t]*", re.MULTILINE)
_BEFORE_A_STOP = re.compile(
    rf"(?:[ \t]*[,;/·]|[ \t]+[–-])?[ \t]*{_CUT}[ \t]*(?=[,;.:!?/·)\]]|$)", re.MULTILINE
)
_INSIDE = re.compile(rf"[ \t]*{_CUT}[ \t]*")


def mentions_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds people in a text who are known by name, or None when nobody is.

    Only names written as names are looked for: initials and „kõik“ would be found everywhere.
    """
    looked_for = [name for name in names if _AS_A_NAME.fullmatch(name) and name not in _NOBODY]
    said = "|".join(re.escape(name) for name in sorted(looked_for, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<name>{said})(?:['’]s)?(?!\w)") if said else None


def without_names(text: str, known: re.Pattern[str] | None = None) -> str:
    """Return a text without the names in it; one without names stays as it is."""
    spans = [found.span() for found in _named(text, known)]
    if not spans:
        return text
    left = text.replace(_CUT, " ")
    for start, end in reversed(spans):
        left = left[:start] + _CUT + left[end:]
    left = _BRACKETED.sub(_CUT, _SEVERAL.sub(_CUT, left))
    left = _INSIDE.sub(" ", _BEFORE_A_STOP.sub("", _FIRST.sub("", left)))
    return left.strip()


def with_other_names(
    text: str, other: Callable[[str], str], known: re.Pattern[str] | None = None
) -> str:
    """Return a text in which each name is exchanged for another."""
    said, so_far = "", 0
    for found in _named(text, known):  # in order, as pseudonyms are numbered
        start, end = found.span("name")
        said += text[so_far:start] + _exchanged(found["name"], other)
        so_far = end
    return said + text[so_far:]


def _exchanged(name: str, other: Callable[[str], str]) -> str:
    """Return what stands for a name; behind a label there may be several, some with `@`."""
    if "@" not in name:
        return other(name)
    pieces = _BETWEEN.split(name)
    return "".join(
        piece if number % 2 else other(piece.strip(" @")) for number, piece in enumerate(pieces)
    )


def _named(text: str, known: re.Pattern[str] | None) -> Iterator[re.Match[str]]:
    """Yield what names a person, in order; `@kes` out of an instruction names nobody."""
    end = 0
    found = [*_AT.finditer(text)] if "@" in text else []
    found += names_labelled(text)
    for names in (known, mentions_of(one["name"] for one in found) if found else None):
        found += names.finditer(text) if names is not None else ()
    for match in sorted(found, key=lambda one: (one.start(), -one.end())):
        if match.start() >= end and match["name"].strip(" @").casefold() not in _NO_NAMES:
            end = match.end()
            yield match
