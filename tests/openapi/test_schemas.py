"""Strict schemas out of the document's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jsonschema_rs import Draft7Validator

from tests.openapi.schemas import at, formats, strict

if TYPE_CHECKING:
    from tests.openapi.document import Document, Json, Schema

DOCUMENT: Document = {
    "components": {
        "schemas": {
            "Size": {"type": "string", "minimum": 10, "maximum": 288},
            "Share": {"type": "string", "minimum": 0},
            "Id": {"type": "string", "format": "int64"},
            "Moment": {"type": "string", "format": "date-time", "nullable": True},
            "Style": {
                "type": "object",
                "properties": {"size": {"$ref": "#/components/schemas/Size"}},
                "example": {"shade": 1},
            },
            "Open": {"type": "object"},
        }
    }
}


def valid(name: str, value: Json) -> bool:
    schema: Schema = strict({"$ref": f"#/components/schemas/{name}"}, DOCUMENT)
    validator = Draft7Validator(schema, validate_formats=True, formats=formats(schema))
    return validator.is_valid(value)


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("Size", ["10", "14", "288", "20.5"], ["9", "289", "big", "", 14]),
        ("Share", ["0", "0.5", "99"], ["-0.1"]),
        ("Id", ["3458764500000000100"], ["12a", "", 12]),
        ("Moment", ["2026-05-20T06:38:21Z", None], ["2026-05-20", "2026-13-20T06:38:21Z"]),
        ("Style", [{}, {"size": "14"}], [{"shade": 1}, {"size": "1"}, []]),
        ("Open", [{}, {"anything": 1}], [1]),
    ],
)
def test_a_strict_schema_takes_what_is_named_and_nothing_else(
    name: str, right: list[Json], wrong: list[Json]
) -> None:
    assert [value for value in right if not valid(name, value)] == []
    assert [value for value in wrong if valid(name, value)] == []


def test_a_reference_to_nothing_is_an_error() -> None:
    with pytest.raises(KeyError):
        at(DOCUMENT, "#/components/responses/400")
