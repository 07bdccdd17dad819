"""How many notes a zone holds and how high it must be, by the arithmetic of the rules."""

from __future__ import annotations

import pytest

from board_templates.brief import make_brief
from board_templates.expressions import Expressions
from board_templates.layout.capacity import Capacity, side_by_side
from board_templates.layout.context import Context
from board_templates.layout.drafts import FrameDraft, SeedDraft, TableDraft, ZoneDraft
from board_templates.method import Method
from board_templates.plan import Role
from board_templates.shared_texts import SharedTexts


@pytest.fixture
def context(tiny: Method, shared: SharedTexts) -> Context:
    values = {"topic": "Uus seadus", "participants": 15, "groups": 3}
    return Context.of(tiny, shared, make_brief(tiny, shared, values), Expressions())


def frame(context: Context, *, table: bool = False) -> FrameDraft:
    spec = context.method.board.frames[0]
    rows = TableDraft(1, 240, []) if table else None
    return FrameDraft(spec, "F1", context.scope, 1, 1, {}, 15, 1, table=rows)


def zone(
    npp: str, colour: str = "any", *, stack: bool = False, row: int | None = None
) -> ZoneDraft:
    whole = (0.0, 0.0, 1.0, 1.0)
    draft = ZoneDraft("z", "F1.z", "F1.z", "Ala", colour, npp, whole, stack=stack, row=row)
    draft.font = 32
    return draft


@pytest.mark.parametrize(
    ("npp", "count"),
    [("1.5", 23), ("3/g", 15), ("c4", 4), ("cP", 15), ("dots", 15), ("d15", 15), ("auto", 0)],
)
def test_how_many_notes_a_zone_holds(context: Context, npp: str, count: int) -> None:
    assert Capacity(context).notes(frame(context), zone(npp), 1000.0) == count


def test_seeds_and_stack_take_places(context: Context) -> None:
    draft = zone("c4", stack=True)
    draft.seeds.append(SeedDraft("example", Role.EXAMPLE, "Näide: lühike", "gray"))
    assert Capacity(context).notes(frame(context), draft, 1000.0) == 6
    cell = zone("c4", row=1)
    cell.seeds.append(SeedDraft("example", Role.EXAMPLE, "Näide: lühike", "gray"))
    assert Capacity(context).notes(frame(context, table=True), cell, 1000.0) == 4


def test_as_many_stand_side_by_side_as_fit() -> None:
    assert side_by_side(1000.0, 160) == 6
    assert side_by_side(1001.0, 160) == 6
    assert side_by_side(100.0, 160) == 1


@pytest.mark.parametrize(
    ("npp", "height"),
    [
        ("1", 120 + 4 * 1.15 * 160),  # 15 notes, six a row, 1.5 times the room
        ("cP", 120 + 3 * 1.15 * 160),
        ("t200", 120 + 36 * 3),  # 76 characters a line
        ("0", 120),
    ],
)
def test_how_high_an_open_zone_must_be(context: Context, npp: str, height: float) -> None:
    assert Capacity(context).height(frame(context), zone(npp), 1000.0) == pytest.approx(height)


@pytest.mark.parametrize(
    ("npp", "colour", "height"),
    [
        ("c3", "any", 60 + 1.15 * 160),
        ("c7", "any", 60 + 2 * 1.15 * 160),
        ("dots", "dot", 60 + 48),
        ("t90", "carrier", 120 + 36 * 2),
    ],
)
def test_how_high_a_cell_must_be(context: Context, npp: str, colour: str, height: float) -> None:
    cell = zone(npp, colour, row=1)
    assert Capacity(context).height(frame(context, table=True), cell, 1000.0) == pytest.approx(
        height
    )
