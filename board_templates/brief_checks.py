"""Checks one field of a brief against its limits, naming every entry of a list that is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from board_templates.brief_values import WrongValue, as_object, as_single, coerced
from board_templates.expressions import Expressions
from board_templates.method import Parameter, Span
from board_templates.plain import Plain

_ENTRY_TYPES = {"list[text]": "text", "list[choice]": "choice", "list[time]": "time"}


class Finding(NamedTuple):
    """Something wrong with a field: the code of the text that says so, its facts, its place.

    `part` is the field of an entry that has fields of its own.
    """

    field: str
    code: str
    facts: Mapping[str, Plain]
    position: int | None = None
    part: str | None = None


class _Wrong(NamedTuple):
    """Something wrong with one entry of a list, and with which field of it."""

    code: str
    facts: Mapping[str, Plain]
    part: str | None = None


class FieldCheck:
    """Checks values of fields; limits may depend on the values known so far."""

    def __init__(self, expressions: Expressions) -> None:
        self._expressions = expressions

    def checked(
        self, parameter: Parameter, value: Plain, scope: Mapping[str, Plain]
    ) -> tuple[Plain, list[Finding]]:
        """Return the value in the brief's form and what is wrong with it."""
        try:
            found = coerced(parameter, value)
        except WrongValue as wrong:
            facts = {**self.bounds(parameter, scope), **wrong.facts}
            return None, [Finding(parameter.name, wrong.code, facts)]
        if parameter.is_list:
            return self._checked_list(parameter, found, scope)
        wrongs = [Finding(parameter.name, *pair) for pair in self._single(parameter, found, scope)]
        return found, wrongs

    def limit(self, bound: str | None, scope: Mapping[str, Plain]) -> int | None:
        """Return a limit as a number; None when there is none."""
        return None if bound is None else int(self._expressions.evaluate(bound, scope))

    def bounds(self, parameter: Parameter, scope: Mapping[str, Plain]) -> Mapping[str, Plain]:
        """Return what a field takes, as facts of a sentence: `kind`, `min`, `max`, `choices`."""
        if parameter.is_list:
            return self._bounds("entries", parameter.items, scope)
        kind = "letters" if parameter.type in {"text", "longtext"} else parameter.type
        span = Span(min=parameter.min, max=parameter.max)
        choices = ", ".join(parameter.choices)
        return {**self._bounds(kind, span, scope), "choices": choices}

    def entry_bounds(self, parameter: Parameter, scope: Mapping[str, Plain]) -> Mapping[str, Plain]:
        """Return what an entry of a list takes, as `bounds` does for a field."""
        choices = ", ".join(parameter.choices)
        return {**self._bounds("letters", parameter.each, scope), "choices": choices}

    def _bounds(self, kind: str, span: Span, scope: Mapping[str, Plain]) -> dict[str, Plain]:
        low, high = self.limit(span.min, scope), self.limit(span.max, scope)
        return {"kind": kind, "min": low, "max": high, "choices": ""}

    def held(self, parameter: Parameter, value: Plain, scope: Mapping[str, Plain]) -> Plain:
        """Return a computed default, held within the limits of its field."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        low, high = self.limit(parameter.min, scope), self.limit(parameter.max, scope)
        number = int(value)
        number = number if high is None else min(number, high)
        return number if low is None else max(number, low)

    def _single(
        self, parameter: Parameter, value: Plain, scope: Mapping[str, Plain]
    ) -> Iterator[tuple[str, Mapping[str, Plain]]]:
        span = Span(min=parameter.min, max=parameter.max)
        if parameter.type in {"text", "longtext"}:
            yield from self._text(parameter, value, span, scope)
        elif parameter.type == "int":
            yield from self._number(value, span, scope)
        elif parameter.type == "choice":
            yield from _choice(parameter, value)
        if parameter.required and value in (None, ""):
            yield "required", self.bounds(parameter, scope)

    def _text(
        self, parameter: Parameter, value: str, span: Span, scope: Mapping[str, Plain]
    ) -> Iterator[tuple[str, Mapping[str, Plain]]]:
        if not value:
            return
        low, high = self.limit(span.min, scope), self.limit(span.max, scope)
        if low is not None and len(value) < low:
            yield "too_short", {"n": len(value), "min": low}
        if high is not None and len(value) > high:
            yield "too_long", {"n": len(value), "max": high}
        if parameter.ends_with and not value.endswith(parameter.ends_with):
            yield "ends_with", {"sign": parameter.ends_with}

    def _number(
        self, value: int, span: Span, scope: Mapping[str, Plain]
    ) -> Iterator[tuple[str, Mapping[str, Plain]]]:
        low, high = self.limit(span.min, scope), self.limit(span.max, scope)
        facts = {"n": value, "min": low, "max": high}
        if low is not None and value < low:
            yield "too_small", facts
        if high is not None and value > high:
            yield "too_large", facts

    def _checked_list(
        self, parameter: Parameter, values: list[Plain], scope: Mapping[str, Plain]
    ) -> tuple[list[Plain], list[Finding]]:
        findings = list(self._count(parameter, values, scope))
        kept: list[Plain] = []
        for position, value in enumerate(values, 1):
            entry, wrongs = self._entry(parameter, value, scope)
            findings.extend(
                Finding(parameter.name, wrong.code, wrong.facts, position, wrong.part)
                for wrong in wrongs
            )
            kept.append(entry)
        return kept, findings

    def _count(
        self, parameter: Parameter, values: list[Plain], scope: Mapping[str, Plain]
    ) -> Iterator[Finding]:
        low = self.limit(parameter.items.min, scope)
        high = self.limit(parameter.items.max, scope)
        if parameter.required and not values:
            yield Finding(parameter.name, "required", self.bounds(parameter, scope))
        elif low is not None and len(values) < low:
            yield Finding(parameter.name, "too_few", {"n": len(values), "min": low})
        if high is not None and len(values) > high:
            facts = {"n": len(values), "max": high, "from": high + 1}
            yield Finding(parameter.name, "too_many", facts, high + 1)

    def _entry(
        self, parameter: Parameter, value: Plain, scope: Mapping[str, Plain]
    ) -> tuple[Plain, list[_Wrong]]:
        if parameter.type == "list[object]":
            return self._object(parameter, value, scope)
        try:
            entry = as_single(_ENTRY_TYPES[parameter.type], value)
        except WrongValue as wrong:
            facts = {**self.entry_bounds(parameter, scope), **wrong.facts}
            return None, [_Wrong(wrong.code, facts)]
        if entry in (None, ""):
            return entry, [_Wrong("required", self.entry_bounds(parameter, scope))]
        if parameter.type == "list[choice]":
            return entry, [_Wrong(*wrong) for wrong in _choice(parameter, entry)]
        if parameter.type == "list[text]":
            wrongs = self._text(parameter, entry, parameter.each, scope)
            return entry, [_Wrong(*wrong) for wrong in wrongs]
        return entry, []

    def _object(
        self, parameter: Parameter, value: Plain, scope: Mapping[str, Plain]
    ) -> tuple[Plain, list[_Wrong]]:
        names = ", ".join(field.name for field in parameter.fields)
        try:
            given = as_object(value)
        except WrongValue as wrong:
            return None, [_Wrong(wrong.code, {"fields": names})]
        if given.keys() - {field.name for field in parameter.fields}:
            return None, [_Wrong("type_object", {"fields": names})]
        entry: dict[str, Plain] = {}
        wrongs: list[_Wrong] = []
        for field in parameter.fields:
            said = given.get(field.name, field.default)
            if said is None and not field.required:
                entry[field.name] = None
                continue
            entry[field.name], findings = self.checked(field, "" if said is None else said, scope)
            wrongs.extend(_Wrong(found.code, found.facts, found.field) for found in findings)
        return entry, wrongs


def _choice(parameter: Parameter, value: Plain) -> Iterator[tuple[str, Mapping[str, Plain]]]:
    if value not in parameter.choices:
        yield "choice", {"value": value, "choices": ", ".join(parameter.choices)}
