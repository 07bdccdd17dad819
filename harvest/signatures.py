"""Initials that people sign their positions with, and who of them may be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from harvest.placed import PlacedNote
from harvest.readings.base import Listed


@dataclass(frozen=True, slots=True)
class Signatures:
    """By number of a note what it says without its initials; `by` are all initials found.

    Of the notes in `unnamed` nobody may tell who wrote them, whatever the mode of names.
    """

    rests: Mapping[int, str]
    by: frozenset[str]
    unnamed: frozenset[int]

    @property
    def unnamed_rests(self) -> Mapping[int, str]:
        """What notes say whose initials are never told."""
        return {no: rest for no, rest in self.rests.items() if no in self.unnamed}

    def texts(self, notes: Mapping[int, PlacedNote], *, every: bool) -> dict[str, str]:
        """Return the texts that carry initials, and what they say without; `every` or unnamed."""
        rests = self.rests if every else self.unnamed_rests
        return {notes[no].text or "": rest for no, rest in rests.items()}


def signatures_of(lists: Iterable[Listed]) -> Signatures:
    """Return the initials of the notes that were split at them."""
    parts = [
        part
        for listed in lists
        for row in listed.rows
        for part in row.get("parts", ())
        if part.get("initials")
    ]
    signed = [part for part in parts if part.get("who")]
    return Signatures(
        rests={part["no"]: part["rest"] or "" for part in signed},
        by=frozenset(part["who"] for part in signed),
        unnamed=frozenset(part["no"] for part in parts if not part["named"]),
    )
