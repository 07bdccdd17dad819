"""What is read is as large as its room allows, and what is alike is equally large."""

from __future__ import annotations

import pytest

from board_templates.library import Library
from board_templates.plan import Plan, PlannedItem
from tests.board_templates.conftest import Planned

PROPOSAL = "Anname osalejatele ettepanekuteks kaks nädalat aega."


def _consensus(library: Library, planned: Planned, **values: object) -> Plan:
    return planned(library.get("consensus-board"), proposal=PROPOSAL, **values)


def _item(plan: Plan, key: str) -> PlannedItem:
    return next(item for item in plan.items if item.key == key)


def _sizes(plan: Plan, *keys: str) -> set[int]:
    return {_item(plan, key).style.font_size for key in keys}


def test_cells_that_are_only_read_are_as_large_as_labels(
    library: Library, planned: Planned
) -> None:
    plan = _consensus(library, planned)
    assert _sizes(plan, *(f"F1.item@{row}/zone" for row in range(1, 7))) == {32}
    assert _sizes(plan, "F1.item/head", "F1.remedy/head") == {32}


def test_heads_of_columns_and_of_areas_read_as_those_of_other_boards(
    library: Library, planned: Planned
) -> None:
    climate = library.get("group-climate")
    for people in (5, 15, 40):
        plan = planned(climate, group_name="Meeskond", participants=people)
        assert min(_sizes(plan, "F1.forming/zone", "F1.storming/zone")) >= 28
        assert min(_sizes(plan, "F2.item/head", "F2.s1/head", "F2.s5/head")) >= 30


@pytest.mark.parametrize("lang", ["et", "en"])
def test_no_head_of_a_board_is_small_print(library: Library, planned: Planned, lang: str) -> None:
    for name in library.ids():
        method = library.get(name)
        if not method.example:
            continue
        plan = planned(method, **{**method.example["brief"][lang], "lang": lang})
        heads = [item for item in plan.items if item.key.endswith("/head")]
        assert {i.key: i.style.font_size for i in heads if i.style.font_size < 26} == {}, name


def test_one_long_cell_makes_all_of_them_smaller(library: Library, planned: Planned) -> None:
    retro = library.get("reflection-retro")
    short = ["Õpin Miros töötama"] * 2
    long = [*short, "Saan kaasamise kavandamisel kindlama tunde ja oskan seda põhjendada. " * 3]
    assert len(long[-1]) > 190
    few, many = (
        planned(retro, period="Programm", expectations=[text[:200] for text in texts])
        for texts in (short, long)
    )
    [small] = _sizes(many, "F4.item@1/zone", "F4.item@2/zone", "F4.item@3/zone")
    assert _sizes(few, "F4.item@1/zone") == {32}
    assert 24 <= small < 32


def test_a_text_fills_its_strip_and_one_without_room_stays_small(
    library: Library, planned: Planned
) -> None:
    assert _sizes(_consensus(library, planned), "F1/principles") == {36}
    kept = planned(library.get("stakeholder-map"), issue="Uue seaduse mõjud maal")
    assert _sizes(kept, "F2/influence", "F2/interest") == {26}


def test_a_short_answer_in_a_strip_is_asked_for_in_large_letters(
    library: Library, planned: Planned
) -> None:
    assert _sizes(_consensus(library, planned), "F1.attended/zone") == {36}


def test_a_tray_says_how_many_dots_a_person_has(library: Library, planned: Planned) -> None:
    plan = _consensus(library, planned)
    said = {key: _item(plan, f"{key}/tray").text for key in ("F1", "F3", "F4", "F5")}
    assert said == {
        "F1": "Punkte igaühele: 6",
        "F3": "Punkte igaühele: 1",
        "F4": "Punkte igaühele: 3",
        "F5": "Punkte igaühele: 1",
    }
