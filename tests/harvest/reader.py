"""Reads the small board of the builders in one call."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from harvest.board_reading import read_board
from harvest.placed import BoardReading, PlacedNote
from harvest.snapshot import Snapshot
from tests.harvest.builders import FakeBoard, method, shared, small_plan

PLAN = small_plan()
TWIN = small_plan("en")


def read(
    board: FakeBoard,
    *,
    rules: Mapping[str, object] | None = None,
    ledger: Mapping[str, str] | None = None,
    earlier: Sequence[Snapshot] = (),
    assigned: Mapping[str, str] | None = None,
    elsewhere: Collection[str] = (),
) -> BoardReading:
    return read_board(
        method(rules),
        shared(),
        PLAN,
        board.snapshot(),
        placed_by=board.ledger if ledger is None else ledger,
        twins=(TWIN,),
        earlier=earlier,
        assigned=assigned or {},
        elsewhere=elsewhere,
    )


def note(reading: BoardReading, item: str) -> PlacedNote:
    return next(note for note in reading.notes if note.id == item)
