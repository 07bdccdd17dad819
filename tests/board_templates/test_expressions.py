"""Expressions give plain values over plain values, and nothing gets out or grows without end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined

from board_templates.bounds import IN_HARVESTS
from board_templates.expressions import ExpressionError, Expressions

VALUES = {"x": {"a": 1, "_b": 2}, "xs": [{"a": 1}, {"a": 5}], "n": 7, "name": "Mari", "none_": None}


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("n + 1", 8),
        ("n // 2 * 2", 6),
        ("n % 5", 2),
        ("ceil(n / 5)", 2),
        ("x.a", 1),
        ("x['a']", 1),
        ("xs[-1].a", 5),
        ("xs | selectattr('a', 'gt', 1) | map(attribute='a')", [5]),
        ("xs | map(attribute='a') | sum", 6),
        ("position(['Riik', 'Ettevõtted'], ' ETTEVÕTTED ')", 2),
        ("position(['Riik'], 'muu')", 0),
        ("before('Riik: valitsus', ':')", "Riik"),
        ("before('valitsus', ':')", ""),
        ("after('Riik: valitsus', ':')", "valitsus"),
        ("after('valitsus', ':')", "valitsus"),
        ("clock('23:50', 20)", "00:10"),
        ("split('a, b', ',')", ["a", "b"]),
        ("date_text('2021-03-05', 'et')", "05.03.2021"),
        ("date_text('2021-03-05', 'en')", "5 March 2021"),
        ("time_text('14:30', 'et')", "14.30"),
        ("none_ is none", True),
        ("min(3, n)", 3),
        ("max([1, 9])", 9),
        ("range(2, 4)", [2, 3]),
        ("'a' ~ n", "a7"),
        ("['a', 'b'] | join('-')", "a-b"),
    ],
)
def test_expressions_give_values(expression: str, expected: object) -> None:
    assert Expressions().evaluate(expression, VALUES) == expected


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__",
        "().__class__.__bases__",
        "x._b",
        "x.items()",
        "name.upper()",
        "cycler",
        "self",
        "lipsum()",
        "x | attr('a')",
        "x | xmlattr",
        "'%s' % 3",
        "'a' | format(1)",
        "missing",
        "x.missing",
        "xs[9]",
        "1 / 0",
        "(",
        "1 if",
        "x | map(attribute='__class__') | list",
        "range",
        "n." + "a" * 200,
    ],
)
def test_nothing_else_can_be_reached(expression: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        Expressions().evaluate(expression, VALUES)
    assert caught.value.expression
    assert caught.value.reason


def test_what_thousands_wrote_may_be_passed_on() -> None:
    written = ["Buss peab käima ka õhtul"] * 10_000
    joined = "\n".join(written)
    evaluate = Expressions(IN_HARVESTS).evaluate
    assert evaluate("text or none", {"text": joined}) == joined
    assert evaluate("texts | join('\n')", {"texts": written}) == joined
    assert evaluate("text | replace('\n', '; ')", {"text": joined}) == "; ".join(written)


@pytest.mark.parametrize(
    "expression",
    [
        "'a' * 999999999",
        "[1] * 999999999",
        "9 ** 9 ** 9",
        "99999999 * 99999999 * 99999999",
        "range(999999999)",
        "range(999) | join | replace('', '" + "a" * 60 + "')",
        "range(999) | join('" + "a" * 150 + "')",
        "range(999) | map('replace', '', range(999) | join) | list",
        "round(5, -10 ** 15)",
        "5 | round(-9999)",
        "9" * 199,
        "1e999",
        "1e308 * 10",
        "-1e15 - 1e15",
    ],
)
def test_nothing_grows_without_end(expression: str) -> None:
    with pytest.raises(ExpressionError):
        Expressions().evaluate(expression, VALUES)


def grown(expression: str, times: int) -> object:
    """Evaluate an expression over what it gave before, again and again."""
    evaluate = Expressions().evaluate
    held: object = evaluate("range(100)", {})
    for _ in range(times):
        held = evaluate(expression, {"held": held})
    return held


@pytest.mark.parametrize(
    ("expression", "what"),
    [
        ("[held, held, held, held]", "list grew"),
        ("held + held", "list grew"),
        ("held ~ held", "text grew"),
    ],
)
def test_nothing_grows_over_several_names(expression: str, what: str) -> None:
    """Four times the same list costs nothing; ten steps of it can't be said or compared."""
    assert grown(expression, 2)
    with pytest.raises(ExpressionError, match=what):
        grown(expression, 12)


