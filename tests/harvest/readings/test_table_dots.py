"""Numbered dots in a table, notes across borders, numbers in front, paths into lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from board_templates.geometry import Point
from board_templates.plan import Sign
from harvest.paths import at_path
from harvest.placed import PlacedDot
from tests.harvest.boards import FakeBoard, board
from tests.harvest.readings.reading import rows

_TABLE = {"frame": "F4", "columns": ["met", "unmet"], "numbers": "2"}


def _table() -> FakeBoard:
    return board("reflection-retro", expectations=["Üks ootus", "Teine ootus"])


def _dots(fake: FakeBoard, number: int | None, *cells: str) -> None:
    for cell in cells:
        dot = PlacedDot(f"n{len(fake.dots)}", Sign.PLAIN, Point(0, 0), "F4", f"F4.{cell}", None)
        fake.dots.append(replace(dot, number=number))


def test_each_number_has_a_row_also_without_dots() -> None:
    fake = _table()
    _dots(fake, 2, "met@1", "met@1", "unmet@2")
    _dots(fake, 5, "unmet@1")
    _dots(fake, None, "met@2")
    found = rows(fake, n={"numbered": _TABLE})
    assert [(row["number"], row["columns"], row["most"], row["dots"]) for row in found] == [
        (1, [None, None], None, 0),
        (2, ["met", "unmet"], None, 3),
        (5, ["unmet", None], "unmet", 1),
    ]


def test_a_row_with_dots_in_several_columns_says_nothing() -> None:
    fake = _table()
    _dots(fake, 1, "met@1", "unmet@1", "met@2")
    [one, _] = rows(fake, n={"numbered": _TABLE})
    assert (one["columns"], one["most"]) == ([None, "met"], "met")


def test_a_dot_outside_those_columns_does_not_count() -> None:
    fake = _table()
    _dots(fake, 1, "partly@1")
    [one, _] = rows(fake, n={"numbered": _TABLE})
    assert one["dots"] == 0


@pytest.mark.parametrize(("x", "reached"), [(0.5, []), (0.99, ["F2.engage_closely"])])
def test_a_note_reaches_what_a_good_part_of_it_lies_in(x: float, reached: list[str]) -> None:
    fake = board("stakeholder-map")
    fake.write("Vald", "F2.keep_satisfied", at=(x, 0.5))
    said = {"written": {"notes": {"zones": ["F2.*"]}}}
    [row] = rows(fake, **said, r={"reaches": {"list": "written", "zones": ["F2.*"]}})
    assert row["reaches"] == reached


def test_a_note_in_none_of_the_zones_reaches_none() -> None:
    fake = board("stakeholder-map")
    fake.write("Vald", "F2.keep_satisfied", at=(0.99, 0.5))
    said = {"written": {"notes": {"zones": ["F2.*"]}}}
    [row] = rows(fake, **said, r={"reaches": {"list": "written", "zones": ["F2.engage_closely"]}})
    assert row["reaches"] == []


@pytest.mark.parametrize(
    ("text", "who", "rest"),
    [
        ("3. Bussid hilinevad", "3", "Bussid hilinevad"),
        ("12) Bussid", "12", "Bussid"),
        ("2027. aasta", None, "2027. aasta"),
        ("3 bussi hilines", None, "3 bussi hilines"),
        ("Bussid 3.", None, "Bussid 3."),
    ],
)
def test_a_number_in_front_is_taken_out(text: str, who: str | None, rest: str) -> None:
    fake = board("stakeholder-map")
    fake.write(text, "F1.public")
    said = {"written": {"notes": {"zones": ["F1.*"]}}}
    [row] = rows(fake, **said, s={"split": {"list": "written", "at": "number"}})
    assert (row["who"], row["rest"]) == (who, rest)


def test_a_path_leads_into_lists() -> None:
    row = {"parts": [{"rest": "üks"}, {"rest": "kaks"}]}
    assert at_path(row, "parts.1.rest") == "kaks"
    assert at_path(row, "parts.2.rest") is None
    assert at_path(row, "parts.rest") is None
