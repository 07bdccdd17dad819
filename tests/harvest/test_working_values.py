"""`let` of harvest.yaml: worked out between lists and result, and not told itself."""

from __future__ import annotations

from typing import Any

import pytest

from board_templates.expressions import Expressions
from board_templates.harvest_spec import HarvestSpec
from harvest.checking import check_harvest
from harvest.errors import FaultyHarvest
from harvest.result import ResultMaker
from harvest.scope import Evaluator
from tests.harvest.boards import SHARED, FakeBoard, board, method_named

_NAME = "stakeholder-map"


def _with(**harvest: Any) -> FakeBoard:  # noqa: ANN401  # a test says what it needs
    fake = board(_NAME)
    spec = HarvestSpec.model_validate(harvest)
    method = method_named(_NAME).model_copy(update={"harvest": spec})
    return FakeBoard(method, fake.plan)


def test_result_and_signals_rest_on_it_and_it_is_not_told() -> None:
    fake = _with(
        lists={"written": {"notes": {"zones": ["F1.*"]}}},
        let={
            "texts": {"each": "written", "value": "it.text"},
            "longest": "texts|map('length')|max if texts else 0",
        },
        result={"most": "longest"},
        signals=[{"code": "all_key", "when": "longest > 5"}],
    )
    fake.write("Vald", "F1.public")
    assert fake.summary().as_data()["result"] == {"most": 4}
    fake.write("Raamatukogu", "F1.public")
    summary = fake.summary()
    assert summary.as_data()["result"] == {"most": 11}
    assert "all_key" in {signal.code for signal in summary.signals}


def test_a_fault_in_it_says_where_it_is() -> None:
    maker = ResultMaker(Evaluator(Expressions()), lambda name, _: name, lambda name: name)
    spec = HarvestSpec.model_validate({"let": {"x": {"fields": {"a": "unheard"}}}})
    with pytest.raises(FaultyHarvest) as raised:
        maker.work_out(spec.let, {})
    assert raised.value.where == "let.x.a"


@pytest.mark.parametrize(
    ("harvest", "faults"),
    [
        ({"let": {"a": "1", "b": "a + 1"}, "result": {"c": "a + b"}}, []),
        ({"let": {"b": "a + 1", "a": "1"}}, ["let.b"]),
        (
            {
                "let": {"a": "1"},
                "lists": {
                    "x": {"rotation": {**dict.fromkeys(("people", "tables", "rounds"), "a")}}
                },
            },
            ["lists.x.people", "lists.x.tables", "lists.x.rounds"],
        ),
    ],
)
def test_names_of_it_are_known_after_it(harvest: dict[str, Any], faults: list[str]) -> None:
    spec = HarvestSpec.model_validate(harvest)
    method = method_named(_NAME).model_copy(update={"harvest": spec})
    assert [fault.where for fault in check_harvest(method, SHARED)] == faults


def test_all_expressions_of_a_file_are_named_with_their_place() -> None:
    spec = HarvestSpec.model_validate({"let": {"a": "1"}, "result": {"b": "a"}})
    assert list(spec.expressions()) == [("let.a", "1"), ("result.b", "a")]
