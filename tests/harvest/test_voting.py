"""Dots that vote: out of the tray, on notes, in zones, loose."""

from __future__ import annotations

import pytest

from board_templates.geometry import Box
from board_templates.plan import Role, Sign, Style
from harvest.board_reading import read_board
from harvest.placed import Aside, BoardReading, PlacedDot
from tests.harvest.builders import SIDE, FakeBoard, PlanBuilder, method, shared
from tests.harvest.reader import note, read


def dot(reading: BoardReading, item: str) -> PlacedDot:
    return next(dot for dot in reading.dots if dot.id == item)


def test_a_dot_in_the_tray_does_not_vote_and_outside_it_does(board: FakeBoard) -> None:
    moved = board.of("F1/tray:+:00")
    board.move(moved, 2900, 600)
    reading = read(board)
    assert [dot.id for dot in reading.dots] == [moved]
    assert dot(reading, moved).sign is Sign.SUPPORTS
    assert dot(reading, moved).author is None
    assert reading.aside[Aside.DOT] == 8


def test_a_copied_dot_votes_too(board: FakeBoard) -> None:
    target = board.write("mõte", 2900, 600)
    copied = board.dot(2900, 600, sign="×")
    reading = read(board)
    assert dot(reading, copied).note == note(reading, target).no
    assert (dot(reading, copied).sign, dot(reading, copied).author) == (Sign.OPPOSES, "p2")


@pytest.mark.parametrize(
    ("away", "touches"), [(0.0, True), (79.0, True), (80 + 63.0, True), (80 + 65.0, False)]
)
def test_a_dot_belongs_to_the_note_under_it_or_near_it(
    board: FakeBoard,
    away: float,
    touches: bool,  # noqa: FBT001  # a column of the table above
) -> None:
    target = board.write("mõte", 2800, 600)
    item = board.dot(2800 + away, 600)
    reading = read(board)
    expected = note(reading, target).no if touches else None
    assert (dot(reading, item).note, dot(reading, item).zone) == (expected, "F1.open")


def test_of_two_notes_the_one_under_the_dot_wins(board: FakeBoard) -> None:
    under = board.write("all", 2800, 600)
    board.write("kõrval", 2800 + SIDE + 5, 600)
    item = board.dot(2875, 600)
    reading = read(board)
    assert dot(reading, item).note == note(reading, under).no


def test_a_dot_in_a_cell_for_dots_stays_in_it(board: FakeBoard) -> None:
    board.write("kõrvallahtris", 5270, 600)
    beside = board.dot(5370, 600)
    inside = board.write("samas lahtris", 5700, 1000)
    on_it = board.dot(5700, 1000)
    reading = read(board)
    assert (dot(reading, beside).zone, dot(reading, beside).note) == ("F2.met@1", None)
    assert dot(reading, on_it).note == note(reading, inside).no


def test_a_dot_on_text_typed_into_a_zone_counts_for_the_zone(board: FakeBoard) -> None:
    board.type_into("F1.sentence/zone", "Proovime")
    item = board.dot(2700, 1300)
    assert (dot(read(board), item).zone, dot(read(board), item).note) == ("F1.sentence", None)


def test_a_dot_that_touches_nothing_is_loose(board: FakeBoard) -> None:
    item = board.dot(2200, 4000)
    found = dot(read(board), item)
    assert (found.frame, found.zone, found.note) == (None, None, None)


def test_a_dot_on_an_untouched_example_is_no_vote_for_a_note(board: FakeBoard) -> None:
    item = board.dot(2410, 480)
    assert (dot(read(board), item).zone, dot(read(board), item).note) == ("F1.open", None)


def test_a_frame_moved_with_its_tray_keeps_the_dots_in_it(board: FakeBoard) -> None:
    board.shifted(500, 700)
    assert read(board).dots == ()


def test_a_wide_circle_is_no_dot(board: FakeBoard) -> None:
    before = read(board).aside[Aside.DOT]
    board.dot(2900, 600, size=SIDE / 2 + 1)
    worded = board.dot(2900, 800, size=60)
    board.edit(worded, "Mari mõte")
    reading = read(board)
    assert (reading.aside[Aside.DOT], reading.aside[Aside.OTHER]) == (before, 1)
    assert note(reading, worded).text == "Mari mõte"


def test_a_dot_at_its_widest_is_one(board: FakeBoard) -> None:
    item = board.dot(2900, 600, size=SIDE / 2)
    assert dot(read(board), item).sign is Sign.PLAIN


def test_numbered_dots_carry_their_number_where_a_method_has_them() -> None:
    build = PlanBuilder()
    build.frame("F1", 0, ("1. Tunnused", ""))
    build.zone("F1.simple@1", Box(60, 0, 900, 400), ("Lihtne", ""), colour="dot", row=1)
    style = Style(shape="circle", fill="#2d9bf0")
    for number in (1, 2):
        box = Box(1600.0 + 60 * number, 150, 40, 40)
        words = (str(number), str(number))
        build.item(f"F1/tray:{number}:01", Role.DOT, box, words, sign=Sign.PLAIN, style=style)
    board = FakeBoard.drawn(build.plan())
    board.move(board.of("F1/tray:2:01"), 300, 400)
    copied = board.dot(400, 400, sign="1")
    reading = read_board(method(), shared(), build.plan(), board.snapshot(), placed_by=board.ledger)
    assert [(dot.number, dot.zone) for dot in reading.dots] == [
        (2, "F1.simple@1"),
        (1, "F1.simple@1"),
    ]
    assert reading.notes == ()
    assert dot(reading, copied).sign is Sign.PLAIN
