"""Boards without a ledger: recognised by footer, titles and labels, then by place."""

from __future__ import annotations

import pytest

from board_templates.geometry import Box
from board_templates.plan import Plan
from harvest.board_reading import read_board
from harvest.placed import Aside, BoardReading, MatchedBy
from tests.harvest.builders import FakeBoard, method, shared, small_plan
from tests.harvest.reader import PLAN, TWIN, note, read


def read_copy(board: FakeBoard, plan: Plan = PLAN, twin: Plan = TWIN) -> BoardReading:
    return read_board(method(), shared(), plan, board.snapshot(), twins=(twin,))


def zones_by_words(reading: BoardReading) -> dict[str | None, str | None]:
    return {note.text: note.zone for note in reading.notes}


@pytest.fixture
def written(board: FakeBoard) -> FakeBoard:
    board.write("mõte", 2900, 500)
    board.write("mure", 3500, 600)
    board.write("esimene rida", 4500, 600)
    board.write("teine rida", 4500, 1000)
    board.write("teisel kaardil", 9000, 600)
    board.dot(5700, 1000)
    board.type_into("F1.sentence/zone", "Proovime kevadel")
    return board


def test_a_copied_board_is_read_as_the_original(written: FakeBoard) -> None:
    original, copy = read(written), read_copy(written.copied())
    assert copy.matched_by is MatchedBy.FOOTER
    assert zones_by_words(copy) == zones_by_words(original)
    assert copy.aside == original.aside
    assert [dot.zone for dot in copy.dots] == [dot.zone for dot in original.dots] == ["F2.met@2"]


def test_a_board_in_the_other_language_is_read_by_its_own_labels(written: FakeBoard) -> None:
    original, copy = read(written), read_copy(written.copied(), plan=TWIN, twin=PLAN)
    assert zones_by_words(copy) == zones_by_words(original)
    assert copy.aside == original.aside


def test_without_its_footer_a_board_is_known_by_its_titles(written: FakeBoard) -> None:
    original = read(written)
    written.delete(written.of("F0/footer"))
    copy = read_copy(written.copied())
    assert copy.matched_by is MatchedBy.TEXT
    assert zones_by_words(copy) == zones_by_words(original)


def test_a_footer_of_another_version_does_not_vouch_for_the_plan(written: FakeBoard) -> None:
    written.edit(written.of("F0/footer"), "Koosloome\nmall trial v2 · et")
    assert read_copy(written.copied()).matched_by is MatchedBy.TEXT


def test_places_of_a_copied_board_are_those_of_its_shapes(written: FakeBoard) -> None:
    zone = written.of("F1.open/zone")
    written.move(zone, 2710, 630 + 100)
    written.delete(written.of("F1.sentence/zone"))
    reading = read_copy(written.copied())
    assert reading.zones["F1.open"].box == Box(2260, 380, 900, 700)
    assert reading.zones["F1.open"].moved == 0
    assert reading.zones["F1.sentence"].moved is None


def test_rows_of_a_copied_table_keep_their_order_when_rows_are_taller(written: FakeBoard) -> None:
    for key, y in (("F2.who@1", 620), ("F2.met@1", 620), ("F2.who@2", 1200), ("F2.met@2", 1200)):
        cell = written.of(f"{key}/zone")
        written.move(cell, 4910 if "who" in key else 5810, y)
    written.write("teise rea keskel", 4700, 1250)
    assert zones_by_words(read_copy(written.copied()))["teise rea keskel"] == "F2.who@2"


def test_a_frame_that_lost_its_number_is_known_by_the_rest(written: FakeBoard) -> None:
    copy = written.copied()
    for raw in copy.items:
        if raw["type"] == "frame":
            raw["data"] = {"title": raw["data"]["title"].partition(". ")[2] or "Alustame siit"}
    assert read_copy(copy).frames["F1"].item is not None


def test_carriers_of_a_copied_board_are_known_by_their_words(written: FakeBoard) -> None:
    copy = written.copied()
    reading = read_copy(copy)
    origins = {note.text: note.origin for note in reading.notes}
    assert origins["Linnade liit"] == {"parameter": "known"}
    assert origins["mõte"] is None


