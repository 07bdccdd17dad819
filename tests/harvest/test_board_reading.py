"""A board read whole: links, order, and that the sum is right."""

from __future__ import annotations

import pytest

from harvest.board_reading import read_board
from harvest.errors import HarvestIncomplete
from harvest.snapshot import SnapshotConnector
from tests.harvest.builders import FakeBoard, method, shared
from tests.harvest.reader import PLAN, note, read


def test_lines_between_notes_are_links(board: FakeBoard) -> None:
    one, two = board.write("üks", 2900, 500), board.write("kaks", 2700, 500)
    board.connectors += [
        SnapshotConnector(id="1", start=one, end=two),
        SnapshotConnector(id="2", start=one, end=None),
        SnapshotConnector(id="3", start=one, end=board.of("F1.open/zone")),
    ]
    reading = read(board)
    assert reading.links == ((note(reading, one).no, note(reading, two).no),)


def test_a_zone_with_nothing_but_its_example_is_named(board: FakeBoard) -> None:
    assert read(board).seeds_only == ()
    board.move(board.of("F1.open/carrier1"), 3500, 600)
    assert read(board).seeds_only == ("F1.open",)


def test_notes_are_numbered_as_people_read(board: FakeBoard) -> None:
    texts = {
        "viies": (5000, 5000),
        "neljas": (2500, 240),
        "kolmas": (2900, 760),
        "teine": (2950, 520),
        "esimene": (2800, 560),
        "null": (300, 800),
    }
    board.delete(board.of("F1.open/carrier1"))
    board.delete(board.of("F1.proposal/zone"))
    items = {text: board.write(text, *place) for text, place in texts.items()}
    reading = read(board)
    numbers = [note(reading, items[text]).no for text in reversed(texts)]
    assert numbers == [1, 2, 3, 4, 5, 6]


def test_a_board_with_more_items_than_were_read_is_refused(board: FakeBoard) -> None:
    snapshot = board.snapshot(total=len(board.items) + 1)
    with pytest.raises(HarvestIncomplete) as refused:
        read_board(method(), shared(), PLAN, snapshot, placed_by=board.ledger)
    assert (refused.value.read, refused.value.total) == (len(board.items), len(board.items) + 1)


def test_an_item_read_twice_counts_once(board: FakeBoard) -> None:
    board.write("mõte", 2900, 500)
    total = len(board.items)
    board.items.append(board.items[-1])
    snapshot = board.snapshot(total=total)
    reading = read_board(method(), shared(), PLAN, snapshot, placed_by=board.ledger)
    assert reading.read == total
    assert len(reading.notes) == 3


def test_numbers_sent_as_text_are_numbers(board: FakeBoard) -> None:
    item = board.write("mõte", 2900, 500)
    raw = board.items[-1]
    raw["geometry"] = {"width": "160.0"}
    raw["position"] = {**raw["position"], "x": str(raw["position"]["x"])}
    assert note(read(board), item).zone == "F1.open"
