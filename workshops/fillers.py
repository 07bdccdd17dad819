"""The least that a field takes, where nobody has filled anything in and there is no example."""

from __future__ import annotations

from board_templates.checking.trial import stand_in
from board_templates.method import Method, Parameter

FILLER = "…"


def filled(method: Method) -> dict[str, object]:
    """Return a value for each field of a method that has to be filled in."""
    return {p.name: filler(p) for p in method.identity.brief if p.required}


def filler(parameter: Parameter) -> object:
    """Return the least that a required field takes: dots for words, which nobody would read."""
    if parameter.type == "list[text]":
        return [FILLER * _least(parameter.each.min)] * _least(parameter.items.min)
    if parameter.type == "int":
        return _least(parameter.min)
    if parameter.type in {"text", "longtext"}:
        return FILLER * _least(parameter.min) + (parameter.ends_with or "")
    return stand_in(parameter)


def _least(bound: str | None) -> int:
    return max(1, int(bound)) if bound is not None and bound.isdigit() else 1
