"""Notes by their numbers, as a report shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from harvest.reports.blocks import Bullet
from harvest.reports.words import translations
from harvest.summary import Lang, Note, Summary


@dataclass(frozen=True)
class NoteTexts:
    """The texts of a summary's notes; a note without text is said to be kept out."""

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
        for untold, group in groupby(notes, key=_is_untold):
            found = tuple(group)
            if untold and len(found) > 1:
                yield Bullet(self._kept_out(len(found)))
            else:
                yield from (Bullet(self.shown(one), colour=one.color or "") for one in found)

    def _kept_out(self, count: int) -> str:
        words = translations(self.lang)
        said = words.ngettext("(text kept out: {n} note)", "(texts kept out: {n} notes)", count)
        return said.format(n=count)

    def shown(self, note: Note) -> str:
        """Return the text of a note with its votes and, where the mode tells it, its author."""
        words = translations(self.lang)
        text = note.text if note.text is not None else words.gettext("(text kept out)")
        who = f" – {note.author}" if note.author else ""
        return self.with_votes(text, note.votes) + who

    def with_votes(self, text: str, votes: int) -> str:
        """Return a text with its votes behind it, when it has any."""
        if not votes:
            return text
        words = translations(self.lang)
        said = words.ngettext("{n} vote", "{n} votes", votes).format(n=votes)
        return f"{text} ({said})"


def _is_untold(note: Note) -> bool:
    """Tell whether of a note nothing is told but that it is there."""
    return note.text is None and not note.votes and not note.author