@pytest.mark.parametrize(
    "text",
    [
        "{% for i in range(9) %}x{% endfor %}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% macro m() %}{% endmacro %}",
        "{{ missing }}",
        "{{ x.__class__ }}",
        "{{ unfinished",
        "{{ 1 }}" + "x" * 9000,
        "{{ " + "9" * 7900 + " }}",
        "{{ " + "-" * 7000 + "1 }}",
        "{{ " + "+".join("1" * 3900) + " }}",
        "{{ " + " or ".join("0" * 1500) + " }}",
        "{{ n" + " | string" * 800 + " }}",
        "{{ " + "1 if n else " * 500 + "2 }}",
        "{% if n %}" * 300 + "x" + "{% endif %}" * 300,
        "{{ range(999) | join }}" * 300,
    ],
)
def test_texts_hold_names_and_conditions_only(text: str) -> None:
    with pytest.raises(ExpressionError):
        Expressions().render(text, VALUES)


def test_texts_are_filled() -> None:
    expressions = Expressions()
    assert expressions.render("{{ name }} ja {{ n }}", VALUES) == "Mari ja 7"
    assert expressions.render("{% if n > 5 %}palju{% else %}vähe{% endif %}", VALUES) == "palju"
    assert expressions.render("50% <b>{ }", VALUES) == "50% <b>{ }"


def test_an_object_of_ours_is_no_value() -> None:
    with pytest.raises(ExpressionError):
        Expressions().evaluate("x.a", {"x": {"a": object()}})


def test_names_asked_for_are_known_beforehand() -> None:
    expressions = Expressions()
    assert expressions.names("a.b + len(c) + (d | int)") == {"a", "c", "d"}
    assert expressions.text_names("{{ a }} {% if b %}{{ c }}{% endif %}") == {"a", "b", "c"}
    assert expressions.text_names("plain") == frozenset()


@given(st.text(max_size=60))
def test_no_text_is_an_accident(text: str) -> None:
    """Whatever stands in a file, the answer is a value or an error of ours."""
    reasons = []
    try:
        Expressions().evaluate(text, VALUES)
    except ExpressionError as error:
        reasons.append(error.reason)
    assert all(reasons)


@pytest.mark.parametrize(
    "expression",
    [
        "it.a + 1 if it.b is none else it.b",
        "rows|selectattr('a', 'gt', it.a)|map(attribute='a')|list",
        "rows[1:]|map(attribute='a')|sum",
        "len(rows) ~ '/' ~ max(it.a, 2)",
        "rows|rejectattr('a')|list + rows|selectattr('a', 'in', [1, it.a])|list",
        "it.words|reject|list + it.words|reject('in', ['x'])|list",
        "[rows]|map(attribute='0.a')|list if rows else none|select|list",
        "'x' in it.words and not it.b or rows|length > 1",
        "it.words|select('eq', 'x')|first|default('none')",
        "{'a': it.a, 'all': [it.b, -it.a]}",
        "rows|map(attribute='a')|select('in', it.words + [it.b, 0, 2, 4, 6, 7, 8])|list",
        "(it.words + [it.a, 1.0, true, [0]])|reject('in', it.words + [it.b, 1, 3, 'x', none])|list",
    ],
)
@given(a=st.integers(-9, 9), b=st.none() | st.integers(-9, 9), words=st.lists(st.text("xy")))
@settings(deadline=None, max_examples=25)
def test_the_lean_code_of_an_expression_says_what_jinjas_own_does(
    expression: str, a: int, b: int | None, words: list[str]
) -> None:
    values = {"it": {"a": a, "b": b, "words": words}, "rows": [{"a": n} for n in range(a)]}
    jinja = Environment(undefined=StrictUndefined)  # noqa: S701  # no HTML here
    expected = jinja.compile_expression(expression, undefined_to_none=False)(
        **values, len=len, max=max
    )
    assert Expressions().evaluate(expression, values) == expected


def test_a_value_goes_before_a_function_of_its_name() -> None:
    expressions = Expressions()
    assert expressions.evaluate("len", {"len": 3}) == 3
    with pytest.raises(ExpressionError):
        expressions.evaluate("len([1])", {"len": [1]})


def test_many_are_looked_up_among_many_and_not_searched_for() -> None:
    count = 40_000
    values = {
        "rows": [{"no": str(n)} for n in range(count)],
        "known": [f"{n}" for n in range(count)],
    }
    expressions = Expressions(IN_HARVESTS)
    began = time.process_time()
    found = expressions.evaluate("rows|rejectattr('no', 'in', known)|list", values)
    assert found == []
    assert time.process_time() - began < 1.0  # each compared with each takes ten times that
