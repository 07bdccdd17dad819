"""The names that expressions of a method see, and the values they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from board_templates.board_spec import Loop
from board_templates.expressions import ExpressionError, Expressions
from board_templates.method import Lang, Method, Parameter
from board_templates.plain import Plain
from board_templates.plan import Voting
from board_templates.sentences import N_
from board_templates.shared_texts import SharedTexts

LOOP_LIMIT = 100
"""Most repetitions of one loop."""

FIXED_NAMES = frozenset({"P", "data", "words", "defaults", "plain_votes", "lang"})


def asks_for_dots(method: Method) -> bool:
    """Tell whether the brief has `dots_per_person`: only where a voting place may be plain."""
    votes = (frame.voting for frame in method.board.frames)
    return any(vote is not None and vote.kind is Voting.PLAIN for vote in votes)


def parameters_of(method: Method, shared: SharedTexts) -> tuple[Parameter, ...]:
    """Return the fields of the brief: the common ones, then the method's own.

    One of the method's own with a common name takes the place of the common one.
    """
    own = {parameter.name: parameter for parameter in method.identity.brief}
    dots = asks_for_dots(method)
    common = [
        own.get(parameter.name, _completed(parameter, method))
        for parameter in shared.common.parameters
        if dots or parameter.name != "dots_per_person"
    ]
    names = {parameter.name for parameter in common}
    return (*common, *(p for p in method.identity.brief if p.name not in names))


def _completed(parameter: Parameter, method: Method) -> Parameter:
    if parameter.name != "minutes":
        return parameter
    minutes = method.minutes
    limits = {"default": minutes.default, "min": str(minutes.min), "max": str(minutes.max)}
    return parameter.model_copy(update=limits)


def default_of(parameter: Parameter, method: Method, lang: Lang) -> Plain:
    """Return the value a field has when nobody fills it in; None when it has none."""
    texts = method.texts[lang]
    if parameter.name == "title":
        return texts.name
    said = texts.parameters.get(parameter.name)
    if said is not None and said.default is not None:
        return said.default
    return parameter.default


def first_scope(method: Method, shared: SharedTexts, lang: Lang) -> dict[str, Plain]:
    """Return what can be named before any field of the brief is known."""
    parameters = parameters_of(method, shared)
    return {
        "data": method.data,
        "words": method.texts[lang].words,
        "defaults": {p.name: default_of(p, method, lang) for p in parameters},
        "lang": lang,
    }


def board_scope(
    method: Method,
    shared: SharedTexts,
    lang: Lang,
    values: Mapping[str, Plain],
    expressions: Expressions,
) -> dict[str, Plain]:
    """Return every name that the parts of a board may use.

    Raises:
        ExpressionError: when a `let` can't be worked out.
    """
    scope = {"dots_per_person": 0, **first_scope(method, shared, lang), **values}
    scope["P"] = values["participants"]
    scope = with_let(scope, method.board.let, expressions)
    scope["plain_votes"] = _votes_plainly(method, scope, expressions)
    return scope


def with_let(
    scope: Mapping[str, Plain], let: Mapping[str, str], expressions: Expressions
) -> dict[str, Plain]:
    """Return the scope with further names, each worked out over those before it."""
    wider = dict(scope)
    for name, expression in let.items():
        wider[name] = expressions.evaluate(expression, wider)
    return wider


def holds(condition: str | None, scope: Mapping[str, Plain], expressions: Expressions) -> bool:
    """Tell whether a condition is true; no condition always is."""
    return condition is None or bool(expressions.evaluate(condition, scope))


def repetitions(loop: Loop, scope: Mapping[str, Plain], expressions: Expressions) -> list[Plain]:
    """Return the values that a loop runs over.

    Raises:
        ExpressionError: when it isn't a list or a number, or there are too many.
    """
    expression = loop.values or loop.times or "0"
    found = expressions.evaluate(expression, scope)
    if loop.values is None:
        found = list(range(1, int(found) + 1)) if _is_count(found) else None
    if not isinstance(found, list | tuple):
        reason = N_("a loop needs a list, or a whole number with `times`")
        raise ExpressionError(expression, reason)
    if len(found) > LOOP_LIMIT:
        reason = N_(
            "a loop runs {count} times, {limit} at most", count=len(found), limit=LOOP_LIMIT
        )
        raise ExpressionError(expression, reason)
    return list(found)


def _is_count(value: Plain) -> bool:
    return isinstance(value, int | float) and 0 <= value <= LOOP_LIMIT


def looped(
    loop: Loop | None, scope: Mapping[str, Plain], expressions: Expressions
) -> Iterator[dict[str, Plain]]:
    """Yield a scope for each repetition, with its value, `i` and `N`; one without a loop."""
    if loop is None:
        yield dict(scope)
        return
    values = repetitions(loop, scope, expressions)
    for i, value in enumerate(values, 1):
        yield {**scope, loop.over: value, "i": i, "N": len(values)}


def _votes_plainly(method: Method, scope: Mapping[str, Plain], expressions: Expressions) -> bool:
    return any(
        frame.voting is not None
        and frame.voting.kind is Voting.PLAIN
        and holds(frame.when, scope, expressions)
        and holds(frame.voting.when, scope, expressions)
        for frame in method.board.frames
    )
