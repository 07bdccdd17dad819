"""Dots counted: votes of notes, signs on notes, dots of zones, dots that say nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from board_templates.plan import Sign, Voting
from harvest.placed import BoardReading, PlacedDot

SIGN_NAMES: Mapping[Sign, str] = {
    Sign.PLAIN: "plain",
    Sign.SUPPORTS: "supports",
    Sign.UNSURE: "unsure",
    Sign.OPPOSES: "opposes",
    Sign.AFFECTED: "affected",
}


_NO_SIGNS: Mapping[str, int] = dict.fromkeys(SIGN_NAMES.values(), 0)


def no_signs() -> dict[str, int]:
    """Return the count of each sign before anything is counted."""
    return {**_NO_SIGNS}


@dataclass(frozen=True, slots=True)
class Votes:
    """What the dots of a board say.

    `of_note` are votes, dots and typed marks together; `signs` the signed dots of a note; `of_zone`
    the dots that count for a zone, by sign; `in_frame` all dots of a voting place.
    """

    of_note: Mapping[int, int]
    signs: Mapping[int, dict[str, int]]
    of_zone: Mapping[str, Counter[str]]
    in_frame: Mapping[str, tuple[PlacedDot, ...]]
    loose: int


@dataclass(slots=True)
class _Count:
    of_note: Counter[int] = field(default_factory=Counter)
    signs: dict[int, dict[str, int]] = field(default_factory=dict)
    of_zone: dict[str, Counter[str]] = field(default_factory=dict)
    in_frame: dict[str, list[PlacedDot]] = field(default_factory=dict)
    loose: int = 0


def count_votes(
    reading: BoardReading, counting: Collection[str], carried: Collection[str] = ()
) -> Votes:
    """Count the dots of a board.

    A dot outside every voting place says nothing and is loose; on a board without frames of ours
    every dot that touches a note is a vote. In a signed place dots are signs, not votes.

    Args:
        reading: The board with everything in its place.
        counting: Keys of the zones whose own dots count.
        carried: Keys of the zones to which notes bring their dots along from a voting place.
    """
    count = _Count()
    for note in reading.notes:
        if note.mark:
            count.of_note[note.no] += note.mark
    for dot in reading.dots:
        if dot.zone in carried and dot.note is not None:
            count.of_note[dot.note] += 1
        else:
            _count_dot(dot, reading, counting, count)
    return Votes(
        of_note=count.of_note,
        signs=count.signs,
        of_zone=count.of_zone,
        in_frame={key: tuple(dots) for key, dots in count.in_frame.items()},
        loose=count.loose,
    )


def _count_dot(
    dot: PlacedDot, reading: BoardReading, counting: Collection[str], count: _Count
) -> None:
    voting = voting_of(dot, reading)
    counts_for_zone = dot.zone is not None and dot.zone in counting
    if voting is None and reading.zones and not counts_for_zone:
        count.loose += 1
        return
    if dot.frame is not None:
        count.in_frame.setdefault(dot.frame, []).append(dot)
    if dot.zone is not None and counts_for_zone:
        count.of_zone.setdefault(dot.zone, Counter())[SIGN_NAMES[dot.sign]] += 1
    if dot.note is None:
        count.loose += 0 if counts_for_zone else 1
    elif voting is Voting.SIGNED:
        count.signs.setdefault(dot.note, no_signs())[SIGN_NAMES[dot.sign]] += 1
    else:
        count.of_note[dot.note] += 1


def voting_of(dot: PlacedDot, reading: BoardReading) -> Voting | None:
    """Return how the place of a dot votes, or None when it doesn't."""
    frame = reading.frames.get(dot.frame) if dot.frame is not None else None
    return frame.plan.voting if frame is not None else None
