"""Every method, language, size of group and number of groups keeps the rules of layout.

How many groups or tables there may be is read from the method: the fields that repeated frames
count by. A draw of the matrix runs always, the whole of it with the marker `full`.
"""

from __future__ import annotations

import random
from functools import cache

import pytest

from board_templates.method import Lang
from tests.board_templates.layout.test_every_method import LIBRARY, PEOPLE, _methods, _plan
from tests.board_templates.layout_rules import broken_rules

Case = tuple[str, Lang, int, dict[str, int]]

DRAWN = 12
LANGS: tuple[Lang, ...] = ("et", "en")
REPEATS = frozenset({"group", "table"})


def counting_fields(method: str) -> dict[str, range]:
    """Return the fields by which frames of groups and tables are counted, with what they allow."""
    frames = LIBRARY.get(method).board.frames
    counted = {one.repeat.times for one in frames if one.repeat and one.repeat.over in REPEATS}
    return {
        field.name: range(int(field.min), int(field.max) + 1)
        for field in LIBRARY.get(method).identity.brief
        if field.name in counted and str(field.min).isdigit() and str(field.max).isdigit()
        if field.min is not None and field.max is not None
    }


@cache
def matrix() -> tuple[Case, ...]:
    return tuple(
        (method, lang, people, {name: count})
        for method in _methods()
        for name, counts in counting_fields(method).items()
        for lang in LANGS
        for people in PEOPLE
        for count in counts
    )


def findings(case: Case) -> list[str]:
    """Return the broken rules of a board; none where a rule of the method refuses the number."""
    method, lang, people, change = case
    plan = _plan(LIBRARY.get(method), lang, people, change)
    return [] if plan is None else [f"{case}: {rule}" for rule in broken_rules(plan)]


def test_some_methods_work_in_groups() -> None:
    assert len({method for method, *_ in matrix()}) > 3


def test_a_draw_keeps_the_rules() -> None:
    """The seed that pytest-randomly prints draws the same again."""
    cases = random.sample(matrix(), DRAWN)
    assert [finding for case in cases for finding in findings(case)] == []


@pytest.mark.full
@pytest.mark.parametrize("method", _methods())
def test_any_number_of_groups_keeps_the_rules(method: str) -> None:
    cases = [case for case in matrix() if case[0] == method]
    assert [finding for case in cases for finding in findings(case)] == []
