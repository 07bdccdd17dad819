"""Values of a brief out of what a form sends or an address carries, by the same rules."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from werkzeug.datastructures import MultiDict

from board_templates.method import Parameter

Sent = MultiDict[str, str]

ROW = re.compile(r"(?P<row>\d{1,2})-(?P<field>[a-z][a-z0-9_]*)")


def asked(parameters: Iterable[Parameter]) -> tuple[Parameter, ...]:
    """Return the parameters that a form asks for; links to other workshops come from elsewhere."""
    return tuple(parameter for parameter in parameters if parameter.type != "ref")


def read_values(parameters: Iterable[Parameter], sent: Sent) -> dict[str, Any]:
    """Return what was filled in, by the names of the parameters.

    A field left empty is left out, so that its default holds; a list that was sent empty is an
    empty list. Values stay as they were typed: the check of the brief understands them or says why
    not.
    """
    values: dict[str, Any] = {}
    for parameter in asked(parameters):
        if not _was_sent(parameter, sent):
            continue
        value = _read(parameter, sent)
        if value is not None:
            values[parameter.name] = value
    return values


def unknown_names(parameters: Iterable[Parameter], sent: Iterable[str]) -> tuple[str, ...]:
    """Return names that belong to no parameter, in the order they came."""
    known = {parameter.name for parameter in asked(parameters)}
    return tuple(name for name in dict.fromkeys(sent) if name.partition("-")[0] not in known)


def _was_sent(parameter: Parameter, sent: Sent) -> bool:
    if parameter.type == "list[object]":
        prefix = f"{parameter.name}-"
        return parameter.name in sent or any(name.startswith(prefix) for name in sent)
    return parameter.name in sent


def _read(parameter: Parameter, sent: Sent) -> object:
    if parameter.type == "list[object]":
        return _rows(parameter, sent)
    texts = sent.getlist(parameter.name)
    if parameter.is_list:
        return [entry for text in texts for entry in _lines(text)]
    return _single(texts[-1])


def _single(text: str) -> str | None:
    return text.strip().replace("\r\n", "\n") or None


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _rows(parameter: Parameter, sent: Sent) -> list[dict[str, Any] | str]:
    """Gather `agenda-0-topic`, `agenda-0-minutes` … into rows; a row left empty is none.

    In an address a row may also be one JSON object, as template links carry it.
    """
    fields = {field.name for field in parameter.fields}
    rows: dict[int, dict[str, Any]] = {}
    whole = [_object(text) for text in sent.getlist(parameter.name) if text.strip()]
    for name in sent:
        found = ROW.fullmatch(name.removeprefix(f"{parameter.name}-"))
        if not name.startswith(f"{parameter.name}-") or found is None:
            continue
        if found["field"] not in fields:
            continue
        value = _single(sent.getlist(name)[-1])
        if value is not None:
            rows.setdefault(int(found["row"]), {})[found["field"]] = value
    return [*whole, *(row for _, row in sorted(rows.items()))]


def _object(text: str) -> dict[str, Any] | str:
    """Return a row out of JSON, or the text as it is when it holds none."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return found if isinstance(found, dict) else text


def as_arguments(
    parameters: Iterable[Parameter], values: Mapping[str, Any], *, personal: bool = False
) -> dict[str, list[str]]:
    """Return values as the arguments of an address, people's names left out unless asked for."""
    arguments: dict[str, list[str]] = {}
    for parameter in asked(parameters):
        value = values.get(parameter.name)
        if value is None or (parameter.personal and not personal):
            continue
        arguments[parameter.name] = _argument(value)
    return arguments


def _argument(value: object) -> list[str]:
    if isinstance(value, bool):
        return ["true" if value else "false"]
    if isinstance(value, list | tuple):
        return [_word(entry) for entry in value]
    return [_word(value)]


def _word(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, Mapping) else str(value)
