"""Where people worked without columns, colour tells the column; the zone decides otherwise."""

from __future__ import annotations

from functools import cache

import pytest

from board_templates.brief import make_brief
from board_templates.layout import make_plan
from board_templates.method import Method
from board_templates.plan import Plan
from harvest.board_reading import read_board
from harvest.placed import BoardReading, PlacedNote, Reason
from tests.harvest.boards import LIBRARY, SHARED
from tests.harvest.builders import FakeBoard

HEADER = 90.0
ROUNDS = ("T#1.round1", "T#1.round2", "T#1.round3")


@cache
def cafe() -> tuple[Method, Plan]:
    method = LIBRARY.get("world-cafe")
    values = {"theme": "Kodus elamine", "questions": ["Mis aitab?", "Kes märkab?"], "tables": 2}
    return method, make_plan(method, SHARED, make_brief(method, SHARED, values))


@pytest.fixture
def table() -> FakeBoard:
    return FakeBoard.drawn(cafe()[1])


def read(board: FakeBoard) -> BoardReading:
    method, plan = cafe()
    return read_board(method, SHARED, plan, board.snapshot(), placed_by=board.ledger)


def found(reading: BoardReading, item: str) -> PlacedNote:
    return next(note for note in reading.notes if note.id == item)


def in_header(board: FakeBoard, text: str, colour: str, number: int = 1) -> str:
    """Write beside the title of the first table, where no zone is."""
    frame = next(frame for frame in cafe()[1].frames if frame.key == "T#1").box
    return board.write(text, frame.x + 200 * number, frame.y + HEADER, colour=colour)


def in_zone(board: FakeBoard, key: str, text: str, colour: str) -> str:
    box = next(zone for zone in cafe()[1].zones if zone.key == key).box
    return board.write(text, box.centre.x, box.centre.y, colour=colour)


def test_colour_tells_the_round_where_no_column_was_used(table: FakeBoard) -> None:
    first = in_header(table, "esimene", "light_yellow", 2)
    second = in_header(table, "teine", "light_blue", 4)
    reading = read(table)
    assert [found(reading, item).zone for item in (first, second)] == list(ROUNDS[:2])
    assert found(reading, first).reason is Reason.NEAREST


def test_a_colour_that_no_round_has_stays_unplaced(table: FakeBoard) -> None:
    odd = in_header(table, "lilla", "violet")
    assert found(read(table), odd).zone is None


def test_one_note_in_a_column_and_places_decide(table: FakeBoard) -> None:
    stray = in_header(table, "kõrval", "light_blue")
    placed = in_zone(table, ROUNDS[0], "sinine esimeses", "light_blue")
    reading = read(table)
    assert found(reading, placed).zone == ROUNDS[0]
    assert found(reading, stray).zone is None


def test_the_other_table_is_judged_for_itself(table: FakeBoard) -> None:
    in_zone(table, "T#2.round1", "teises lauas", "light_yellow")
    stray = in_header(table, "esimeses lauas", "light_pink")
    assert found(read(table), stray).zone == ROUNDS[2]


def test_without_the_shapes_of_the_columns_their_places_say_nothing(table: FakeBoard) -> None:
    blue = in_zone(table, ROUNDS[0], "sinine", "light_blue")
    for key in ROUNDS:
        table.delete(table.of(f"{key}/zone"))
    assert found(read(table), blue).zone == ROUNDS[1]


def test_the_hosts_summary_is_no_round(table: FakeBoard) -> None:
    summary = in_zone(table, "T#1.host", "kokku", "light_yellow")
    assert found(read(table), summary).zone == "T#1.host"
