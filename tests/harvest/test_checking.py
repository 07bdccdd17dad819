"""What can be known of harvest.yaml without a board."""

from __future__ import annotations

from typing import Any

import pytest

from board_templates.harvest_spec import HarvestSpec
from harvest.checking import check_harvest
from tests.harvest.boards import SHARED, method_named


def _faults(**harvest: Any) -> list[str]:  # noqa: ANN401  # a test says what it needs
    method = method_named("stakeholder-map")
    changed = method.model_copy(update={"harvest": HarvestSpec.model_validate(harvest)})
    return [f"{fault.where}: {fault.reason}" for fault in check_harvest(changed, SHARED)]


@pytest.mark.parametrize(
    ("harvest", "fault"),
    [
        ({"lists": {"a": {"nottes": {}}}}, "lists.a: there is no such reading"),
        ({"lists": {"a": {"notes": {}}}}, "lists.a: “zones”: the field is missing"),
        (
            {"lists": {"a": {"notes": {"zones": ["F1.*"], "x": 1}}}},
            "lists.a: “x”: there is no such field",
        ),
        (
            {"lists": {"a": {"parts": {"list": "b", "of": "c"}}}},
            "lists.a.list: there is no list “b”",
        ),
        ({"result": {"a": "brief.x +"}}, "result.a: `brief.x +`"),
        ({"result": {"a": "nothing"}}, "result.a: `nothing` asks for nothing"),
        ({"result": {"a": {"each": "[1]", "value": "it + more"}}}, "result.a.value: `it + more`"),
        ({"result": {"a": {"say": "'hello'"}}}, "result.a: texts/et.yaml has no phrase “hello”"),
        ({"signals": [{"code": "nobody"}]}, "signals.nobody: texts/et.yaml has no text for it"),
        (
            {"signals": [{"code": "empty_sector"}]},
            "signals.empty_sector: its text in texts/et.yaml",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(harvest: dict[str, Any], fault: str) -> None:
    assert any(said.startswith(fault) for said in _faults(**harvest)), _faults(**harvest)


def test_names_of_rows_and_working_values_are_known() -> None:
    row = {"each": "[1, 2]", "as": "n", "let": {"twice": "n * 2"}, "fields": {"x": "twice + i"}}
    assert _faults(result={"a": row, "b": "result.a"}) == []
