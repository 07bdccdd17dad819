"""The order in which people read a board: frame by frame, zone by zone, band by band."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from harvest.placed import PlacedNote, Source

_NOTE_HEIGHT: Final = 1.15  # of its width: the shadow counts (methods, 2.1)
_FIRST: Final = -1.0
_Entry = tuple[tuple[float, float], PlacedNote]
_Laid = tuple[float, float, str, PlacedNote]  # y and x of the centre, the id and the note itself


def in_reading_order(
    notes: Iterable[PlacedNote],
    frames: Sequence[str],
    zones: Sequence[str],
    note_size: float,
) -> tuple[PlacedNote, ...]:
    """Return the notes numbered from 1, each with its order within its zone.

    Within a frame its zones come in their planned order, then what lies outside them; notes
    outside all frames come last. Text typed into a zone is read before the notes on it. `order`
    is the number of the band and the x of the centre.

    Args:
        notes: Notes with their places.
        frames: Keys of frames in order.
        zones: Keys of zones in order.
        note_size: The side of a note.
    """
    rank = _ranks(frames)
    zone_rank = _ranks(zones)
    places: dict[tuple[int, int], list[PlacedNote]] = defaultdict(list)
    for note in notes:
        frame = rank.get(note.frame or "", len(rank))
        places[frame, zone_rank.get(note.zone or "", len(zone_rank))].append(note)
    ordered = (
        entry
        for place in sorted(places)
        for entry in _in_bands(places[place], _NOTE_HEIGHT * note_size)
    )
    return tuple(
        note.numbered(number, order) for number, (order, note) in enumerate(ordered, start=1)
    )


def _ranks(keys: Sequence[str]) -> Mapping[str, int]:
    return {key: rank for rank, key in enumerate(keys)}


def _in_bands(notes: Sequence[PlacedNote], height: float) -> Iterator[_Entry]:
    """Yield notes from top to bottom in bands of one note height, then from left to right."""
    for _, x, _, note in _from_top(notes, typed=True):
        yield (_FIRST, x), note
    number, bottom = -1.0, float("-inf")
    banded: list[tuple[float, float, float, str, PlacedNote]] = []
    for y, x, item, note in _from_top(notes, typed=False):
        if y >= bottom:
            number, bottom = number + 1, y + height
        banded.append((number, x, y, item, note))
    for band, x, _, _, note in sorted(banded):
        yield (band, x), note


def _from_top(notes: Iterable[PlacedNote], *, typed: bool) -> list[_Laid]:
    """Return what was typed into the zone, or what was laid on it; ids tell equal places apart."""
    return sorted(
        (centre.y, centre.x, note.id, note)
        for note in notes
        if (note.source is Source.SHAPE_TEXT) is typed
        for centre in [note.box.centre]
    )
