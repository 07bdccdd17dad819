"""Makes trial plans: what only shows when conditions turn one way or the other is found here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from board_templates.board_spec import SYMBOLS, ColumnSpec, ZoneSpec
from board_templates.brief import make_brief
from board_templates.checking.walk import BOARD
from board_templates.documents import Documents
from board_templates.errors import FaultyBrief
from board_templates.expressions import ExpressionError, Expressions
from board_templates.layout import make_plan
from board_templates.method import Lang, Method, Parameter
from board_templates.plain import Plain
from board_templates.plan import Plan, PlannedZone
from board_templates.scope import parameters_of
from board_templates.sentences import N_, ended, reason_of
from board_templates.shared_texts import SharedTexts
from board_templates.yaml_reading import Path

_ID = re.compile(r"[A-Z][A-Za-z0-9_]*(\.[a-z0-9_]+)+")
_FILLER = "abcdefghij"
_LONGEST = 60
_DATE = "2030-01-15"
_TIME = "10:00"

ITEM_LIMIT = 30_000
"""Most items of all trial plans together; the largest method has a third of them."""

LEAST_ZONE = 100
"""Pixels of the smallest zone either way; the library has none under 150."""


def check_trial(method: Method, shared: SharedTexts, documents: Documents) -> None:
    """Note what goes wrong when plans are made for the default values and for each single change.

    A change that a rule of the method refuses is no fault.
    """
    expressions, items = Expressions(), 0
    for values in _trials(method, shared):
        try:
            brief = make_brief(method, shared, values, expressions=expressions)
        except FaultyBrief as refused:
            if not values.keys() - required_values(method, "et").keys():
                wrong = N_("The default values are refused: {fault}", fault=str(refused.faults[0]))
                cure = N_("Correct the default or the limits.")
                documents.fault("method.yaml", ("brief",), wrong, cure)
                return
            continue
        except ExpressionError as error:
            documents.fault("method.yaml", ("brief",), ended(error.sentence), N_("Correct it."))
            return
        try:
            plan = make_plan(method, shared, brief, expressions=expressions)
        except (ExpressionError, LookupError, TypeError, ValueError) as error:
            shown = ", ".join(f"{name}={_shown(value)}" for name, value in values.items())
            reason = error.sentence if isinstance(error, ExpressionError) else reason_of(error)
            wrong = N_("With {values}: {reason}.", values=shown, reason=reason)
            said = error.expression if isinstance(error, ExpressionError) else ""
            documents.fault(*documents.place_of(said, BOARD), wrong, N_("Correct it."))
            return
        items += len(plan.items)
        if items > ITEM_LIMIT:
            wrong = N_("Trying out each field takes boards of over {limit} items.",
                       limit=ITEM_LIMIT)  # fmt: skip
            documents.fault(BOARD, ("frames",), wrong, N_("Make the board smaller."))
            return
        _check_plan(plan, method, documents)
        if _is_narrow(plan, method, documents):
            return


def _place_of(zone: PlannedZone, method: Method) -> Path:
    """Return where board.yaml makes a zone: its own entry, else all the frames."""
    for number, frame in enumerate(method.board.frames):
        parts: list[tuple[Path, Sequence[ZoneSpec | ColumnSpec]]] = [(("zones",), frame.zones)]
        if frame.table:
            parts.append((("table", "columns"), frame.table.columns))
        for path, specs in parts:
            for place, spec in enumerate(specs):
                if zone.spec == f"{frame.id}.{spec.name}":
                    return ("frames", number, *path, place)
    return ("frames",)


def _is_narrow(plan: Plan, method: Method, documents: Documents) -> bool:
    """Note the first zone that is too small to write in; tell whether there is one."""
    for zone in plan.zones:
        width, height = round(zone.box.width), round(zone.box.height)
        if min(width, height) < LEAST_ZONE:
            wrong = N_("“{key}” is {width} wide and {height} high: no note fits there.",
                       key=zone.key, width=str(width), height=str(height))  # fmt: skip
            cure = N_("Make it at least {least} either way.", least=str(LEAST_ZONE))
            documents.fault(BOARD, _place_of(zone, method), wrong, cure)
            return True
    return False


def _shown(value: Plain) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _trials(method: Method, shared: SharedTexts) -> Iterator[dict[str, Plain]]:
    base = required_values(method, "et")
    yield base
    yield {**required_values(method, "en"), "lang": "en"}
    for parameter in parameters_of(method, shared):
        for value in _other_values(parameter):
            yield {**base, parameter.name: value}


def _other_values(parameter: Parameter) -> list[Plain]:
    if parameter.name in {"lang", "title"}:
        return []
    if parameter.type == "bool":
        return [not parameter.default]
    if parameter.type == "choice":
        return [choice for choice in parameter.choices if choice != parameter.default]
    if parameter.type == "int":
        bounds = (parameter.min, parameter.max)
        return [int(bound) for bound in bounds if bound and bound.isdigit()]
    if parameter.is_list and not parameter.required:
        return [_some(parameter)]
    return []


def _some(parameter: Parameter) -> list[Plain]:
    """Return as few entries as a list may have, but at least one."""
    least = parameter.items.min or "1"
    count = max(1, int(least) if least.isdigit() else 1)
    return [_entry(parameter, number) for number in range(1, count + 1)]


def _entry(parameter: Parameter, number: int) -> Plain:
    if parameter.type == "list[choice]":
        return parameter.choices[(number - 1) % len(parameter.choices)]
    if parameter.type == "list[time]":
        return f"{9 + number:02d}:00"
    if parameter.type == "list[object]":
        return {field.name: _single(field, number) for field in parameter.fields}
    return _text(parameter, parameter.each.min, parameter.each.max, number)


def _single(parameter: Parameter, number: int) -> Plain:
    by_type = {"int": parameter.min, "bool": False, "date": _DATE, "time": _TIME}
    if parameter.type in by_type:
        return by_type[parameter.type]
    if parameter.type == "choice":
        return parameter.choices[0]
    return _text(parameter, parameter.min, parameter.max, number)


def _text(parameter: Parameter, low: str | None, high: str | None, number: int) -> str:
    least = int(low) if low and low.isdigit() else 1
    most = int(high) if high and high.isdigit() else 40
    ending = parameter.ends_with or ""
    text = f"{_FILLER[: max(1, min(8, most - 2))]}{number}"
    return text.ljust(least - len(ending), "a") + ending


def required_values(method: Method, lang: Lang) -> dict[str, Plain]:
    """Return believable stand-ins for the fields that have no default."""
    del lang
    return {p.name: stand_in(p) for p in method.identity.brief if p.required}


def stand_in(parameter: Parameter) -> Plain:
    """Return a believable value of a field: of its kind, within its limits."""
    return _some(parameter) if parameter.is_list else _single(parameter, 1)


def _check_plan(plan: Plan, method: Method, documents: Documents) -> None:
    keys: set[str] = set()
    for zone in plan.zones:
        if not _ID.fullmatch(zone.id):
            wrong = N_("“{id}” is not a neutral id.", id=zone.id)
            cure = N_("Use small letters, digits and _ only.")
            documents.fault(BOARD, _place_of(zone, method), wrong, cure)
    for item in plan.items:
        key, shape = item.key, item.style.shape
        if key.endswith("/symbol") and shape not in SYMBOLS:
            wrong = N_("“{shape}” is no symbol that can be drawn.", shape=shape)
            known = N_("Known are: {names}.", names=", ".join(SYMBOLS))
            documents.fault(BOARD, (), wrong, known)
        if key in keys:
            wrong = N_("Two things on the board have the key “{key}”.", key=key)
            documents.fault(BOARD, (), wrong, N_("Rename one of the parts."))
        keys.add(key)
