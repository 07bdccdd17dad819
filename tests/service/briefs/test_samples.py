"""A picture can be drawn before anybody has filled in anything."""

from __future__ import annotations

import pytest

from board_templates.method import Parameter, Span
from service.briefs.samples import completed
from workshops.fillers import filler

ISSUE = Parameter(name="issue", type="text", required=True, min="10", max="140")
PROBLEMS = Parameter(
    name="problems", type="list[text]", required=True, items=Span(min="3"), each=Span(min="2")
)
EXTENT = Parameter(name="extent", type="choice", required=True, choices=("inform", "consult"))
NOTE = Parameter(name="note", type="text")


def test_only_what_is_required_and_missing_is_filled() -> None:
    example = {"issue": "Näite teema", "note": "Näite märkus"}
    assert completed((ISSUE, NOTE), {}, example) == {"issue": "Näite teema"}
    assert completed((ISSUE, NOTE), {"issue": "Oma teema"}, example) == {"issue": "Oma teema"}


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        (ISSUE, "…" * 10),
        (PROBLEMS, ["……"] * 3),
        (EXTENT, "inform"),
        (Parameter(name="question", type="text", required=True, ends_with="?"), "…?"),
        (Parameter(name="rows", type="int", required=True, min="3"), 3),
    ],
)
def test_without_an_example_the_least_is_filled(parameter: Parameter, value: object) -> None:
    assert filler(parameter) == value
    assert completed((parameter,), {}, {}) == {parameter.name: value}
