"""Turns what a form, a file or a command line gives into the value a field is meant to have."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Callable, Mapping

from board_templates.method import Parameter
from board_templates.plain import Plain

_TRUE = frozenset({"true", "yes", "on", "1", "jah"})
_FALSE = frozenset({"false", "no", "off", "0", "ei"})
_ESTONIAN_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]00)?")


class WrongValue(ValueError):  # noqa: N818  # says what happened
    """A value isn't what its field needs; `code` names the shared text that says so."""

    def __init__(self, code: str, **facts: Plain) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def coerced(parameter: Parameter, value: Plain) -> Plain:
    """Return the value in the form the brief keeps: JSON-ready, trimmed, dates as ISO.

    Raises:
        WrongValue: when it can't be one.
    """
    if parameter.is_list:
        return as_list(value)
    return as_single(parameter.type, value)


def as_single(kind: str, value: Plain) -> Plain:
    """Return one value of a type that isn't a list."""
    return _SINGLE[kind](value)


def as_list(value: Plain) -> list[Plain]:
    """Return a list; one text alone is a list of one."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, list | tuple):
        return list(value)
    raise WrongValue("type_list")


def as_line(value: Plain) -> str:
    """Return a text of one line."""
    text = as_text(value)
    if "\n" in text:
        raise WrongValue("line_break")
    return text


def as_text(value: Plain) -> str:
    """Return a text that may stand on a board."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise WrongValue("type_text")
    text = unicodedata.normalize("NFC", str(value)).replace("\r\n", "\n").strip()
    if any(unicodedata.category(char) in {"Cc", "Cs"} and char not in "\n\t" for char in text):
        raise WrongValue("control")
    return text.replace("\t", " ")


def as_int(value: Plain) -> int:
    """Return a whole number."""
    if isinstance(value, bool):
        raise WrongValue("type_int")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch(r"[+-]?\d{1,9}", value.strip()):
        return int(value)
    raise WrongValue("type_int")


def as_bool(value: Plain) -> bool:
    """Return yes or no."""
    if isinstance(value, bool):
        return value
    word = str(value).strip().casefold()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise WrongValue("type_bool")


def as_date(value: Plain) -> str | None:
    """Return a date as ISO text; None for an empty one."""
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    text = str(value).strip()
    if not text:
        return None
    if found := _ESTONIAN_DATE.fullmatch(text):
        text = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise WrongValue("type_date") from None


def as_time(value: Plain) -> str | None:
    """Return a time of day as HH:MM; None for an empty one."""
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    text = str(value).strip()
    if not text:
        return None
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise WrongValue("type_time")
    return f"{int(found[1]):02d}:{found[2]}"


def as_object(value: Plain) -> dict[str, Plain]:
    """Return an entry with fields; a text may hold it as JSON."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise WrongValue("type_object") from None
    if not isinstance(value, Mapping):
        raise WrongValue("type_object")
    return {str(key): entry for key, entry in value.items()}


def _as_ref(value: Plain) -> str | None:
    return as_line(value) or None


_SINGLE: Mapping[str, Callable[[Plain], Plain]] = {
    "text": as_line,
    "longtext": as_text,
    "int": as_int,
    "bool": as_bool,
    "date": as_date,
    "time": as_time,
    "choice": as_line,
    "ref": _as_ref,
}
