"""Miro's own Python client at work: `official.py ADDRESS make|make-sliced|read|read-sliced …`.

Runs in the environment of its witness. Says on stdout how many seconds it took, and how many items
it read. Further arguments: how many notes to make, or the board to read.
"""

from __future__ import annotations

import json
import sys
import time

from miro_api import MiroApi
from miro_api import models as m
from miro_api.configuration import Configuration

BULK = 20
PAGE = "50"
SIDE = 160.0


def main(address: str, what: str, given: str) -> None:
    """Do it and tell."""
    Configuration.set_default(Configuration(host=address))
    api = MiroApi("sandbox-me")
    began = time.perf_counter()
    count = make(api, int(given), what) if what.startswith("make") else read(api, given, what)
    told = {"seconds": time.perf_counter() - began, "items": count}
    sys.stdout.write(json.dumps(told) + "\n")


def make(api: MiroApi, notes: int, what: str) -> int:
    """Make a board, a frame and notes in it, as the client offers it."""
    board = api.create_board(board_changes=m.BoardChanges(name="Bench")).id
    frame = api.create_frame_item(
        board,
        m.FrameCreateRequest(
            data=m.FrameChanges(title="Raam", format="custom", type="freeform"),
            geometry=m.GeometryNoRotation(width=1000.0, height=800.0),
        ),
    ).id
    if what == "make":
        for number in range(notes):
            api.create_sticky_note_item(board, _note(number, frame))
        return notes
    every = [_part(number, frame) for number in range(notes)]
    for start in range(0, notes, BULK):
        api.create_items(board, every[start : start + BULK])
    return notes


def read(api: MiroApi, board: str, what: str) -> int:
    """Read every item, with the client's own page or the largest."""
    page = {"limit": PAGE} if what == "read-sliced" else {}
    return sum(1 for _ in api.get_all_items(board, **page))


def _place(number: int) -> m.PositionChange:
    return m.PositionChange(x=200.0 + number % 600, y=400.0)


def _note(number: int, frame: str) -> m.StickyNoteCreateRequest:
    return m.StickyNoteCreateRequest(
        data=m.StickyNoteData(content=f"Mõte {number}", shape="square"),
        position=_place(number),
        geometry=m.FixedRatioNoRotationGeometry(width=SIDE),
        parent=m.Parent(id=frame),
    )


def _part(number: int, frame: str) -> m.ItemCreate:
    return m.ItemCreate(
        type=m.ItemTypeChange.STICKY_NOTE,
        data=m.ItemDataCreate(m.StickyNoteData(content=f"Mõte {number}", shape="square")),
        position=_place(number),
        parent=m.Parent(id=frame),
    )


if __name__ == "__main__":
    main(*sys.argv[1:4])
