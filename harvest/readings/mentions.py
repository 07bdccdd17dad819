"""`mentions`: which of some words a text uses, in whatever ending they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated

from pydantic import Field, StringConstraints

from harvest.paths import Path, at_path
from harvest.readings.base import Arguments, Listed, ListName, Reading, Sources

Word = Annotated[str, StringConstraints(pattern=r"^[^\W\d_]{2,30}\*?$")]


class MentionsArguments(Arguments):
    """In which texts, and for which words; `*` at the end of one stands for any letters."""

    rows: ListName = Field(alias="list")
    text: Path = "text"
    words: tuple[Word, ...] = Field(
        min_length=1, description="words; `*` at the end stands for any letters"
    )


def _make(arguments: MentionsArguments, sources: Sources) -> Listed:
    given = sources.lists[arguments.rows]
    wanted = _pattern(arguments.words)
    rows = [
        {**row, "mentions": wanted.findall(str(at_path(row, arguments.text) or ""))}
        for row in given.rows
    ]
    return Listed(rows, {**given.blank, "mentions": []})


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    said = (re.escape(word.removesuffix("*")) + r"[^\W\d_]*" * word.endswith("*") for word in words)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(said)})(?![^\W_])", re.IGNORECASE)


READING = Reading(
    name="mentions",
    about=(
        "The rows of a list, each with the words of some that its text uses, whole words only; "
        "case does not matter."
    ),
    arguments=MentionsArguments,
    make=_make,
    gives={
        "…": "all fields of the list",
        "mentions": "the words as they are written, in their order",
    },
    order="as the list",
)
