"""The footer says what a board is, without words of people, and gives its plan again."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board_templates.brief import make_brief
from board_templates.errors import UnreadableFooter
from board_templates.footer import (
    COMPACT_LIMIT,
    FooterLine,
    brief_from_shape,
    credit_line,
    footer_line,
    pack_shape,
    read_footer_line,
    unpack_shape,
)
from board_templates.layout import make_plan, plan_from_footer
from board_templates.library import Library
from board_templates.method import Method
from board_templates.plan import ItemKind, Plan, Role
from board_templates.shared_texts import SharedTexts

ISSUE = {"issue": "Uue seaduse mõjud maal"}


def packed(value: object) -> str:
    content = zlib.compress(json.dumps(value).encode())
    return "kl1." + base64.urlsafe_b64encode(content).decode().rstrip("=")


def test_the_line_is_read_back(stakeholder_map: Method, shared: SharedTexts) -> None:
    line = footer_line(stakeholder_map, shared, "et")
    assert line == "mall stakeholder-map v1 · et"
    assert read_footer_line(f"Meetod: x.\n{line}\n") == FooterLine("stakeholder-map", 1, "et")
    english = footer_line(stakeholder_map, shared, "en")
    assert read_footer_line(english) == FooterLine("stakeholder-map", 1, "en")
    assert read_footer_line("mall midagi muud") is None


def test_only_what_shapes_a_board_is_packed(stakeholder_map: Method, shared: SharedTexts) -> None:
    values = {
        **ISSUE,
        "stakeholders": ["Mari Maasikas", "Liit"],
        "facilitator": "Jüri",
        "groups": 2,
    }
    brief = make_brief(stakeholder_map, shared, values)
    shape = unpack_shape(pack_shape(stakeholder_map, shared, brief))
    assert (shape.method, shape.version, shape.lang) == ("stakeholder-map", 1, "et")
    assert shape.values == {"stakeholders": 2, "groups": 2}


def same_shape(plan: Plan, again: Plan) -> None:
    assert [zone.key for zone in again.zones] == [zone.key for zone in plan.zones]
    assert [zone.colour for zone in again.zones] == [zone.colour for zone in plan.zones]
    assert [frame.key for frame in again.frames] == [frame.key for frame in plan.frames]
    seeds = [i.text for i in plan.items if i.role in {Role.EXAMPLE, Role.PROMPT}]
    assert [i.text for i in again.items if i.role in {Role.EXAMPLE, Role.PROMPT}] == seeds


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"groups": 3, "participants": 40, "stance": False},
        {"sectors": ["Üks", "Kaks", "Kolm", "Neli"], "salience": True, "lang": "en"},
        {"stakeholders": ["Elanikud ja sihtrühmad: koolijuhid", "Liit"], "strategy_rows": 12},
        {"stakeholders": ["Elanikud ja sihtrühmad: koolijuhid"], "groups": 2},
        {"stakeholders": ["Liit", "Selts"], "groups": 2},
        {"warm_up": False, "examples": False},
    ],
)
def test_the_plan_is_given_again(
    stakeholder_map: Method, shared: SharedTexts, values: dict[str, Any]
) -> None:
    brief = make_brief(stakeholder_map, shared, {**ISSUE, **values})
    plan = make_plan(stakeholder_map, shared, brief)
    [footer] = [item for item in plan.items if item.role is Role.FOOTER]
    again = plan_from_footer(stakeholder_map, shared, footer.text)
    same_shape(plan, again)
    own = {"F1.sector", "F0.focus"}
    labels = [(zone.key, zone.label) for zone in plan.zones if zone.spec not in own]
    assert [(zone.key, zone.label) for zone in again.zones if zone.spec not in own] == labels


def test_a_strip_that_is_not_there_is_not_invented(
    stakeholder_map: Method, shared: SharedTexts
) -> None:
    values = {**ISSUE, "stakeholders": ["Elanikud ja sihtrühmad: koolijuhid"]}
    brief = make_brief(stakeholder_map, shared, values)
    plan = make_plan(stakeholder_map, shared, brief)
    [footer] = [item for item in plan.items if item.role is Role.FOOTER]
    again = plan_from_footer(stakeholder_map, shared, footer.text)
    assert plan.left_out == again.left_out == ("F1.above",)
    assert unpack_shape(footer.text).left_out == {"F1.above"}
    older = unpack_shape(packed(["stakeholder-map", 1, 1, "et", {"stakeholders": 1}]))
    assert older.left_out == frozenset()


def test_a_public_address_carries_the_shape(stakeholder_map: Method, shared: SharedTexts) -> None:
    brief = make_brief(stakeholder_map, shared, ISSUE)
    page = "https://koosloome.example/harvest#"
    plan = make_plan(stakeholder_map, shared, brief, harvest_page=page)
    [footer] = [item for item in plan.items if item.role is Role.FOOTER]
    assert footer.kind is ItemKind.TEXT
    assert footer.link is not None
    assert footer.link.startswith(page)
    assert "kl1." not in footer.text
    assert unpack_shape(footer.link).method == "stakeholder-map"


def test_every_method_stays_within_the_limit(shared: SharedTexts, library: Library) -> None:
    for method in library.all():
        longest = {p.name: p.default for p in method.identity.brief if p.default is not None}
        longest |= {p.name: ["a" * 10] for p in method.identity.brief if p.required and p.is_list}
        longest |= {
            p.name: "Kas see tekst on piisavalt pikk?"
            for p in method.identity.brief
            if p.required and not p.is_list
        }
        brief = make_brief(method, shared, longest)
        assert len(pack_shape(method, shared, brief)) <= COMPACT_LIMIT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kl1.",
        "kl1.abc",
        "kl1.!!!",
        packed([1, 2]),
        packed(["stakeholder-map", "1", 1, "et", {}]),
        packed(["stakeholder-map", 1, 1, "de", {}]),
        packed(["stakeholder-map", 1, 1, "et", {}, "F1.above"]),
        packed(["stakeholder-map", 1, 1, "et", {}, [1]]),
        packed({"a": 1}),
        packed("x" * 100_000),
        packed(["stakeholder-map", 1, 1, "et", {}])[:-6],
    ],
)
def test_a_damaged_form_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFooter):
        unpack_shape(text)


@pytest.mark.parametrize(
    "values",
    [
        {"groups": "many"},
        {"groups": -1},
        {"groups": 10**9},
        {"stance": 1},
        {"stakeholders": ["Mari"]},
        {"sectors": 10**6},
    ],
)
def test_values_of_another_kind_are_refused(
    stakeholder_map: Method, shared: SharedTexts, values: dict[str, Any]
) -> None:
    shape = unpack_shape(packed(["stakeholder-map", 1, 1, "et", values]))
    with pytest.raises(UnreadableFooter, match=r"“.+” can't be “.+”") as refused:
        brief_from_shape(stakeholder_map, shared, shape)
    assert "“'" not in str(refused.value)


def test_sources_that_end_in_a_full_stop_need_no_second_one(
    stakeholder_map: Method, shared: SharedTexts
) -> None:
    said = credit_line(stakeholder_map, shared, "en")
    assert said.startswith("Method: Mendelow; Mitchell et al. Template:")


def test_a_footer_of_another_method_is_refused(
    stakeholder_map: Method, shared: SharedTexts
) -> None:
    with pytest.raises(UnreadableFooter, match="other"):
        plan_from_footer(stakeholder_map, shared, packed(["other", 1, 1, "et", {}]))


@given(st.text(max_size=80))
def test_no_text_is_an_accident(text: str) -> None:
    reasons = []
    try:
        unpack_shape("kl1." + text)
    except UnreadableFooter as error:
        reasons.append(error.reason)
    assert all(reasons)
