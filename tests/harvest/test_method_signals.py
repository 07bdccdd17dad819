"""The signals of a method's own: what is asked of each row, and what only once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from board_templates.bounds import IN_HARVESTS
from board_templates.expressions import Expressions
from board_templates.harvest_spec import SignalSpec
from harvest.errors import FaultyHarvest
from harvest.findings import Finding
from harvest.method_signals import method_signals
from harvest.result import ResultMaker
from harvest.scope import Evaluator


class _Counted(Evaluator):
    """Counts how often each expression is evaluated."""

    def __init__(self) -> None:
        super().__init__(Expressions(IN_HARVESTS))
        self.asked: Counter[str] = Counter()

    def evaluate(self, expression: str, values: Mapping[str, Any]) -> Any:  # noqa: ANN401  # as there
        self.asked[expression] += 1
        return super().evaluate(expression, values)


def _found(evaluator: Evaluator, rows: list[int], **said: Any) -> list[Finding]:  # noqa: ANN401  # as in YAML
    spec = SignalSpec.model_validate({"code": "some", "each": "rows", **said})
    maker = ResultMaker(evaluator, lambda name, _: name, lambda name: name)
    return method_signals([spec], maker, {"rows": rows})


def test_what_asks_nothing_of_a_row_is_worked_out_once_for_all() -> None:
    evaluator = _Counted()
    let = {"all": "rows|sum", "share": "it * 10 // all", "more": "all + 1"}
    found = _found(evaluator, [1, 2, 3, 4], let=let, where="share > 2", values={"n": "more"})
    assert [one.values["n"] for one in found] == [11, 11]
    assert evaluator.asked == {"rows": 1, "rows|sum": 1, "all + 1": 1} | {
        "it * 10 // all": 4,
        "share > 2": 4,
        "more": 2,
    }


def test_nothing_is_worked_out_where_there_are_no_rows() -> None:
    evaluator = _Counted()
    assert _found(evaluator, [], let={"first": "rows[0] + 1"}, where="first > it") == []
    assert evaluator.asked == {"rows": 1}


def test_a_name_that_rests_on_the_row_is_worked_out_for_each() -> None:
    let = {"double": "it * 2", "place": "i", "both": "double + place"}
    found = _found(_Counted(), [5, 7], let=let, values={"n": "both"})
    assert [one.values["n"] for one in found] == [11, 16]


def test_a_fault_in_what_is_worked_out_once_says_where_it_is() -> None:
    with pytest.raises(FaultyHarvest, match=r"signals\.some"):
        _found(_Counted(), [1], let={"none": "rows|sum + nobody"}, where="none")
