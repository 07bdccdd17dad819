"""Rows that people lay under a table by hand."""

from __future__ import annotations

from board_templates.geometry import Box, Point
from harvest.view import Row
from tests.harvest.boards import FakeBoard, board
from tests.harvest.readings.reading import rows

_CELLS = {"who": "planned", "sees": "all", "good": "all"}


def _table() -> FakeBoard:
    return board("problem-framing", perspectives=["elanik", "ametnik"], problem="Keegi ei vasta")


def _rows(fake: FakeBoard) -> list[Row]:
    return rows(fake, t={"rows": {"frame": "F2", "cells": _CELLS, "below": "who"}})


def _under(fake: FakeBoard, column: str, down: float) -> Point:
    """Return a place under a column, so many rows below the last one."""
    box: Box = fake.zone(f"F2.{column}@2")
    return Point(box.centre.x, box.bottom + down * box.height)


def test_a_note_under_the_first_column_begins_a_row() -> None:
    fake = _table()
    head = fake.write("omavalitsus", place=_under(fake, "who", 0.5))
    seen = fake.write("kulu", place=_under(fake, "sees", 0.6))
    *planned, added = _rows(fake)
    assert [row["no"] for row in planned] == [1, 2]
    assert (added["no"], added["frame"], added["from"]) == (3, "F2", [head, seen])
    assert (added["who"]["text"], added["sees"]["texts"]) == ("omavalitsus", ["kulu"])
    assert added["good"]["from"] == []


def test_each_note_there_is_a_row_and_the_others_go_to_the_nearest() -> None:
    fake = _table()
    fake.write("teine", place=_under(fake, "who", 1.5))
    fake.write("esimene", place=_under(fake, "who", 0.5))
    fake.write("teise oma", place=_under(fake, "good", 1.4))
    added = _rows(fake)[2:]
    assert [row["who"]["text"] for row in added] == ["esimene", "teine"]
    assert [row["good"]["texts"] for row in added] == [[], ["teise oma"]]


def test_what_lies_far_below_or_without_a_head_is_no_row() -> None:
    fake = _table()
    fake.write("üksik", place=_under(fake, "sees", 0.5))
    fake.write("kaugel", place=_under(fake, "who", 4.0))
    assert len(_rows(fake)) == 2  # as planned


def test_without_the_argument_nothing_under_the_table_counts() -> None:
    fake = _table()
    fake.write("omavalitsus", place=_under(fake, "who", 0.5))
    assert len(rows(fake, t={"rows": {"frame": "F2", "cells": _CELLS}})) == 2
