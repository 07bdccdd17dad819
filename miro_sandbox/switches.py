"""Apps and switches written on one line, for those who start the sandbox from a command line."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

from miro_sandbox.config import App, Config

SIMPLE = (bool, int, float, str)
ALLOWED = {bool: "true, false", int: "0, 1, 2 …", float: "0, 0.5, 1 …", str: "a text"}
TRUTHS = {"true": True, "false": False}


class SwitchSyntaxError(ValueError):
    """An app or switch that cannot be read.

    `about` is what is wrong: the form of the text, a name nobody knows, or the value; `allowed` are
    the names or values there are.
    """

    def __init__(
        self, text: str, about: Literal["app", "form", "name", "value"], allowed: str = ""
    ) -> None:
        self.text = text
        self.about = about
        self.allowed = allowed
        super().__init__(f"{text!r} cannot be read ({about}). Allowed: {allowed}")


def parse_app(text: str) -> App:
    """Read `ID:SECRET:REDIRECT`, an OAuth app and the one address it may send people back to.

    Raises SwitchSyntaxError.
    """
    client_id, _, rest = text.partition(":")
    secret, _, redirect = rest.partition(":")
    address = urlsplit(redirect)
    if not (client_id and secret and address.scheme in {"http", "https"} and address.netloc):
        raise SwitchSyntaxError(text, "app", "ID:SECRET:http://…")
    return App(client_id, secret, (redirect,))


def switched(config: Config, pairs: Iterable[str]) -> Config:
    """Give a configuration with switches set by `name=value`; `none` stands for no value.

    Raises SwitchSyntaxError.
    """
    kinds = _kinds()
    changes: dict[str, Any] = {}
    for pair in pairs:
        name, sign, value = (part.strip() for part in pair.partition("="))
        if not sign:
            raise SwitchSyntaxError(pair, "form", ", ".join(sorted(kinds)))
        if name not in kinds:
            raise SwitchSyntaxError(name, "name", ", ".join(sorted(kinds)))
        changes[name] = _read(pair, value, kinds[name])
    return replace(config, **changes)


def _kinds() -> dict[str, tuple[Any, ...]]:
    """Return what each switch of a simple type may be: types and single values."""
    names = {"Callable": Callable, "Mapping": Mapping}
    hints = get_type_hints(Config, localns=names)
    found = {name: _parts(hint) for name, hint in hints.items()}
    return {name: parts for name, parts in found.items() if parts}


def _parts(hint: object) -> tuple[Any, ...]:
    if get_origin(hint) is Literal:
        return get_args(hint)
    parts = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    return parts if all(part in {*SIMPLE, NoneType} for part in parts) else ()


def _read(pair: str, value: str, parts: tuple[Any, ...]) -> object:
    for part in parts:
        try:
            return _as(value, part)
        except ValueError:
            continue
    allowed = ", ".join("none" if part is NoneType else _named(part) for part in parts)
    raise SwitchSyntaxError(pair, "value", allowed)


def _named(part: object) -> str:
    return ALLOWED[part] if isinstance(part, type) else str(part)


def _as(value: str, part: object) -> object:
    if part is NoneType or part is bool:
        return _word(value, {"none": None} if part is NoneType else TRUTHS)
    if part is str:
        return _template(value)
    if part is int or part is float:
        return _number(value, part)
    return _word(value, {str(part): part})


def _word(value: str, words: Mapping[str, object]) -> object:
    if value.lower() not in words:
        raise ValueError(value)
    return words[value.lower()]


def _template(value: str) -> str:
    """Return a text whose places can be filled in; those of every switch are allowed."""
    try:
        value.format(id="", index=0, field="")
    except (LookupError, AttributeError) as error:
        raise ValueError(value) from error
    return value


def _number(value: str, kind: type[int | float]) -> float:
    number = kind(value)
    if not math.isfinite(number) or number < 0:
        raise ValueError(value)
    return number
