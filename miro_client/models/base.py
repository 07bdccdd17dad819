"""The base of wire models, and field types that read what Miro really sends.

Real boards carry nulls, numbers as strings, strings as numbers, missing parts and unknown types;
a field that can't be read is None, and the untouched answer stays in `raw`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)
from pydantic.alias_generators import to_camel

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# As an escape, as bytes, which Python's JSON lets through, or in UTF-16, which it reads too.
_MAYBE_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]|\xed[\xa0-\xbf]|\x00")
_REPLACEMENT = "\ufffd"

T = TypeVar("T")


class WireModel(BaseModel):
    """A part of an answer: snake_case attributes, unknown fields kept, `raw` untouched."""

    model_config = ConfigDict(extra="allow", alias_generator=to_camel, frozen=True)

    _raw: dict[str, Any] = PrivateAttr(default_factory=dict)

    @classmethod
    def read(cls, raw: object) -> Self:
        """Reads a decoded JSON object.

        Raises:
            pydantic.ValidationError: what can't be done without is missing (an id, a list).
        """
        return cls.model_validate(raw)

    @property
    def raw(self) -> dict[str, Any]:
        """The JSON object as it came."""
        return self._raw

    @model_validator(mode="wrap")
    @classmethod
    def _keep_raw(cls, value: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        model = handler(value)
        if isinstance(value, dict):
            model._raw = value  # noqa: SLF001  # its own class
        return model


def text_or_none(value: object) -> str | None:
    """Text as it is, a number as text, anything else as None."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number_text(value)
    return None


def _number_text(value: float) -> str | None:
    try:
        return str(value)
    except ValueError:  # an integer of more than 4300 digits
        return None


def number_or_none(value: object) -> float | None:
    """A finite number, also when it came as text (`"14"`, `"2.0"`); anything else as None."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def whole_or_none(value: object) -> int | None:
    """A whole number, also when it came as text; anything else as None."""
    number = number_or_none(value)
    return None if number is None else int(number)


def truth_or_none(value: object) -> bool | None:
    """True or False, also as text; anything else as None."""
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(value.lower()) if isinstance(value, str) else None


def time_or_none(value: object) -> datetime | None:
    """A UTC time, with or without milliseconds; anything else as None.

    Source: recorded answers have whole seconds, Miro's OpenAPI document has milliseconds.
    """
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def object_or_none(value: object) -> object:
    """A JSON object as it is, anything else as None."""
    return value if isinstance(value, dict | BaseModel) else None


def objects(value: object) -> object:
    """The JSON objects of a list; nothing when it isn't a list."""
    if not isinstance(value, list | tuple):
        return ()
    return [one for one in value if isinstance(one, dict | BaseModel)]


def texts(value: object) -> object:
    """The texts of a list, numbers as text; a text of words as those words."""
    if isinstance(value, str):
        return tuple(value.split())
    if not isinstance(value, list | tuple):
        return ()
    return tuple(text for one in value if (text := text_or_none(one)) is not None)


def id_text(value: object) -> object:
    """An id as text, also when it came as a number; floats have lost digits and are refused."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _number_text(value)
    return value if isinstance(value, str) and value else None


Id = Annotated[str, BeforeValidator(id_text)]
Text = Annotated[str | None, BeforeValidator(text_or_none)]
Number = Annotated[float | None, BeforeValidator(number_or_none)]
Whole = Annotated[int | None, BeforeValidator(whole_or_none)]
Truth = Annotated[bool | None, BeforeValidator(truth_or_none)]
Time = Annotated[datetime | None, BeforeValidator(time_or_none)]
Texts = Annotated[tuple[str, ...], BeforeValidator(texts)]
Part = Annotated[T | None, BeforeValidator(object_or_none)]
Parts = Annotated[tuple[T, ...], BeforeValidator(objects)]


def without_surrogates(parsed: dict[str, Any], source: bytes) -> dict[str, Any]:
    r"""Replaces lone surrogates (`\ud83d` without its pair), which no text may hold.

    Args:
        parsed: decoded JSON.
        source: what it was decoded from; spares the walk where none can stand in it.
    """
    if not _MAYBE_SURROGATE.search(source):
        return parsed
    cleaned: dict[str, Any] = _cleaned(parsed, lambda text: _LONE_SURROGATE.sub(_REPLACEMENT, text))
    return cleaned


def _cleaned(value: Any, clean: Callable[[str], str]) -> Any:  # noqa: ANN401  # any JSON
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one, clean) for one in value]
    if isinstance(value, dict):
        return {clean(name): _cleaned(one, clean) for name, one in value.items()}
    return value