def test_titles_gone_the_arrangement_still_tells(written: FakeBoard) -> None:
    copy = written.copied()
    for number, raw in enumerate(copy.items):
        if raw["type"] == "frame":
            raw["data"] = {"title": f"Frame {number}"}
    for raw in list(copy.items):
        if "mall trial" in (raw["data"].get("content") or ""):
            copy.delete(raw["id"])
    reading = read_copy(copy)
    assert reading.matched_by is MatchedBy.GEOMETRY
    assert zones_by_words(reading)["mure"] == "F1.worries"
    assert zones_by_words(reading)["teine rida"] == "F2.who@2"


def test_a_board_of_others_keeps_its_frames_and_everything_written() -> None:
    board = FakeBoard()
    board.frame("Teine", Box(2000, 0, 1000, 1000))
    board.frame("<p>Esimene</p>", Box(0, 0, 1000, 1000))
    board.write("siin", 500, 500)
    board.write("seal", 2500, 500)
    board.write("väljas", 5000, 500)
    board.write("! saladus", 600, 700)
    for plan in (None, PLAN):
        reading = read_board(None, shared(), plan, board.snapshot())
        assert reading.matched_by is MatchedBy.NONE
        titles = {key: frame.plan.title for key, frame in reading.frames.items()}
        assert titles == {"added1": "Esimene", "added2": "Teine"}
        assert reading.zones == {}
        assert [(note.text, note.frame) for note in reading.notes] == [
            ("siin", "added1"),
            (None, "added1"),
            ("seal", "added2"),
            ("väljas", None),
        ]
        assert reading.aside == {Aside.FRAME: 2}


def test_an_empty_board_reads_empty() -> None:
    reading = read_board(method(), shared(), PLAN, FakeBoard().snapshot())
    assert (reading.matched_by, reading.read, reading.notes) == (MatchedBy.NONE, 0, ())


@pytest.mark.parametrize("ours", [0, 1])
def test_two_copied_workshops_are_told_apart_by_their_footers(ours: int) -> None:
    board = FakeBoard()
    starts = (0.0, 20_000.0)
    ledgers = [board.draw(PLAN, dx=dx) for dx in starts]
    for dx in starts:
        board.write(f"mõte {dx:.0f}", 2900 + dx, 500)
    footer = next(item for item, key in ledgers[ours].items() if key == "F0/footer")
    reading = read_board(method(), shared(), PLAN, board.snapshot(), twins=(TWIN,), footer=footer)
    assert reading.matched_by is MatchedBy.FOOTER
    assert f"mõte {starts[ours]:.0f}" in zones_by_words(reading)
    assert f"mõte {starts[1 - ours]:.0f}" not in zones_by_words(reading)
    assert reading.zones["F1.open"].box.x == 2260 + starts[ours]
    assert len(reading.elsewhere) == len(PLAN.frames)


def test_another_method_on_the_board_is_set_aside_by_its_footer(board: FakeBoard) -> None:
    copy = board.copied()
    copy.frame("Start here", Box(15_000, 0, 1000, 1000))
    footer = {"content": "Koosloome<br>template six-hats v1 · en"}
    copy.add("text", Box(15_100, 900, 400, 40), footer)
    copy.frame("1. Hats", Box(16_200, 0, 1000, 1000))
    copy.write("nende mõte", 16_700, 500)
    reading = read_copy(copy)
    assert "nende mõte" not in zones_by_words(reading)
    assert reading.elsewhere == ("Start here", "1. Hats")


def test_the_ledger_is_completed_by_labels(board: FakeBoard) -> None:
    zone = board.of("F1.worries/zone")
    del board.ledger[zone]
    reading = read(board)
    assert reading.matched_by is MatchedBy.LEDGER
    assert reading.zones["F1.worries"].moved == 0
    assert note(reading, board.of("F1.open/carrier1")).zone == "F1.open"


def test_the_plan_itself_is_never_touched(board: FakeBoard) -> None:
    read(board)
    assert small_plan() == PLAN
