"""What a method asks, in words: each field of its brief with label, limits, default and choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from board_templates.expressions import ExpressionError, Expressions
from board_templates.method import Method, Parameter, ParameterText, Span
from board_templates.scope import default_of, first_scope, parameters_of
from board_templates.shared_texts import SharedTexts
from workshops.briefs import Lang
from workshops.faults import N_
from workshops.messages import said

CHARACTERS = frozenset({"text", "longtext"})

LETTERS = (N_("{span} character"), N_("{span} characters"))
EACH = (N_("each {span} character"), N_("each {span} characters"))


@dataclass(frozen=True, kw_only=True)
class BriefField:
    """One field as people read it.

    `default` and `allowed` are words; `allowed` is empty where anything goes. `common` fields are
    asked by every method. `choices` are pairs of code and label.
    """

    name: str
    label: str
    help: str
    type: str
    required: bool
    default: str
    allowed: str
    common: bool
    choices: tuple[tuple[str, str], ...]

    def as_json(self) -> dict[str, Any]:
        """Give the field as the commands print it."""
        choices = [{"code": code, "label": label} for code, label in self.choices]
        return {**asdict(self), "choices": choices}


def brief_form(method: Method, shared: SharedTexts, lang: Lang) -> tuple[BriefField, ...]:
    """Return the fields of a method's brief in the order of the form."""
    return _Form(method, shared, lang).fields()


class _Form:
    def __init__(self, method: Method, shared: SharedTexts, lang: Lang) -> None:
        self._method = method
        self._shared = shared
        self._lang = lang
        self._expressions = Expressions()
        self._scope = self._usual_values()

    def fields(self) -> tuple[BriefField, ...]:
        common = {parameter.name for parameter in self._shared.common.parameters}
        return tuple(
            self._field(parameter, common=parameter.name in common)
            for parameter in parameters_of(self._method, self._shared)
        )

    def _usual_values(self) -> dict[str, Any]:
        """Return the defaults, so that limits that depend on other fields can be told."""
        scope: dict[str, Any] = dict(first_scope(self._method, self._shared, self._lang))
        scope |= {"today": None, "dots_per_person": 0}
        for parameter in parameters_of(self._method, self._shared):
            value = default_of(parameter, self._method, self._lang)
            scope[parameter.name] = [] if value is None and parameter.is_list else value
        scope["P"] = scope.get("participants")
        return scope

    def _field(self, parameter: Parameter, *, common: bool) -> BriefField:
        text = self._text(parameter.name)
        return BriefField(
            name=parameter.name,
            label=text.label,
            help=text.help,
            type=parameter.type,
            required=parameter.required,
            default=self._default(parameter),
            allowed=self._allowed(parameter),
            common=common,
            choices=tuple((code, self._choice(parameter, code)) for code in parameter.choices),
        )

    def _text(self, name: str) -> ParameterText:
        own = self._method.texts[self._lang].parameters.get(name)
        found = own or self._shared.texts[self._lang].parameters.get(name)
        return found or ParameterText(label=name)

    def _choice(self, parameter: Parameter, code: str) -> str:
        own = self._method.texts[self._lang].choices.get(parameter.name, {})
        label = own.get(code) or self._shared.choice_label(parameter.name, code, self._lang)
        return label or code

    def _default(self, parameter: Parameter) -> str:
        if parameter.computed is not None:
            return self._say(N_("computed"))
        value = default_of(parameter, self._method, self._lang)
        if isinstance(value, bool):
            return self._say(N_("yes")) if value else self._say(N_("no"))
        if isinstance(value, list | tuple):
            return ", ".join(str(entry) for entry in value)
        return "" if value is None else str(value)

    def _allowed(self, parameter: Parameter) -> str:
        if parameter.choices:
            return ", ".join(parameter.choices)
        parts = [self._limits(parameter)]
        if parameter.is_list:
            entries = self._span(parameter.items)
            if entries:
                parts.append(self._say(N_("{span} entries"), span=entries))
            letters = self._span(parameter.each)
            if letters:
                parts.append(self._letters(parameter.each, EACH, span=letters))
        return "; ".join(part for part in parts if part)

    def _limits(self, parameter: Parameter) -> str:
        span = self._span(Span(min=parameter.min, max=parameter.max))
        if span and parameter.type in CHARACTERS:
            return self._letters(Span(min=parameter.min, max=parameter.max), LETTERS, span=span)
        return span

    def _letters(self, limits: Span, sentences: tuple[str, str], *, span: str) -> str:
        """Say how many characters; the last number decides between one and many."""
        last = self._number(limits.max if limits.max is not None else limits.min)
        return self._say(sentences[last != 1], span=span)

    def _span(self, span: Span) -> str:
        least, most = self._number(span.min), self._number(span.max)
        if least is None and most is None:
            return ""
        if least is None:
            return self._say(N_("up to {most}"), most=most)
        return self._say(N_("at least {least}"), least=least) if most is None else f"{least}–{most}"

    def _number(self, expression: str | None) -> int | None:
        if expression is None:
            return None
        try:
            value = self._expressions.evaluate(expression, self._scope)
        except (ExpressionError, TypeError):
            return None
        return int(value) if isinstance(value, int | float) else None

    def _say(self, sentence: str, **facts: object) -> str:
        named: Mapping[str, object] = facts
        return said(sentence, named, self._lang)
