"""The generic item endpoints: list, get, move, delete."""

from __future__ import annotations

from dataclasses import replace

from miro_sandbox.boards.access import EDIT, board_for
from miro_sandbox.errors import InvalidParametersError, ItemNotFoundError
from miro_sandbox.items import placing
from miro_sandbox.items.answers import item_answer
from miro_sandbox.items.kind_routes import answered, found, remove
from miro_sandbox.operations import Answer, Call, Operation, numeric_id
from miro_sandbox.paging import (
    board_path,
    cursor_list,
    cursor_place,
    offset_list,
    offset_place,
)
from miro_sandbox.state import items, tags
from miro_sandbox.validation import (
    BOOLEAN,
    PARENT,
    POSITION,
    Schema,
    checked,
    nested,
    one_of,
)

TYPES = (
    "text",
    "shape",
    "sticky_note",
    "image",
    "document",
    "card",
    "app_card",
    "preview",
    "frame",
    "embed",
    "doc_format",
    "data_table_format",
)
# `data.locked` is in no document, but was accepted live to unlock an item.
MOVE = Schema({"position": POSITION, "parent": PARENT, "data": nested({"locked": BOOLEAN})})


def list_items(call: Call) -> Answer:
    """List a board's items by rising id, cursor paged, of one type or one frame when asked."""
    board = board_for(call)
    query, place = call.sent.query, cursor_place(call.sent.query)
    parent = query.get("parent_item_id")
    frame_id = numeric_id(parent, "parent_item_id") if parent is not None else None
    if frame_id is not None:
        placing.frame_of(call, frame_id)
    lag = call.config.list_lag
    page = items.page(
        call.tx,
        board.id,
        after=place.after,
        limit=place.limit,
        type_=_type(query.get("type")),
        parent=frame_id,
        made_by=call.tx.now - lag if lag else None,
    )
    data = [item_answer(call.base, board.id, item) for item in page.items]
    path = board_path(board.id, "items")
    return Answer(200, cursor_list(call, path, data, place=place, total=page.total, more=page.more))


def list_tagged(call: Call) -> Answer:
    """List the items carrying a tag, offset paged."""
    board, place = board_for(call), offset_place(call.sent.query)
    tag_id = numeric_id(call.sent.query["tag_id"], "tag_id")
    if tags.get(call.tx, board.id, tag_id) is None:
        raise ItemNotFoundError(board.id, "Tag")
    page = items.tagged(call.tx, board.id, tag_id, offset=place.offset, limit=place.limit)
    data = [item_answer(call.base, board.id, item) for item in page.items]
    path = board_path(board.id, "items")
    return Answer(200, offset_list(call, path, data, place=place, total=page.total))


def get(call: Call) -> Answer:
    """Give one item of any kind."""
    board_for(call)
    return answered(call, found(call))


def move(call: Call) -> Answer:
    """Move an item, into a frame, out of one with `parent.id` null, or within the plane."""
    sent = checked(MOVE, call.sent.json())
    board = board_for(call, EDIT)
    item = placing.moved(call, found(call), sent)
    item = replace(item, locked=sent.get("data", {}).get("locked", item.locked))
    return answered(call, items.update(call.tx, board.id, item, by=call.me))


def delete(call: Call) -> Answer:
    """Remove an item; a connector's id is not found here, as seen live."""
    board_for(call, EDIT)
    return remove(call, found(call))


def _type(name: str | None) -> str | None:
    fault = one_of(*TYPES)(name) if name is not None else None
    if fault is not None:
        raise InvalidParametersError.one("type", fault)
    return name


_ITEMS = "/v2/boards/<board_id>/items"
_ITEM = f"{_ITEMS}/<item_id>"
OPERATIONS = (
    Operation("get-items", "GET", _ITEMS, 2, "boards:read", list_items),
    Operation(
        "get-items-within-frame", "GET", _ITEMS, 2, "boards:read", list_items, "parent_item_id"
    ),
    Operation("get-items-by-tag", "GET", _ITEMS, 1, "boards:read", list_tagged, "tag_id"),
    Operation("get-specific-item", "GET", _ITEM, 1, "boards:read", get),
    Operation("update-item-position-or-parent", "PATCH", _ITEM, 2, "boards:write", move),
    Operation("delete-item", "DELETE", _ITEM, 3, "boards:write", delete),
)
