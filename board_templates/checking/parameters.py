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
from board_templates.sentences import N_, Sentence, ended
from board_templates.shared_texts import SharedTexts
from board_templates.yaml_reading import Path

RESERVED = frozenset(FUNCTIONS) | FIXED_NAMES - {"lang"} | {"i", "N", "n", "row", "today"}
LETTERS_LIMIT = 2000
"""Most characters that a field may ask for: what one text of a board may hold."""

ENTRIES_LIMIT = 100
CHOICES_LIMIT = 150
"""Most choices of all fields together; each is tried out."""

_WITH_CHOICES = frozenset({"choice", "list[choice]"})


def check_parameters(method: Method, shared: SharedTexts, documents: Documents) -> None:
    """Note every field whose type, limits and default don't agree."""
    names = brief_names(method, shared) | {"today"}
    counts = Counter(parameter.name for parameter in method.identity.brief)
    for number, parameter in enumerate(method.identity.brief):
        path: Path = ("brief", number)
        if parameter.name in RESERVED:
            wrong = N_("“{name}” has a meaning of its own in expressions.", name=parameter.name)
            documents.fault(METHOD, (*path, "name"), wrong, N_("Give the field another name."))
        if counts[parameter.name] > 1:
            wrong = N_("There are several fields called “{name}”.", name=parameter.name)
            documents.fault(METHOD, path, wrong, N_("Rename all but one."))
        for wrong, cure in _contradictions(parameter):
            documents.fault(METHOD, path, wrong, cure)
        _check_expressions(parameter, path, names, documents)
        _check_default(method, shared, parameter, path, documents)
    if sum(len(one.choices) for one in method.identity.brief) > CHOICES_LIMIT:
        wrong = N_("All fields together have more than {limit} choices.", limit=CHOICES_LIMIT)
        documents.fault(METHOD, ("brief",), wrong, N_("Make it shorter."))
    minutes = method.minutes
    if not minutes.min <= minutes.default <= minutes.max:
        wrong = N_("The default length doesn't lie within its limits.")
        documents.fault(METHOD, ("minutes",), wrong, N_("Correct `minutes`."))
    if method.people.min > method.people.max:
        wrong = N_("The least number of people is larger than the most.")
        documents.fault(METHOD, ("people",), wrong, N_("Correct `people`."))


def _contradictions(parameter: Parameter) -> Iterator[tuple[Sentence, Sentence]]:
    name, kind = parameter.name, parameter.type
    if (parameter.type in _WITH_CHOICES) != bool(parameter.choices):
        wrong = N_(
            "“{name}” of type {kind} and its `choices` don't go together.", name=name, kind=kind
        )
        yield wrong, N_("Add them, drop them, or change the type.")
    if (parameter.type == "list[object]") != bool(parameter.fields):
        wrong = N_(
            "“{name}” of type {kind} and its `fields` don't go together.", name=name, kind=kind
        )
        yield wrong, N_("Add them, drop them, or change the type.")
    if parameter.type == "int" and (parameter.min is None or parameter.max is None):
        yield N_("The number “{name}” has no limits.", name=name), N_("Give it `min` and `max`.")
    for bound, limit in _limited(parameter):
        if bound is not None and bound.isdecimal() and int(bound) > limit:
            wrong = N_("“{name}” asks for {count}; {limit} are the most.",
                       name=name, count=bound[:20], limit=limit)  # fmt: skip
            yield wrong, N_("Correct the limits.")
    if parameter.required and (parameter.default is not None or parameter.computed):
        wrong = N_("“{name}” is required and has a default too.", name=name)
        yield wrong, N_("Drop one of them.")


def _limited(parameter: Parameter) -> Iterator[tuple[str | None, int]]:
    """Yield what is said of lengths, with the most that may be."""
    if parameter.type in {"text", "longtext"}:
        yield from ((bound, LETTERS_LIMIT) for bound in (parameter.min, parameter.max))
    spans = ((parameter.items, ENTRIES_LIMIT), (parameter.each, LETTERS_LIMIT))
    for span, limit in spans:
        yield from ((bound, limit) for bound in (span.min, span.max))
    for field in parameter.fields:
        yield from _limited(field)


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
            documents.fault(METHOD, path, ended(error.sentence), N_("Correct it."))
            continue
        for name in sorted(unknown):
            wrong = N_("“{name}” is not a field.", name=name)
            documents.fault(METHOD, path, wrong, N_("Correct the name."))


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
            wrong = N_(
                "The default of “{name}” ({lang}) is refused: {code}.",
                name=parameter.name,
                lang=lang,
                code=finding.code,
            )
            documents.fault(METHOD, path, wrong, N_("Correct the default or the limits."))
