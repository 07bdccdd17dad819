"""Connector endpoints; connectors are listed, read and deleted only here."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from miro_sandbox.boards.access import EDIT, board_for
from miro_sandbox.connectors import bodies
from miro_sandbox.content import INLINE_TAGS, stored_content
from miro_sandbox.errors import InvalidParametersError, ItemNotFoundError
from miro_sandbox.items.answers import authored
from miro_sandbox.items.kinds.kind import styled
from miro_sandbox.operations import Answer, Call, Operation, numeric_id
from miro_sandbox.paging import board_path, cursor_list, cursor_place
from miro_sandbox.state import connectors, items
from miro_sandbox.state.connectors import Connector
from miro_sandbox.validation import Schema, checked

Json = dict[str, Any]
_SIDES = {
    "top": {"x": "50%", "y": "0%"},
    "right": {"x": "100%", "y": "50%"},
    "bottom": {"x": "50%", "y": "100%"},
    "left": {"x": "0%", "y": "50%"},
}


def create(call: Call) -> Answer:
    """Join two different items that are no frames; 200 or 201, both were seen live."""
    sent = _checked(call, bodies.CREATE)
    board = board_for(call, EDIT)
    start, start_at = _end(call, sent["startItem"], "startItem")
    end, end_at = _end(call, sent["endItem"], "endItem")
    _check_different(start, end)
    connector = Connector(
        id=call.tx.next_ids()[0],
        start=start,
        end=end,
        start_at=start_at,
        end_at=end_at,
        shape=sent.get("shape", "curved"),
        captions=_captions(call, sent.get("captions", [])),
        style={**bodies.STYLE, **styled(sent.get("style", {}))},
        created=call.tx.now,
        created_by=call.me,
        modified=call.tx.now,
        modified_by=call.me,
    )
    connectors.insert(call.tx, board.id, connector)
    return Answer(call.config.connector_created, _answer(call, connector))


def list_connectors(call: Call) -> Answer:
    """List a board's connectors by rising id, cursor paged."""
    board, place = board_for(call), cursor_place(call.sent.query)
    made_by = call.tx.now - call.config.list_lag
    page, total, more = connectors.page(
        call.tx, board.id, after=place.after, limit=place.limit, made_by=made_by
    )
    data = [_answer(call, connector) for connector in page]
    path = board_path(board.id, "connectors")
    return Answer(200, cursor_list(call, path, data, place=place, total=total, more=more))


def get(call: Call) -> Answer:
    """Give one connector."""
    board_for(call)
    return Answer(200, _answer(call, _found(call)))


def change(call: Call) -> Answer:
    """Change what is sent of a connector."""
    sent = _checked(call, bodies.CHANGE)
    board = board_for(call, EDIT)
    connector = _found(call)
    if not connector.supported:
        raise InvalidParametersError([], "Connector is not supported and cannot be updated")
    if "startItem" in sent:
        start, at = _end(call, {"id": _same(connector.start), **sent["startItem"]}, "startItem")
        connector = replace(connector, start=start, start_at=at)
    if "endItem" in sent:
        end, at = _end(call, {"id": _same(connector.end), **sent["endItem"]}, "endItem")
        connector = replace(connector, end=end, end_at=at)
    _check_different(connector.start, connector.end)
    connector = replace(
        connector,
        shape=sent.get("shape", connector.shape),
        captions=_captions(call, sent["captions"]) if "captions" in sent else connector.captions,
        style={**connector.style, **styled(sent.get("style", {}))},
    )
    return Answer(200, _answer(call, connectors.update(call.tx, board.id, connector, by=call.me)))


def delete(call: Call) -> Answer:
    """Remove a connector."""
    board = board_for(call, EDIT)
    connectors.delete(call.tx, board.id, _found(call).id)
    return Answer(204)


def _checked(call: Call, schema: Schema) -> Json:
    return checked(schema, call.sent.json(), numeric_style=call.config.numeric_style == "accept")


def _found(call: Call) -> Connector:
    connector = connectors.get(call.tx, call.board_id, call.arg_id("connector_id"))
    if connector is None:
        raise ItemNotFoundError(call.board_id, "Connector")
    return connector


def _same(item_id: int | None) -> str:
    return str(item_id) if item_id is not None else ""


def _end(call: Call, sent: Json, field: str) -> tuple[int, Json]:
    """Give an end's item and how the line sits on it; raise for a missing item or a frame."""
    if "position" in sent and "snapTo" in sent:
        raise InvalidParametersError.one(
            field, "Only position or snapTo should be passed for a connector end"
        )
    item = items.get(call.tx, call.board_id, numeric_id(sent["id"], f"{field}.id"))
    if item is None:
        raise ItemNotFoundError(call.board_id)
    if item.type == "frame":
        raise InvalidParametersError.one(f"{field}.id", "Frames cannot be connected")
    if "position" in sent:
        at = {"position": {"x": "0%", "y": "0%", **sent["position"]}}
    else:
        snap = sent.get("snapTo", "auto")
        at = {"snapTo": snap} if snap == "auto" else {"position": _SIDES[snap]}
    return item.id, at


def _check_different(start: int | None, end: int | None) -> None:
    if start is not None and start == end:
        raise InvalidParametersError.one(
            "endItem.id", "Start and end items of a connector must be different"
        )


def _captions(call: Call, sent: list[Json]) -> list[Json]:
    return [
        {
            "position": "50%",
            "textAlignVertical": "middle",
            **caption,
            "content": stored_content(caption["content"], INLINE_TAGS, call.config),
        }
        for caption in sent
    ]


def _answer(call: Call, connector: Connector) -> Json:
    """Give the connector object; a loose end is left out, and an auto end has no position here."""
    c = connector
    ends = {}
    for name, item_id, at in (("startItem", c.start, c.start_at), ("endItem", c.end, c.end_at)):
        if item_id is not None:
            address = f"{call.base}{board_path(call.board_id, 'items', item_id)}"
            known = {"position": at["position"]} if "position" in at else {}
            ends[name] = {"id": str(item_id), **known, "links": {"self": address}}
    address = f"{call.base}{board_path(call.board_id, 'connectors', c.id)}"
    return {
        "id": str(c.id),
        "type": "connector",
        "isSupported": c.supported,
        "shape": c.shape,
        **ends,
        **({"captions": c.captions} if c.captions else {}),
        "style": c.style,
        "links": {"self": address},
        **authored(c.created, c.created_by, c.modified, c.modified_by),
    }


_CONNECTORS = "/v2/boards/<board_id>/connectors"
_CONNECTOR = f"{_CONNECTORS}/<connector_id>"
OPERATIONS = (
    Operation("create-connector", "POST", _CONNECTORS, 2, "boards:write", create),
    Operation("get-connectors", "GET", _CONNECTORS, 2, "boards:read", list_connectors),
    Operation("get-connector", "GET", _CONNECTOR, 1, "boards:read", get),
    Operation("update-connector", "PATCH", _CONNECTOR, 2, "boards:write", change),
    Operation("delete-connector", "DELETE", _CONNECTOR, 3, "boards:write", delete),
)
