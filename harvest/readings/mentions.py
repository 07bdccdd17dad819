"""`mentions`: which of some words a text uses, in whatever ending they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from harvest.paths import Path, at_path
from harvest.readings.base import Arguments, Listed, ListName, Reading, Sources

_WORD = r"[^\W\d_]{2,30}\*?"
Word = Annotated[str, StringConstraints(pattern=rf"^{_WORD}$")]
WordOrTwo = Annotated[str, StringConstraints(pattern=rf"^{_WORD}( {_WORD})?$")]

_OTHER_WORDS = r"(?:[ \t]+[^\s.,;:!?]+){0,5}?[ \t]+"
"""What may stand between two words that belong together: a few others, but no punctuation."""


class MentionsArguments(Arguments):
    """In which texts, and for which words; `*` at the end of one stands for any letters.

    Two words in one entry belong together and stand in either order, close to each other ("läbi
    viia" is said in "viime sügisel läbi"). With `at: start` only what a text begins with counts,
    after signs, numbers and words to `skip`.
    """

    rows: ListName = Field(alias="list")
    text: Path = "text"
    words: tuple[WordOrTwo, ...] = Field(
        min_length=1,
        description="words, or two that belong together; `*` at the end stands for any letters",
    )
    at: Literal["anywhere", "start"] = "anywhere"
    skip: tuple[Word, ...] = ()


def _make(arguments: MentionsArguments, sources: Sources) -> Listed:
    given = sources.lists[arguments.rows]
    wanted = _pattern(arguments)
    rows = [
        {**row, "mentions": [found["said"] for found in wanted.finditer(_text(row, arguments))]}
        for row in given.rows
    ]
    return Listed(rows, {**given.blank, "mentions": []})


def _text(row: dict[str, object], arguments: MentionsArguments) -> str:
    return str(at_path(row, arguments.text) or "")


def _pattern(arguments: MentionsArguments) -> re.Pattern[str]:
    before = r"(?<![^\W_])"
    if arguments.at == "start":
        passed = "".join(rf"|{_whole(word)}(?![^\W_])" for word in arguments.skip)
        before = rf"\A(?>[\W\d_]{passed})*{before}"  # atomic: no word is taken in two ways
    said = "|".join(form for entry in arguments.words for form in _forms(entry.split(" ")))
    return re.compile(rf"{before}(?P<said>{said})(?![^\W_])", re.IGNORECASE)


def _forms(words: Sequence[str]) -> list[str]:
    """Return the patterns of an entry: the word, or its two words in either order."""
    whole = [_whole(word) for word in words]
    if len(whole) == 1:
        return whole
    return [_OTHER_WORDS.join(whole), _OTHER_WORDS.join(reversed(whole))]


def _whole(word: str) -> str:
    return re.escape(word.removesuffix("*")) + r"[^\W\d_]*" * word.endswith("*")


READING = Reading(
    name="mentions",
    about=(
        "The rows of a list, each with the words of some that its text uses, whole words only; "
        "case does not matter. Two words in one entry belong together: they stand in either order "
        "with at most five others between, and no punctuation. With `at: start` only what the text "
        "begins with counts, after signs, numbers and words to `skip`."
    ),
    arguments=MentionsArguments,
    make=_make,
    gives={
        "…": "all fields of the list",
        "mentions": "the words as they are written, in their order; of two with all between them",
    },
    order="as the list",
)
