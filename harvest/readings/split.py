"""`split`: takes names, initials or a number in front out of notes."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field

from harvest.actions import parse_names
from harvest.initials import without_initials
from harvest.paths import Path, at_path
from harvest.readings.base import EXPRESSION, Arguments, Listed, ListName, Reading, Sources, Value
from harvest.view import Row

_NUMBER = re.compile(r"^\s*(?P<who>\d{1,3})\s*[.):]\s*")


class SplitArguments(Arguments):
    """What is split and at what.

    With `of` the notes of each row are split and stand in its `parts`; without it the list is
    itself one of notes. Where `when` is false nothing is taken out; where `named` is false neither
    initials nor author of these notes are told, whatever the mode of names.
    """

    rows: ListName = Field(alias="list")
    of: Path | None = None
    at: Literal["@", "initials", "number"]
    when: Value | None = Field(default=None, description=EXPRESSION)
    named: Value | None = Field(default=None, description=EXPRESSION)


def _make(arguments: SplitArguments, sources: Sources) -> Listed:
    given = sources.lists[arguments.rows]
    splits = arguments.when is None or bool(sources.evaluate(arguments.when))
    at = arguments.at if splits else None
    named = arguments.named is None or bool(sources.evaluate(arguments.named))

    def split(note: Row) -> Row:
        return {**_split(note, at), "named": named}

    if arguments.of is None:
        return Listed([split(row) for row in given.rows], split(given.blank))
    rows = [
        {**row, "parts": [split(note) for note in at_path(row, arguments.of) or []]}
        for row in given.rows
    ]
    return Listed(rows, {**given.blank, "parts": []})


def _split(note: Row, at: Literal["@", "initials", "number"] | None) -> Row:
    text = note["text"] or ""
    who: str | None = None
    if at == "@":
        names, text = parse_names(text)
        who = ", ".join(names) or None
    elif at == "initials":
        who, text = without_initials(text)
    elif at == "number" and (found := _NUMBER.match(text)):
        who, text = found["who"], text[found.end() :].strip()
    return {
        **note,
        "who": who,
        "initials": at == "initials",
        "rest": text or None,
        "rest_words": len(text.split()),
    }


READING = Reading(
    name="split",
    about=(
        "Notes with the people they name taken out of the text: at “@” everyone named so, at "
        "initials two or three capitals at the beginning or the end that are no common "
        "abbreviation, at a number the one in front."
    ),
    arguments=SplitArguments,
    make=_make,
    gives={
        "…": "all fields of the list",
        "parts": "with `of`: its notes, each with the fields below",
        "who": "the names, the initials or the number (as a text), or null",
        "initials": "whether initials were looked for",
        "named": "whether it may be told who wrote it",
        "rest": "the text without it, or null",
        "rest_words": "how many words that is",
    },
    order="as the list",
)
