"""The tree of a result."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from board_templates.expressions import Expressions
from board_templates.harvest_spec import HarvestSpec
from harvest import result
from harvest.errors import FaultyHarvest
from harvest.result import ResultMaker, settled
from harvest.scope import Evaluator

_SCOPE: Mapping[str, Any] = {
    "brief": {"rule": "b", "on": False},
    "rows": [{"no": 1, "text": "a", "votes": 1}, {"no": 2, "text": "b", "votes": 5}],
}


def _made(node: object) -> Any:  # noqa: ANN401  # whatever the node gives
    spec = HarvestSpec.model_validate({"result": {"x": node}})
    maker = ResultMaker(
        Evaluator(Expressions()),
        lambda name, values: f"{name}:{values['n']}",
        lambda name: f"<{name}>",
    )
    return maker.make(spec.result, _SCOPE)["x"]


@pytest.mark.parametrize(
    ("node", "value"),
    [
        ("brief.rule", "b"),
        ("rows|length + 1", 3),
        (True, True),
        ({"person": "brief.rule"}, "<b>"),
        ({"person": "['a', 'b']"}, ["<a>", "<b>"]),
        ({"notes": "rows"}, [1, 2]),
        ({"notes": "[3, 3, 4]"}, [3, 4]),
        ({"say": "'hello'", "values": {"n": "rows|length"}}, "hello:2"),
        ({"choose": "brief.rule", "of": {"a": "1", "b": "2"}}, 2),
        ({"when": "brief.on", "fields": {"a": "1"}}, None),
        ({"when": "brief.on", "each": "rows", "fields": {"a": "1"}}, None),
        ({"let": {"n": "2"}, "fields": {"a": "n", "b": "this.a + 1"}}, {"a": 2, "b": 3}),
        ({"each": "rows", "key": "it.text", "value": "it.votes"}, {"a": 1, "b": 5}),
        ({"each": "rows", "order": ["-it.votes"], "value": "i ~ it.text"}, ["1b", "2a"]),
        ({"each": "rows", "where": "it.votes > 2", "value": "i ~ it.text"}, ["1b"]),
        (
            {"each": "rows", "as": "row", "fields": {"t": "row.text", "m": {"a": "this.t"}}},
            [{"t": "a", "m": {"a": "a"}}, {"t": "b", "m": {"a": "b"}}],
        ),
    ],
)
def test_a_node_gives_what_it_says(node: object, value: object) -> None:
    assert _made(node) == value


@pytest.mark.parametrize(
    ("node", "where"),
    [
        ("brief.unheard", "result.x"),
        ({"each": "rows", "fields": {"a": {"b": "it.unheard"}}}, "result.x.a.b"),
        ({"choose": "brief.rule", "of": {"a": "1"}}, "result.x"),
    ],
)
def test_a_fault_says_where_it_is(node: object, where: str) -> None:
    with pytest.raises(FaultyHarvest) as raised:
        _made(node)
    assert raised.value.where == where


def test_a_result_is_settled_into_json() -> None:
    value = {"a": 0.3456, "b": (1, 2), "c": date(2026, 3, 2), "d": "text", "e": None, "f": True}
    assert settled(value, str.upper) == {
        "a": 0.35,
        "b": [1, 2],
        "c": "2026-03-02",
        "d": "TEXT",
        "e": None,
        "f": True,
    }


def test_what_a_row_does_not_change_is_worked_out_once() -> None:
    asked: list[str] = []

    class Listening(Evaluator):
        def evaluate(self, expression: str, values: Mapping[str, Any]) -> Any:  # noqa: ANN401  # as there
            asked.append(expression)
            return super().evaluate(expression, values)

    let = {"all": "rows|map(attribute='votes')|sum", "part": "it.votes / all", "half": "part / 2"}
    node = {"each": "rows", "let": let, "fields": {"part": "part", "half": "half"}}
    spec = HarvestSpec.model_validate({"result": {"x": node}})
    maker = ResultMaker(Listening(Expressions()), lambda name, _: name, lambda name: name)
    made = maker.make(spec.result, _SCOPE)["x"]
    assert [round(row["part"], 2) for row in made] == [0.17, 0.83]
    assert [asked.count(said) for said in let.values()] == [1, 2, 2]


def test_lists_within_lists_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(result, "ROW_LIMIT", 1000)
    inner = {"each": "range(100)", "value": "i"}
    assert len(_made({"each": "range(9)", "fields": {"a": inner}})) == 9
    with pytest.raises(FaultyHarvest, match="rows"):
        _made({"each": "range(100)", "fields": {"a": inner}})
