"""What a page shows of any summary beside its result: notes by place, numbers, the unread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from harvest.summary import Note, Summary
from service.presenting.labels import Labels
from service.texts import N_, texts_in

ASIDE: dict[str, str] = {
    "frame": N_("frames"),
    "chrome": N_("titles, areas and instructions"),
    "prompt": N_("questions and sentence starters"),
    "example": N_("example notes"),
    "blank": N_("empty notes"),
    "duplicate_of_seed": N_("copies of example notes"),
    "dot": N_("dots"),
    "practice": N_("things in the practice corner"),
    "image": N_("images"),
    "document": N_("documents"),
    "unsupported": N_("things Miro does not give out"),
    "other": N_("other things"),
}

UNREAD = ("image", "document", "unsupported", "other")


@dataclass(frozen=True)
class ZoneNotes:
    """The notes of a zone, in reading order."""

    label: str
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class FrameNotes:
    """The notes of a frame, zone by zone."""

    title: str
    zones: tuple[ZoneNotes, ...]


def notes_by_place(summary: Summary, labels: Labels) -> tuple[FrameNotes, ...]:
    """Gather the notes that lie in zones, frames and zones in the order they were met."""
    frames: dict[str, dict[str, list[Note]]] = {}
    for note in summary.notes:
        if note.zone is not None:
            frame = note.frame or note.zone.partition(".")[0]
            frames.setdefault(frame, {}).setdefault(note.zone, []).append(note)
    return tuple(
        FrameNotes(
            labels.frame(frame),
            tuple(ZoneNotes(labels.zone(zone), tuple(notes)) for zone, notes in zones.items()),
        )
        for frame, zones in sorted(frames.items())
    )


def set_aside(summary: Summary, lang: str) -> Iterator[tuple[str, int]]:
    """Yield why things were not counted and how many, leaving out reasons nothing had."""
    _ = texts_in(lang).gettext
    for reason, count in summary.accounting.set_aside:
        if count:
            yield _(ASIDE[reason]), count


def unread(summary: Summary, lang: str) -> Iterator[tuple[str, int]]:
    """Yield what lay on the board and could not be read."""
    _ = texts_in(lang).gettext
    for reason in UNREAD:
        count: int = getattr(summary.accounting.set_aside, reason)
        if count:
            yield _(ASIDE[reason]), count
