"""Who wrote how much: distinct authors, counted on hashed ids, the facilitator left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from harvest.names import hashed
from harvest.placed import PlacedNote, Source


@dataclass(frozen=True, slots=True)
class Voices:
    """The authors of notes by stand-ins; `known` is false where nobody can tell them apart."""

    known: bool
    of_note: dict[int, str]

    @property
    def seen(self) -> int | None:
        """How many people wrote, or None when that is unknown."""
        return len(set(self.of_note.values())) if self.known else None

    def count(self, notes: Iterable[PlacedNote]) -> Counter[str]:
        """Return how many of some notes each author wrote."""
        return Counter(self.of_note[note.no] for note in notes if note.no in self.of_note)


def _by_unknown_hand(note: PlacedNote) -> bool:
    return note.author is None and note.source is not Source.NOTE


def hear_voices(
    notes: Iterable[PlacedNote], facilitators: Collection[str], salt: bytes, *, scribe: bool
) -> Voices:
    """Tell the authors of notes apart.

    What was typed into a shape of ours by nobody knows whom is left out; a note of its own without
    an author says that the board cannot tell people apart. So do notes that are all the
    facilitator's: on a copy everything belongs to whoever copied it, and some write for all.

    Args:
        notes: All counted notes.
        facilitators: Ids of people whose notes are left out.
        salt: New for each harvest, so that stand-ins of two harvests can't be compared.
        scribe: One person writes for many; then nobody is told apart.
    """
    written = [note for note in notes if note.origin is None and not _by_unknown_hand(note)]
    if scribe or any(note.author is None for note in written):
        return Voices(known=False, of_note={})
    authors = {note.author for note in written if note.author is not None}
    if authors and authors <= set(facilitators):
        return Voices(known=False, of_note={})
    stand_ins = {author: hashed(author, salt) for author in authors.difference(facilitators)}
    return Voices(
        known=True,
        of_note={note.no: stand_ins[note.author] for note in written if note.author in stand_ins},
    )
