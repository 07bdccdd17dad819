"""From a snapshot and a plan to what lies where: the first half of a harvest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from board_templates.method import Method
from board_templates.plan import Plan
from board_templates.shared_texts import SharedTexts
from harvest.accounting import prove_complete, prove_sum
from harvest.judging import JudgedBoard, judge
from harvest.placed import Aside, BoardReading, LiveZone, PlacedNote
from harvest.placing.board import Planned
from harvest.reading_order import in_reading_order
from harvest.snapshot import Snapshot, SnapshotConnector
from harvest.voting import voting_dots

_UNREAD: Final = frozenset({Aside.IMAGE, Aside.DOCUMENT, Aside.UNSUPPORTED})
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


def read_board(
    method: Method | None,
    shared: SharedTexts,
    plan: Plan | None,
    snapshot: Snapshot,
    *,
    placed_by: Mapping[str, str] = _NOTHING,
    twins: Sequence[Plan] = (),
    earlier: Sequence[Snapshot] = (),
    assigned: Mapping[str, str] = _NOTHING,
    footer: str | None = None,
    elsewhere: Collection[str] = (),
) -> BoardReading:
    """Return what was found on a board, proven to be all of it.

    Args:
        method: The method, null for a board nobody knows.
        shared: The texts and rules all methods share.
        plan: What was planned, or read from the footer; null for a board nobody knows.
        snapshot: The board now.
        placed_by: The ledger: planned keys (of items and frames) by item id.
        twins: The same plan in other languages, so that their labels and seeds are known too.
        earlier: Checkpoints, in any order; they tell a note's first zone.
        assigned: Zone keys by item id, given by a person.
        footer: The item the plan was read from.
        elsewhere: Items that other workshops made on this board.

    Raises:
        HarvestIncomplete: when the board holds another number of items than were read.
        BrokenAccounting: when counted and set aside do not add up.
        FaultyHarvest: when a condition of the method's zones cannot be evaluated.
    """
    read = prove_complete(snapshot)
    planned = Planned(plan, twins, placed_by, footer, elsewhere, assigned)
    judged = judge(method, shared, planned, snapshot, earlier)
    board = judged.board
    notes = in_reading_order(judged.notes, [*board.frames], [*board.zones], board.note_size)
    reasons = (one.verdict.aside for one in judged.items if one.verdict.aside is not None)
    return BoardReading(
        matched_by=board.known.by,
        read=read,
        notes=notes,
        dots=voting_dots(judged, notes, shared.common.dot_colours),
        aside=prove_sum(read, len(notes), reasons),
        frames=board.frames,
        zones=_with_secrecy(judged),
        links=_links(snapshot.connectors, notes, _planned_links(judged)),
        seeds_only=_seeds_only(judged, notes),
        unread=_unread(judged),
        note_size=board.note_size,
        elsewhere=tuple(item.text for item in board.others),
    )


def _with_secrecy(judged: JudgedBoard) -> Mapping[str, LiveZone]:
    return {
        key: replace(
            zone, confidential=judged.rules.secrecy(zone.plan.id, zone.plan.frame).confidential
        )
        for key, zone in judged.board.zones.items()
    }


def _links(
    lines: Iterable[SnapshotConnector],
    notes: Iterable[PlacedNote],
    planned: Collection[tuple[str | None, str | None]],
) -> tuple[tuple[int, int], ...]:
    """Return the pairs of notes that somebody joined with a line, each line once."""
    numbers = {note.id: note.no for note in notes}
    drawn = (line for line in lines if (line.start, line.end) not in planned)
    pairs = ((numbers.get(line.start or ""), numbers.get(line.end or "")) for line in drawn)
    return tuple((start, end) for start, end in pairs if start is not None and end is not None)


def _planned_links(judged: JudgedBoard) -> Collection[tuple[str | None, str | None]]:
    ids = judged.board.known.ids
    links = judged.board.scene.plan.links
    return {(ids.get(link.start), ids.get(link.end)) for link in links}


def _seeds_only(judged: JudgedBoard, notes: Iterable[PlacedNote]) -> tuple[str, ...]:
    """Return the zones that hold nothing but their example, in the order of the plan."""
    written = {note.zone for note in notes}
    examples = {one.place.zone for one in judged.items if one.verdict.aside is Aside.EXAMPLE}
    return tuple(key for key in judged.board.zones if key in examples - written)


def _unread(judged: JudgedBoard) -> Mapping[str, int]:
    """Return how many things in each frame REST cannot read."""
    found = Counter(
        one.place.frame
        for one in judged.items
        if one.verdict.aside in _UNREAD and one.place.frame is not None
    )
    return dict(found)
