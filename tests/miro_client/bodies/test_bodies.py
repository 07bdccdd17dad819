"""One contract for every body: only what is set goes out, and only what Miro's document knows."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from miro_client.bodies.boards import BoardBody
from miro_client.bodies.connectors import ConnectorBody
from miro_client.bodies.items import (
    CardBody,
    FrameBody,
    ImageBody,
    ShapeBody,
    StickyNoteBody,
    TextBody,
)
from miro_client.bodies.tags import TagBody
from tests.miro_client import every_call as sent

WHOLE: dict[str, Any] = {
    "/v2/boards/{board_id}/sticky_notes": sent.NOTE_BODY,
    "/v2/boards/{board_id}/shapes": sent.SHAPE_BODY,
    "/v2/boards/{board_id}/texts": sent.TEXT_BODY,
    "/v2/boards/{board_id}/cards": sent.CARD_BODY,
    "/v2/boards/{board_id}/frames": sent.FRAME_BODY,
    "/v2/boards/{board_id}/images": sent.IMAGE_BODY,
    "/v2/boards/{board_id}/connectors": sent.LINE_BODY,
    "/v2/boards/{board_id}/tags": sent.TAG_BODY,
    "/v2/boards": sent.BOARD_BODY,
}
EMPTY = [
    *(StickyNoteBody, ShapeBody, TextBody, CardBody, FrameBody, ImageBody),
    *(ConnectorBody, TagBody, BoardBody),
]


@pytest.mark.parametrize("body", EMPTY, ids=lambda body: body.__name__)
def test_what_is_not_set_does_not_go_out(body: type[Any]) -> None:
    assert body().wire() == {}


@pytest.mark.parametrize("path", WHOLE)
def test_a_body_is_json_and_cannot_be_changed(path: str) -> None:
    body = WHOLE[path]
    assert json.loads(json.dumps(body.wire())) == body.wire()
    first = dataclasses.fields(body)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(body, first, None)


@pytest.mark.parametrize("path", WHOLE)
def test_every_field_is_one_the_document_knows(path: str, openapi: dict[str, Any]) -> None:
    request = openapi["paths"][path]["post"]["requestBody"]
    schema = request["content"]["application/json"]["schema"]
    assert list(_strangers(WHOLE[path].wire(), schema, openapi)) == []


def _strangers(value: Any, schema: dict[str, Any], openapi: dict[str, Any], at: str = "") -> Any:  # noqa: ANN401  # any JSON
    schema = _resolved(schema, openapi)
    if isinstance(value, list):
        for one in value:
            yield from _strangers(one, schema["items"], openapi, f"{at}[]")
    elif isinstance(value, dict):
        known = _properties(schema, openapi)
        for name, inner in value.items():
            if name not in known:
                yield f"{at}.{name}"
            else:
                yield from _strangers(inner, known[name], openapi, f"{at}.{name}")
    elif schema.get("type") == "string" and not _is_allowed(value, schema):
        yield f"{at}={value!r}"


def _is_allowed(value: object, schema: dict[str, Any]) -> bool:
    return isinstance(value, str) and value in schema.get("enum", [value])


def _resolved(schema: dict[str, Any], openapi: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        schema = openapi["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


def _properties(schema: dict[str, Any], openapi: dict[str, Any]) -> dict[str, Any]:
    known = dict(schema.get("properties", {}))
    for part in schema.get("allOf", []):
        known |= _properties(_resolved(part, openapi), openapi)
    return known
