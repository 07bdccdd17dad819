"""Every board there is keeps the rules of layout: a new method is tested by existing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeGuard

import pytest

from board_templates.brief import Brief, make_brief
from board_templates.errors import FaultyBrief
from board_templates.expressions import Expressions
from board_templates.layout import make_plan
from board_templates.library import Library
from board_templates.method import LANGUAGES, Lang, Method, Parameter
from board_templates.plan import Plan
from board_templates.scope import parameters_of
from tests.board_templates.layout_rules import broken_rules

LIBRARY = Library()
EXPRESSIONS = Expressions()
PEOPLE = (2, 5, 15, 40, 60)
LONG = "Väga pikk tekst, mida keegi ei jõua korraga läbi lugeda ja mis läheb mitmele reale. " * 6
Values = Mapping[str, Any]


def _methods() -> list[str]:
    return [name for name in LIBRARY.ids() if LIBRARY.get(name).example]


@cache
def _changes(name: str) -> tuple[Values, ...]:
    method = LIBRARY.get(name)
    return ({}, *(change for one in parameters_of(method, LIBRARY.shared) for change in _of(one)))


def _of(parameter: Parameter) -> Iterator[Values]:
    """Yield the least and the most a field takes, or every choice."""
    values: list[Any] = []
    if parameter.type == "bool":
        values = [True, False]
    elif parameter.type == "choice" and parameter.name != "lang":
        values = list(parameter.choices)
    elif parameter.type == "int" and parameter.name != "participants":
        values = [int(bound) for bound in (parameter.min, parameter.max) if _is_number(bound)]
    elif parameter.type == "list[text]":
        values = [_texts(parameter, bound) for bound in (parameter.items.min, parameter.items.max)]
    elif parameter.type in {"text", "longtext"} and _is_number(parameter.max):
        values = [LONG[: int(parameter.max)].strip().ljust(5, "a")]
    for value in values:
        yield {parameter.name: value}


def _is_number(bound: str | None) -> TypeGuard[str]:
    return bound is not None and bound.isdigit()


def _texts(parameter: Parameter, bound: str | None) -> list[str]:
    count = int(bound) if bound is not None and bound.isdigit() else 0
    most = int(parameter.each.max) if _is_number(parameter.each.max) else 40
    return [f"{number}. {LONG}"[:most].strip() for number in range(1, count + 1)]


def _brief(method: Method, lang: Lang, people: int, change: Values) -> Brief | None:
    """Return the brief of the example with one change, or None where a rule refuses it."""
    example = method.example["brief"][lang]
    values = {**example, "lang": lang, "participants": people, **change}
    try:
        return make_brief(method, LIBRARY.shared, values, expressions=EXPRESSIONS)
    except FaultyBrief:
        return None


def _plan(method: Method, lang: Lang, people: int, change: Values) -> Plan | None:
    """Return the plan of the example with one change, or None where a rule refuses it."""
    brief = _brief(method, lang, people, change)
    if brief is None:
        return None
    return make_plan(method, LIBRARY.shared, brief, expressions=EXPRESSIONS)


@pytest.mark.parametrize("people", PEOPLE)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", _methods())
def test_the_example_keeps_the_rules_for_any_group(name: str, lang: Lang, people: int) -> None:
    plan = _plan(LIBRARY.get(name), lang, people, {})
    assert plan is not None
    assert broken_rules(plan) == []


@pytest.mark.parametrize(
    ("name", "number"),
    [(name, number) for name in _methods() for number in range(len(_changes(name)))],
)
def test_no_single_change_breaks_a_rule(name: str, number: int) -> None:
    change = _changes(name)[number]
    lang: Lang = "et" if number % 2 else "en"
    for people in (PEOPLE[number % 5], PEOPLE[(number + 2) % 5]):
        plan = _plan(LIBRARY.get(name), lang, people, change)
        assert plan is None or broken_rules(plan) == [], change


@pytest.mark.parametrize("name", _methods())
def test_most_changes_are_allowed(name: str) -> None:
    made = [_brief(LIBRARY.get(name), "et", 15, change) for change in _changes(name)]
    assert sum(brief is not None for brief in made) > len(made) * 0.9
