"""Notes by their numbers, as a report shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final, Literal

from harvest.reports.blocks import Bullet
from harvest.reports.words import translations
from harvest.summary import Lang, Names, Note, Summary

_HIDING: Final[frozenset[Names]] = frozenset({"none", "pseudonym"})
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
        yield from self.lines(self._by_no[no] for no in numbers if no in self._by_no)

    def lines(self, notes: Iterable[Note]) -> Iterator[Bullet]:
        """Yield a line for each note, but one for several in a row of which nothing is told."""
        for untold, group in groupby(notes, key=self._untold):
            found = tuple(group)
            if untold and len(found) > 1:
                yield Bullet(self._left_out(untold, len(found)))
            else:
                yield from (Bullet(self.shown(one), colour=one.color or "") for one in found)

    def text(self, note: Note) -> str:
        """Return what a note says, or that its text is kept out or was nothing but a name."""
        if note.text is None:
            return translations(self.lang).gettext("(text kept out)")
        return self.name_left_out if self._was_a_name(note) else note.text

    @property
    def name_left_out(self) -> str:
        """What stands for a text that was nothing but a name."""
        return translations(self.lang).gettext("(name left out)")

    @property
    def hides(self) -> bool:
        """Whether names are hidden, so that a text without words held one."""
        return self.summary.names in _HIDING

    def _was_a_name(self, note: Note) -> bool:
        """Tell whether hiding names left nothing; a note of the brief may have been emptied."""
        return note.text == "" and (self.hides or note.origin is None)

    def _untold(self, note: Note) -> _Untold | None:
        """Return what was left out of a note of which nothing is told but that it is there."""
        if note.votes or note.author:
            return None
        if note.text is None:
            return "text"
        return "name" if self._was_a_name(note) else None

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
