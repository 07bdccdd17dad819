"""Checks the fields of a brief: limits, choices and defaults that fit their types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from board_templates.brief_checks import FieldCheck
from board_templates.checking.walk import METHOD, Names, brief_names
from board_templates.documents import Documents
from board_templates.expression_functions import FUNCTIONS
from board_templates.expressions import ExpressionError, Expressions
from board_templates.method import Method, Parameter, Span
from board_templates.scope import FIXED_NAMES, default_of, first_scope
from board_templates.shared_texts import SharedTexts
from board_templates.yaml_reading import Path

RESERVED = frozenset(FUNCTIONS) | FIXED_NAMES - {"lang"} | {"i", "N", "n", "row", "today"}
_WITH_CHOICES = frozenset({"choice", "list[choice]"})


def check_parameters(method: Method, shared: SharedTexts, documents: Documents) -> None:
    """Note every field whose type, limits and default don't agree."""
    names = brief_names(method, shared) | {"today"}
    counts = Counter(parameter.name for parameter in method.identity.brief)
    for number, parameter in enumerate(method.identity.brief):
        path: Path = ("brief", number)
        if parameter.name in RESERVED:
            what = f"“{parameter.name}” has a meaning of its own in expressions."
            documents.fault(METHOD, (*path, "name"), what, "Give the field another name.")
        if counts[parameter.name] > 1:
            what = f"There are several fields called “{parameter.name}”."
            documents.fault(METHOD, path, what, "Rename all but one.")
        for what, remedy in _contradictions(parameter):
            documents.fault(METHOD, path, what, remedy)
        _check_expressions(parameter, path, names, documents)
        _check_default(method, shared, parameter, path, documents)
    minutes = method.minutes
    if not minutes.min <= minutes.default <= minutes.max:
        what = "The default length doesn't lie within its limits."
        documents.fault(METHOD, ("minutes",), what, "Correct `minutes`.")
    if method.people.min > method.people.max:
        what = "The least number of people is larger than the most."
        documents.fault(METHOD, ("people",), what, "Correct `people`.")


def _contradictions(parameter: Parameter) -> Iterator[tuple[str, str]]:
    name = parameter.name
    if (parameter.type in _WITH_CHOICES) != bool(parameter.choices):
        yield (
            f"“{name}” of type {parameter.type} and its `choices` don't go together.",
            "Add or drop.",
        )
    if (parameter.type == "list[object]") != bool(parameter.fields):
        yield (
            f"“{name}” of type {parameter.type} and its `fields` don't go together.",
            "Add or drop.",
        )
    if parameter.type == "int" and (parameter.min is None or parameter.max is None):
        yield f"The number “{name}” has no limits.", "Give it `min` and `max`."
    if parameter.required and (parameter.default is not None or parameter.computed):
        yield f"“{name}” is required and has a default too.", "Drop one of them."


def _check_expressions(
    parameter: Parameter, path: Path, names: Names, documents: Documents
) -> None:
    expressions = Expressions()
    spans = (Span(min=parameter.min, max=parameter.max), parameter.items, parameter.each)
    bounds = [bound for span in spans for bound in (span.min, span.max)]
    for expression in (parameter.computed, *bounds):
        if expression is None:
            continue
        try:
            unknown = expressions.names(expression) - names
        except ExpressionError as error:
            documents.fault(METHOD, path, f"{error}.", "Correct it.")
            continue
        for name in sorted(unknown):
            documents.fault(METHOD, path, f"“{name}” is not a field.", "Correct the name.")


def _check_default(
    method: Method, shared: SharedTexts, parameter: Parameter, path: Path, documents: Documents
) -> None:
    """Note a default that its own field would refuse."""
    for lang in method.texts:
        default = default_of(parameter, method, lang)
        if default in (None, "", []):
            continue
        scope = {p.name: p.default for p in shared.common.parameters}
        scope |= {p.name: p.default for p in method.identity.brief}
        scope |= {"P": scope["participants"], **first_scope(method, shared, lang)}
        try:
            _, findings = FieldCheck(Expressions()).checked(parameter, default, scope)
        except (ExpressionError, TypeError):
            continue
        for finding in findings:
            what = f"The default of “{parameter.name}” ({lang}) is refused: {finding.code}."
            documents.fault(METHOD, path, what, "Correct the default or the limits.")
