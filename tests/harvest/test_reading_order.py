"""Bands of one note height, then left to right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from board_templates.geometry import Box
from board_templates.plan import Plan
from harvest.board_reading import read_board
from harvest.placed import BoardReading
from tests.harvest.builders import NOTE_HEIGHT, FakeBoard, PlanBuilder, method, shared


def open_plan() -> Plan:
    build = PlanBuilder()
    build.frame("F1", 0, ("1. Kogume", ""))
    build.zone("F1.open", Box(60, 0, 1880, 1200), ("Mõtted", ""))
    return build.plan()


PLAN = open_plan()
SPOTS = st.tuples(st.integers(70, 1900), st.integers(300, 1400))


def read(spots: list[tuple[int, int]]) -> tuple[FakeBoard, BoardReading]:
    board = FakeBoard.drawn(PLAN)
    for number, (x, y) in enumerate(spots):
        board.write(f"mõte {number}", x, y)
    return board, read_board(method(), shared(), PLAN, board.snapshot(), placed_by=board.ledger)


def texts(reading: BoardReading) -> list[str | None]:
    return [note.text for note in reading.notes]


def test_a_row_laid_crookedly_is_one_band() -> None:
    _, reading = read([(900, 400), (500, 430), (200, 380)])
    assert texts(reading) == ["mõte 2", "mõte 1", "mõte 0"]
    assert {note.order[0] for note in reading.notes} == {0}


def test_a_note_one_height_lower_begins_the_next_band() -> None:
    _, reading = read([(900, 400), (200, 400 + int(NOTE_HEIGHT)), (800, 400 + int(NOTE_HEIGHT))])
    assert texts(reading) == ["mõte 0", "mõte 1", "mõte 2"]
    assert [note.order[0] for note in reading.notes] == [0, 1, 1]


@given(st.lists(SPOTS, max_size=12))
def test_bands_never_go_up_and_each_goes_to_the_right(spots: list[tuple[int, int]]) -> None:
    _, reading = read(spots)
    orders = [note.order for note in reading.notes]
    assert orders == sorted(orders)
    for band in {order[0] for order in orders}:
        heights = [note.box.centre.y for note in reading.notes if note.order[0] == band]
        assert max(heights) - min(heights) < NOTE_HEIGHT


@given(st.permutations(range(5)))
def test_the_order_of_the_listing_does_not_matter(order: list[int]) -> None:
    spots = [(200 + 170 * number, 400 + 150 * (number % 2)) for number in range(5)]
    _, reading = read([spots[number] for number in order])
    places = [note.box.centre for note in reading.notes]
    _, sorted_reading = read(spots)
    assert places == [note.box.centre for note in sorted_reading.notes]
