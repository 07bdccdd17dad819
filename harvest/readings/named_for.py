"""`named_for`: who is named for what in a free text: who leads, whose case it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Annotated

from pydantic import Field, StringConstraints

from board_templates.board_spec import Name
from harvest.actions import parse_names
from harvest.readings.base import Arguments, But, Listed, Patterns, Reading, Sources
from harvest.view import Row

Word = Annotated[str, StringConstraints(pattern=r"^[^\W\d_]{2,30}\*?$")]
_SEGMENTS = re.compile(r"[,;/·\n]|\s[–-]\s|[.!?]\s+(?=[A-ZÄÖÕÜŠŽ@])")
_AT = re.compile(r"(?<![\w.@])@\s?[^\W\d_]")
_CAPITAL = r"[A-ZÄÖÕÜŠŽ][\w'’-]*"


class NamedForArguments(Arguments):
    """In which zones, and by which words each thing is told; `*` stands for any letters."""

    zones: Patterns
    but: But = ()
    parts: dict[Name, tuple[Word, ...]] = Field(
        min_length=1, description="the words beside a name, in any language"
    )


def _make(arguments: NamedForArguments, sources: Sources) -> Listed:
    view = sources.view
    words = {name: _pattern(said) for name, said in arguments.parts.items()}
    rows: list[Row] = []
    for zone in view.zones(arguments.zones, arguments.but):
        notes = view.notes_of(zone.plan.key)
        texts = [note["text"] for note in notes if note["text"]]
        found: dict[str, str] = {}
        for text in texts:
            for part, who in _named(text, words):
                found.setdefault(part, who)
        rows.append(
            {
                **dict.fromkeys(words),
                **found,
                "text": "; ".join(texts) or None,
                "from": [note["no"] for note in notes],
                "zone": zone.plan.key,
            }
        )
    return Listed(rows, {**dict.fromkeys(words), "text": None, "from": [], "zone": None})


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    said = (re.escape(word.removesuffix("*")) + r"[^\W\d_]*" * word.endswith("*") for word in words)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(said)})(?![^\W_])", re.IGNORECASE)


def _named(text: str, words: Mapping[str, re.Pattern[str]]) -> Iterator[tuple[str, str]]:
    """Yield what each person is named for: the nearest word before, else behind, in a segment."""
    for segment in _SEGMENTS.split(text):
        said = [(m.start(), part) for part, one in words.items() for m in one.finditer(segment)]
        people = [m.start() for m in _AT.finditer(segment)]
        for start, end in pairwise([*people, len(segment)]):
            names, _ = parse_names(segment[start:end])
            before = [one for one in said if one[0] < start]
            if names and said:
                yield (max(before) if before else min(said))[1], names[0]
        if not people:
            yield from _without_at(segment, words)


def _without_at(segment: str, words: Mapping[str, re.Pattern[str]]) -> Iterator[tuple[str, str]]:
    """Yield who stands right behind a word without “@”: „juhib Tiina“."""
    behind = re.compile(rf"\s*:?\s*(?P<name>{_CAPITAL}(?:[ ]{_CAPITAL})*)")
    for part, pattern in words.items():
        for found in pattern.finditer(segment):
            if name := behind.match(segment, found.end()):
                yield part, name["name"]


READING = Reading(
    name="named_for",
    about=(
        "One row for each zone: who is named there for what. A name (by “@”, or right behind the "
        "word) belongs to the nearest word before it between two separators, else to the one "
        "behind it."
    ),
    arguments=NamedForArguments,
    make=_make,
    gives={
        "PART": "who is named for it, or null",
        "text": "all of the text, or null",
        "from": "numbers of the notes",
        "zone": "key of the zone",
    },
    order="in the order of the plan",
)
