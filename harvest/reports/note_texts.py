"""Notes by their numbers, as a report shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

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
        for no in numbers:
            note = self._by_no.get(no)
            if note is not None:
                yield Bullet(self.shown(note))

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
