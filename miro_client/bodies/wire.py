"""From Python values to the JSON Miro takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from pydantic.alias_generators import to_camel

from miro_client.errors import InvalidArgument

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

JsonObject = dict[str, object]

# Miro writes "14" for a font size and "2.0" for other numbers of a style.
# Source: recorded answers; Miro's OpenAPI document has all of them as strings.
_WHOLE_NUMBERS = frozenset({"font_size"})


class Style:
    """A style: its fields go out in camelCase, its numbers as text."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, object]]

    def wire(self: DataclassInstance) -> JsonObject:
        """The JSON object, without unset fields."""
        pairs = ((one.name, getattr(self, one.name)) for one in fields(self))
        return {to_camel(name): _styled(name, value) for name, value in pairs if value is not None}


def given(fields_: Mapping[str, object]) -> JsonObject:
    """Drops what isn't set: None, and objects left empty."""
    return {name: value for name, value in fields_.items() if value is not None and value != {}}


def instant(moment: datetime | None) -> str | None:
    """A time as Miro's document shows it: UTC with milliseconds.

    Raises:
        InvalidArgument: the time has no zone.
    """
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise InvalidArgument("due_date", "it has no time zone; give an aware datetime")
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"


def _styled(name: str, value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return str(int(value)) if name in _WHOLE_NUMBERS and value == int(value) else str(float(value))
