"""Notes by their numbers, as a report shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Literal

from harvest.reports.blocks import Bullet
from harvest.reports.words import translations
from harvest.summary import Lang, Note, Summary

_Untold = Literal["text", "name"]


@dataclass(frozen=True)
class NoteTexts:
    """The texts of a summary's notes; of a note without text it is said what was left out."""

    summary: Summary
    lang: Lang

    @cached_property
    def _by_no(self) -> dict[int, Note]:
        return {note.no: note for note in self.summary.notes}

    def bullets(self, numbers: Iterable[int]) -> Iterator[Bullet]:
        """Yield a line for each note."""
        yield from self.lines(self._of(numbers))

    def lines(self, notes: Iterable[Note]) -> Iterator[Bullet]:
        """Yield a line for each note, but one for several in a row of which nothing is told."""
        for untold, group in groupby(notes, key=self._untold):
            found = tuple(group)
            if untold and len(found) > 1:
                yield Bullet(self._left_out(untold, len(found)))
            else:
                yield from (Bullet(self.shown(one), colour=one.color or "") for one in found)

    def text(self, note: Note) -> str:
        """Return what a note says, or why it says nothing: kept out, only a name, emptied."""
        gettext = translations(self.lang).gettext
        if note.text is None:
            return gettext("(text kept out)")
        if note.name_left_out:
            return gettext("(name left out)")
        return note.text or gettext("(emptied)")

    def nameless(self, numbers: Iterable[int] | None = None) -> str:
        """Return what stands for an empty text of these notes, or of any: that it was a name.

        Nothing where one of those that say nothing was emptied.
        """
        asked = self.summary.notes if numbers is None else self._of(numbers)
        empty = [note for note in asked if note.text == ""]
        names = empty and all(note.name_left_out for note in empty)
        return translations(self.lang).gettext("(name left out)") if names else ""

    def _of(self, numbers: Iterable[int]) -> Iterator[Note]:
        return (self._by_no[no] for no in numbers if no in self._by_no)

    def _untold(self, note: Note) -> _Untold | None:
        """Return what was left out of a note of which nothing is told but that it is there."""
        if note.votes or note.author:
            return None
        if note.text is None:
            return "text"
        return "name" if note.name_left_out else None

    def _left_out(self, what: _Untold, count: int) -> str:
        ngettext = translations(self.lang).ngettext
        if what == "name":
            said = ngettext("(name left out: {n} note)", "(names left out: {n} notes)", count)
        else:
            said = ngettext("(text kept out: {n} note)", "(texts kept out: {n} notes)", count)
        return said.format(n=count)

    def shown(self, note: Note) -> str:
        """Return the text of a note with its votes and, where the mode tells it, its author."""
        who = f" – {note.author}" if note.author else ""
        return self.with_votes(self.text(note), note.votes) + who

    def with_votes(self, text: str, votes: int) -> str:
        """Return a text with its votes behind it, when it has any."""
        if not votes:
            return text
        words = translations(self.lang)
        said = words.ngettext("{n} vote", "{n} votes", votes).format(n=votes)
        return f"{text} ({said})"
