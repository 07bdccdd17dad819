"""Bodies checked against small declarative schemas; every fault is named in Miro's own words."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from miro_sandbox.colours import is_hex
from miro_sandbox.errors import FieldFault, InvalidParametersError

BAD_COLOUR = (
    "Color value has invalid hex string, only css compatible hex strings are allowed"  # seen live
)
ONE_SIDE = "Only height or width should be passed for widgets with fixed aspect ratio"  # seen live

Check = Callable[[Any], str | None]


@dataclass(frozen=True)
class Field:
    """One field of a body: the JSON type Miro names, and a further check."""

    type: str
    check: Check | None = None
    required: bool = False
    nullable: bool = False
    fields: Mapping[str, Field] | None = None
    each: Field | None = None

    def must(self) -> Field:
        """Give the same field, required."""
        return replace(self, required=True)


@dataclass(frozen=True)
class Schema:
    """The fields a body may have."""

    fields: Mapping[str, Field] = field(default_factory=dict)

    def optional(self) -> Schema:
        """Give the same schema for PATCH, where nothing is required."""
        return Schema({name: _relaxed(entry) for name, entry in self.fields.items()})


def _relaxed(entry: Field) -> Field:
    inner = {k: _relaxed(v) for k, v in entry.fields.items()} if entry.fields else entry.fields
    return replace(entry, required=False, fields=inner)


def wrong_type(expected: str) -> str:
    """Give Miro's text for a value of the wrong JSON type."""
    return f"Unexpected type of value, expected of type [{expected}]"


def one_of(*values: str) -> Check:
    """Give a check for an enumeration, with Miro's text for a value outside it."""

    def check(value: object) -> str | None:
        if value in values:
            return None
        return f"Unexpected value [{value}], expected one of: [{', '.join(values)}]"

    return check


def hex_colour(value: str) -> str | None:
    """Check that a colour is CSS hex; names are refused by Miro here."""
    return None if is_hex(value) else BAD_COLOUR


def length(low: int, high: int) -> Check:
    """Give a check for the number of characters (Miro's text for it is not confirmed)."""

    def check(value: str) -> str | None:
        if low <= len(value) <= high:
            return None
        return f"Length must be between {low} and {high} characters"

    return check


def between(low: float, high: float) -> Check:
    """Give a check for a number or a number in a text (Miro's text for it is not confirmed)."""

    def check(value: str | float) -> str | None:
        try:
            number = float(value)
        except ValueError:
            return f"Unexpected value [{value}], expected a number"
        if low <= number <= high:
            return None
        return f"Value must be between {low:g} and {high:g}"

    return check


def pattern(expression: str, message: str) -> Check:
    """Give a check that a text has a form."""
    form = re.compile(expression)

    def check(value: str) -> str | None:
        return None if form.fullmatch(value) else message

    return check


TEXT = Field("String")
NUMBER = Field("Double", lambda value: None if math.isfinite(value) else wrong_type("Double"))
BOOLEAN = Field("Boolean")
HEX = Field("String", hex_colour)
PERCENTAGE = Field(
    "Percentage", pattern(r"-?\d+(\.\d+)?%", "Unexpected value, expected a percentage such as 50%")
)


def enum(*values: str) -> Field:
    """Give a text field with an enumeration."""
    return Field("String", one_of(*values))


def number_text(low: float, high: float) -> Field:
    """Give a style number, which Miro documents as a text such as "14"."""
    return Field("NumberString", between(low, high))


def nested(fields: Mapping[str, Field], *, required: bool = False) -> Field:
    """Give an object field."""
    return Field("Object", fields=fields, required=required)


def array(each: Field, check: Check | None = None, *, required: bool = False) -> Field:
    """Give an array field."""
    return Field("Array", check, each=each, required=required)


POSITION = nested({"x": NUMBER, "y": NUMBER, "origin": enum("center")})
PARENT = nested({"id": Field("String", nullable=True)})

_TYPES: dict[str, tuple[type, ...]] = {
    "String": (str,),
    "NumberString": (str,),
    "Percentage": (str,),
    "Double": (int, float),
    "Integer": (int,),
    "Boolean": (bool,),
    "Object": (dict,),
    "Array": (list,),
}


def faults_of(schema: Schema, body: object, *, numeric_style: bool = False) -> list[FieldFault]:
    """Give every fault of a body; empty when it is right.

    A body that is no object is one fault with an empty field, as Miro was seen to answer.
    """
    return _object_faults(schema.fields, body, "", numeric_style=numeric_style)


def checked(schema: Schema, body: object, *, numeric_style: bool = False) -> dict[str, Any]:
    """Give the body when it is right; raise InvalidParametersError naming every fault otherwise."""
    faults = faults_of(schema, body, numeric_style=numeric_style)
    if faults:
        raise InvalidParametersError(faults)
    return cast("dict[str, Any]", body)


def _object_faults(
    fields: Mapping[str, Field], body: object, path: str, *, numeric_style: bool
) -> list[FieldFault]:
    if not isinstance(body, dict):
        return [FieldFault(path, wrong_type("Object"))]
    faults = [
        FieldFault(_join(path, name), f"Field [{_join(path, name)}] is not supported")
        for name in body
        if name not in fields
    ]
    for name, entry in fields.items():
        where = _join(path, name)
        if name in body:
            faults += _value_faults(entry, body[name], where, numeric_style=numeric_style)
        elif entry.required:
            faults.append(
                FieldFault(where, f"Field [{where}] of type [{_named(entry)}] is required")
            )
    return faults


def _value_faults(
    entry: Field, value: object, path: str, *, numeric_style: bool
) -> list[FieldFault]:
    if value is None and entry.nullable:
        return []
    if not _has_type(entry, value, numeric_style=numeric_style):
        return [FieldFault(path, wrong_type(_named(entry)))]
    faults = _inner_faults(entry, value, path, numeric_style=numeric_style)
    text = entry.check(value) if entry.check is not None else None
    return [*faults, FieldFault(path, text)] if text is not None else faults


def _inner_faults(
    entry: Field, value: object, path: str, *, numeric_style: bool
) -> list[FieldFault]:
    if entry.fields is not None:
        return _object_faults(entry.fields, value, path, numeric_style=numeric_style)
    if entry.each is None or not isinstance(value, list):
        return []
    return [
        fault
        for index, element in enumerate(value)
        for fault in _value_faults(
            entry.each, element, f"{path}[{index}]", numeric_style=numeric_style
        )
    ]


def _has_type(entry: Field, value: object, *, numeric_style: bool) -> bool:
    if isinstance(value, bool) and entry.type != "Boolean":
        return False
    if entry.type == "NumberString" and numeric_style and isinstance(value, int | float):
        return True
    return isinstance(value, _TYPES[entry.type])


def _named(entry: Field) -> str:
    return "String" if entry.type == "NumberString" else entry.type


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
