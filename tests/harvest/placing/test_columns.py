"""Texts nobody knows the words of are told by their order in their column."""

from __future__ import annotations

import pytest

from board_templates.brief import make_brief
from board_templates.footer import brief_from_shape, unpack_shape
from board_templates.layout import make_plan
from board_templates.library import Library
from board_templates.plan import Plan, Role
from harvest.board_reading import read_board
from tests.harvest.builders import FakeBoard

LIBRARY = Library()
METHOD = LIBRARY.get("stakeholder-map")
LONG = "Kohalikud omavalitsused, nende liidud ja ühisametid"


def plan_of(sectors: list[str]) -> Plan:
    values = {"issue": "Uue seaduse mõjud maal", "sectors": sectors}
    return make_plan(METHOD, LIBRARY.shared, make_brief(METHOD, LIBRARY.shared, values))


@pytest.mark.parametrize(
    "sectors",
    [
        ["Linnad", "Haldurid", "Arendajad"],
        [LONG, "Haldurid", "Arendajad"],
        [f"{LONG} {number}" for number in range(8)],
    ],
)
def test_a_legend_in_words_of_ones_own_is_no_note_on_a_copied_board(sectors: list[str]) -> None:
    plan = plan_of(sectors)
    footer = next(item.text for item in plan.items if item.role is Role.FOOTER)
    brief = brief_from_shape(METHOD, LIBRARY.shared, unpack_shape(footer))
    found = make_plan(METHOD, LIBRARY.shared, brief)
    board = FakeBoard.drawn(plan).copied()
    reading = read_board(METHOD, LIBRARY.shared, found, board.snapshot())
    assert [note.text for note in reading.notes] == []


def test_what_people_wrote_beside_the_legend_is_a_note() -> None:
    plan = plan_of(["Linnad", "Haldurid", "Arendajad"])
    footer = next(item.text for item in plan.items if item.role is Role.FOOTER)
    brief = brief_from_shape(METHOD, LIBRARY.shared, unpack_shape(footer))
    found = make_plan(METHOD, LIBRARY.shared, brief)
    board = FakeBoard.drawn(plan)
    legend = next(zone for zone in plan.zones if zone.key == "F0.legend")
    board.write("Oma mõte", legend.box.centre.x, legend.box.centre.y)
    reading = read_board(METHOD, LIBRARY.shared, found, board.copied().snapshot())
    assert [note.text for note in reading.notes] == ["Oma mõte"]
