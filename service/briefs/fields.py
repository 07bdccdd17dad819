"""The fields of a brief's form: what each asks, what it holds, what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from board_templates.method import Lang, Method, Parameter, ParameterText
from board_templates.scope import default_of
from board_templates.shared_texts import SharedTexts

Kind = Literal[
    "text", "longtext", "number", "check", "date", "time", "select", "lines", "many", "rows"
]

KINDS: dict[str, Kind] = {
    "text": "text",
    "longtext": "longtext",
    "int": "number",
    "bool": "check",
    "date": "date",
    "time": "time",
    "choice": "select",
    "list[text]": "lines",
    "list[choice]": "many",
    "list[time]": "many",
    "list[object]": "rows",
}
TRUE = frozenset({"true", "1", "on", "yes", "jah"})
LONG_LINE = 90
SPARE = 3
MOST_INPUTS = 12


@dataclass(frozen=True, kw_only=True)
class Option:
    """A choice as people read it."""

    code: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Bounds that are plain numbers; those that depend on other values are null here."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, kw_only=True)
class FormField:
    """One question of the form.

    `value` is what stands in it: text; for `check` a bool; for `lines` the lines; for `many` the
    entries with empty ones to spare; for `rows` a list of rows of fields.
    """

    name: str
    kind: Kind
    label: str
    help: str
    required: bool
    value: Any
    limits: Limits
    items: Limits
    entry: Limits
    options: tuple[Option, ...] = ()
    entry_kind: Kind = "text"
    faults: tuple[str, ...] = ()
    personal: bool = False
    fields: tuple[FormField, ...] = ()
    row_faults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def wide(self) -> bool:
        """Tell whether its text may be longer than a line."""
        return self.kind == "longtext" or (self.limits.most or 0) > LONG_LINE


@dataclass(frozen=True, kw_only=True)
class Wording:
    """Where labels, defaults and choices of a method's parameters come from, in a language."""

    method: Method
    shared: SharedTexts
    lang: Lang

    def text(self, name: str) -> ParameterText:
        """Return the label, the help and the default of a parameter; its name when it has none."""
        own = self.method.texts[self.lang].parameters.get(name)
        return own or self.shared.texts[self.lang].parameters.get(name) or ParameterText(label=name)

    def options(self, parameter: Parameter) -> tuple[Option, ...]:
        """Return the choices in the words of the language."""
        own = self.method.texts[self.lang].choices.get(parameter.name, {})
        return tuple(
            Option(code=code, label=own.get(code) or self._shared(parameter.name, code))
            for code in parameter.choices
        )

    def default(self, parameter: Parameter) -> object:
        """Return what stands in the field to begin with, null when it depends on other values."""
        if parameter.name == "lang":
            return self.lang
        return default_of(parameter, self.method, self.lang)

    def _shared(self, name: str, code: str) -> str:
        return self.shared.choice_label(name, code, self.lang) or code


def form_fields(
    wording: Wording,
    parameters: Iterable[Parameter],
    values: Mapping[str, Any],
    faults: Mapping[str, tuple[str, ...]],
) -> tuple[FormField, ...]:
    """Make the fields of a form: values where there are any, else defaults; faults by field."""
    return tuple(
        _field(wording, parameter, _value(wording, parameter, values), faults)
        for parameter in parameters
    )


def _value(wording: Wording, parameter: Parameter, values: Mapping[str, Any]) -> object:
    if parameter.name in values:
        return values[parameter.name]
    return wording.default(parameter)


def _field(
    wording: Wording, parameter: Parameter, value: object, faults: Mapping[str, tuple[str, ...]]
) -> FormField:
    text = wording.text(parameter.name)
    return FormField(
        name=parameter.name,
        kind=KINDS[parameter.type],
        label=text.label,
        help=text.help,
        required=parameter.required,
        value=_shown(wording, parameter, value),
        limits=limits(parameter.min, parameter.max),
        items=limits(parameter.items.min, parameter.items.max),
        entry=limits(parameter.each.min, parameter.each.max),
        options=wording.options(parameter),
        entry_kind="time" if parameter.type == "list[time]" else "select",
        faults=_faults_of(parameter.name, faults),
        personal=parameter.personal,
        fields=tuple(_field(wording, part, None, {}) for part in parameter.fields),
    )


def _faults_of(name: str, faults: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Gather the faults of a field and of its parts (`agenda[2].topic`)."""
    return tuple(
        sentence
        for field_name, sentences in faults.items()
        if field_name == name or field_name.startswith((f"{name}[", f"{name}."))
        for sentence in sentences
    )


def _shown(wording: Wording, parameter: Parameter, value: object) -> object:
    if parameter.type == "list[object]":
        return _rows_shown(wording, parameter, value)
    if parameter.is_list:
        return _entries_shown(parameter, value)
    if parameter.type == "bool":
        return str(value).casefold() in TRUE
    return "" if value is None else str(value)


def _entries_shown(parameter: Parameter, value: object) -> list[str]:
    entries = [str(entry) for entry in value] if isinstance(value, list | tuple) else []
    if parameter.type == "list[text]":
        return entries
    return entries + [""] * _spare(parameter, len(entries))


def _rows_shown(
    wording: Wording, parameter: Parameter, value: object
) -> list[tuple[FormField, ...]]:
    rows = [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []
    shown = [*rows, *({} for _ in range(_spare(parameter, len(rows))))]
    return [
        tuple(_field(wording, part, row.get(part.name), {}) for part in parameter.fields)
        for row in shown
    ]


def _spare(parameter: Parameter, filled: int) -> int:
    """Return how many empty inputs to offer beyond those filled in."""
    bounds = limits(parameter.items.min, parameter.items.max)
    most = min(bounds.most or MOST_INPUTS, MOST_INPUTS)
    return max(0, min(most - filled, max(SPARE, (bounds.least or 0) - filled)))


def limits(least: str | None, most: str | None) -> Limits:
    """Return bounds that are plain numbers, null for what must be computed."""
    return Limits(least=_number(least), most=_number(most))


def _number(expression: str | None) -> int | None:
    return int(expression) if expression is not None and expression.lstrip("-").isdigit() else None
