"""The bands of a frame: what heads it, in which order, with gaps that are alike."""

from __future__ import annotations

from itertools import pairwise

import pytest

from board_templates.brief import make_brief
from board_templates.layout import make_plan
from board_templates.library import Library
from board_templates.plan import Plan, PlannedItem

LIBRARY = Library()
BETWEEN = 40.0
"""The gap between panels: each is drawn 20 smaller than its box."""

SIDE = 60.0


def planned(name: str) -> Plan:
    """Return the board of a method's Estonian example."""
    method = LIBRARY.get(name)
    brief = make_brief(method, LIBRARY.shared, method.example["brief"]["et"], "et")
    return make_plan(method, LIBRARY.shared, brief)


def items(plan: Plan) -> dict[str, PlannedItem]:
    """Return what is planned, by key."""
    return {item.key: item for item in plan.items}


@pytest.mark.parametrize("name", ["world-cafe", "open-space"])
def test_the_title_comes_before_the_principles(name: str) -> None:
    plan = planned(name)
    said = next(i for i in plan.items if i.key in {"F0/etiquette", "F0/principles"})
    at = items(plan)
    assert at["F0/title"].box.y < at["F0.title/zone"].box.y < said.box.y
    assert at["F0.title/zone"].box.bottom <= said.box.y
    assert said.box.bottom <= at["F0.purpose/zone"].box.y


def test_no_empty_band_heads_the_intro() -> None:
    at = items(planned("expectations"))
    assert at["F0/title"].box.y <= SIDE
    assert at["F0.title/zone"].box.y < 2.5 * SIDE


def test_a_title_stands_as_far_from_the_top_as_the_band_allows() -> None:
    plan = planned("expectations")
    frame = next(frame for frame in plan.frames if frame.id == "F1")
    title, said = (items(plan)[f"F1/{part}"].box for part in ("title", "instruction"))
    assert title.y - frame.box.y >= SIDE / 2
    assert said.bottom - frame.box.y <= 220


@pytest.mark.parametrize(
    ("name", "frame", "first"),
    [
        ("problem-type", "F2", "F2.inbox/zone"),
        ("focused-conversation", "F6", "F6.words/zone"),
        ("difficult-situations", "F1", None),
        ("group-climate", "F2", None),
    ],
)
def test_gaps_around_the_heads_of_a_table_are_alike(
    name: str, frame: str, first: str | None
) -> None:
    plan = planned(name)
    at = items(plan)
    column = next(zone for zone in plan.zones if zone.frame == frame and zone.row == 1)
    rows = [z for z in plan.zones if z.frame == frame and z.row and z.column == column.column]
    heads = [i for i in plan.items if i.frame == frame and i.key.endswith("/head")]
    stack = [at[first].box] if first else []
    stack += [heads[0].box, *(at[zone.shape_key].box for zone in rows)]
    gaps = [lower.y - upper.bottom for upper, lower in pairwise(stack)]
    assert gaps == pytest.approx([BETWEEN] * len(gaps))


def test_without_dots_no_hole_stays_in_the_intro() -> None:
    at = items(planned("six-hats"))
    assert "F0.dots/zone" not in at
    assert at["F0.writing/zone"].box.bottom == pytest.approx(at["F0.legend/zone"].box.bottom)


def test_a_long_topic_does_not_make_all_texts_small_print() -> None:
    at = items(planned("problem-type"))
    assert len(at["F0.focus/zone"].text) > 200
    assert at["F0.agenda/zone"].style.font_size >= 30
