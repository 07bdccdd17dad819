"""Turns the document's schemas into strict JSON schemas that stand alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.openapi.document import Document, Json, Schema

_KEPT = {
    "type", "enum", "const", "required", "minItems", "maxItems", "minLength", "maxLength",
    "minimum", "maximum", "pattern",
}  # fmt: skip
_BOUNDS = re.compile(r"'number ([-\d.]*) ([-\d.]*)'")

# The document marks numbers that are sent as strings, and ids, by these formats.
_STRING_FORMATS = {"date-time", "int64"}


def strict(schema: Schema, document: Document) -> Schema:
    """Give a schema without references, in which no object may hold what isn't named.

    A string with bounds is one that writes a number: it gets a format of its own.
    """
    if "$ref" in schema:
        return strict(at(document, schema["$ref"]), document)
    plain = {key: value for key, value in schema.items() if key in _KEPT}
    if schema.get("nullable"):
        plain["type"] = [plain["type"], "null"]
    if schema.get("type") == "string":
        plain |= _string(schema)
        plain.pop("minimum", None)
        plain.pop("maximum", None)
    return plain | _parts(schema, document)


def at(document: Document, reference: str) -> Schema:
    """Give what a reference within the document points to; raises KeyError when nothing is."""
    found: Json = document
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    schema: Schema = found
    return schema


def formats(schema: Schema) -> dict[str, Callable[[str], bool]]:
    """Give a check for every format of a strict schema that isn't a well-known one."""
    named = {"int64": str.isdecimal}
    for low, high in set(_BOUNDS.findall(repr(schema))):
        named[f"number {low} {high}"] = _within(low, high)
    return named


def _parts(schema: Schema, document: Document) -> Schema:
    parts: Schema = {}
    if "properties" in schema:
        inner = schema["properties"].items()
        parts["properties"] = {name: strict(value, document) for name, value in inner}
        parts["additionalProperties"] = schema.get("additionalProperties", False)
    if "items" in schema:
        parts["items"] = strict(schema["items"], document)
    for key in ("oneOf", "anyOf", "allOf"):
        if key in schema:
            parts[key] = [strict(one, document) for one in schema[key]]
    for key in ("if", "then"):
        if key in schema:
            parts[key] = schema[key] if key == "if" else strict(schema[key], document)
    return parts


def _string(schema: Schema) -> Schema:
    if "minimum" in schema or "maximum" in schema:
        low, high = schema.get("minimum", ""), schema.get("maximum", "")
        return {"format": f"number {low} {high}"}
    known = schema.get("format")
    return {"format": known} if known in _STRING_FORMATS else {}


def _within(low: str, high: str) -> Callable[[str], bool]:
    def holds(text: str) -> bool:
        try:
            number = float(text)
        except ValueError:
            return False
        return (not low or float(low) <= number) and (not high or number <= float(high))

    return holds
