"""Group endpoints; the body is the one confirmed live, since the published schema is spoilt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from miro_sandbox.boards.access import EDIT, board_for
from miro_sandbox.errors import InvalidParametersError, ItemNotFoundError
from miro_sandbox.items.answers import item_answer
from miro_sandbox.operations import Answer, Call, Operation, numeric_id
from miro_sandbox.paging import board_path, cursor_list, cursor_place
from miro_sandbox.state import connectors, groups, items
from miro_sandbox.validation import TEXT, Schema, array, checked, nested

if TYPE_CHECKING:
    from miro_sandbox.state.groups import Group


LEAST = 2
TOO_FEW = "Group should have at least two items"  # seen live


def _two(value: list[object]) -> str | None:
    return None if len(value) >= LEAST else TOO_FEW


CREATE = Schema({"data": nested({"items": array(TEXT, _two, required=True)}, required=True)})


def create(call: Call) -> Answer:
    """Group at least two items; a group's id is no item's id."""
    members = _members(call)
    board = board_for(call, EDIT)
    _check_items(call, members)
    return Answer(201, _answer(call, groups.insert(call.tx, board.id, members)))


def list_groups(call: Call) -> Answer:
    """List a board's groups, cursor paged."""
    board, place = board_for(call), cursor_place(call.sent.query)
    page, total, more = groups.page(call.tx, board.id, after=place.after, limit=place.limit)
    data = [_answer(call, group) for group in page]
    path = board_path(board.id, "groups")
    return Answer(200, cursor_list(call, path, data, place=place, total=total, more=more))


def get(call: Call) -> Answer:
    """Give one group."""
    board_for(call)
    return Answer(200, _answer(call, _found(call)))


def list_items(call: Call) -> Answer:
    """Give the items of the group named by `group_item_id`, cursor paged."""
    board, place = board_for(call), cursor_place(call.sent.query)
    text = call.sent.query.get("group_item_id")
    if text is None:
        raise InvalidParametersError.one(
            "group_item_id", "Field [group_item_id] of type [String] is required"
        )
    group = groups.get(call.tx, board.id, numeric_id(text, "group_item_id"))
    if group is None:
        raise ItemNotFoundError(board.id, "Group")
    rest = sorted(item for item in group.items if item > place.after)
    found = [items.get(call.tx, board.id, item) for item in rest[: place.limit]]
    data = [item_answer(call.base, board.id, item) for item in found if item is not None]
    envelope = cursor_list(
        call,
        board_path(board.id, "groups", "items"),
        data,
        place=place,
        total=len(group.items),
        more=len(rest) > place.limit,
    )
    return Answer(200, envelope)


def replace_group(call: Call) -> Answer:
    """Put a new group in a group's place; it gets a new id."""
    members = _members(call)
    board = board_for(call, EDIT)
    old = _found(call)
    _check_items(call, members)
    groups.delete(call.tx, board.id, old.id)
    return Answer(200, _answer(call, groups.insert(call.tx, board.id, members)))


def ungroup(call: Call) -> Answer:
    """Undo a group; with `delete_items=true` its items go too, even locked ones."""
    board = board_for(call, EDIT)
    group = _found(call)
    groups.delete(call.tx, board.id, group.id)
    if call.sent.query.get("delete_items") == "true":
        for item_id in group.items:
            item = items.get(call.tx, board.id, item_id)
            if item is not None:
                items.delete(call.tx, board.id, item)
                connectors.loosen(call.tx, board.id, item_id)
    return Answer(204)


def _members(call: Call) -> list[int]:
    sent = checked(CREATE, call.sent.json())
    members = [numeric_id(text, f"data.items[{i}]") for i, text in enumerate(sent["data"]["items"])]
    return list(dict.fromkeys(members))


def _check_items(call: Call, members: list[int]) -> None:
    for item_id in members:
        if items.get(call.tx, call.board_id, item_id) is None:
            raise ItemNotFoundError(call.board_id)
    if len(members) < LEAST:
        raise InvalidParametersError.one("data.items", TOO_FEW)


def _found(call: Call) -> Group:
    group = groups.get(call.tx, call.board_id, call.arg_id("group_id"))
    if group is None:
        raise ItemNotFoundError(call.board_id, "Group")
    return group


def _answer(call: Call, group: Group) -> dict[str, Any]:
    address = f"{call.base}{board_path(call.board_id, 'groups', group.id)}"
    return {
        "id": str(group.id),
        "type": "group",
        "data": {"items": [str(item) for item in group.items]},
        "links": {"self": address},
    }


_GROUPS = "/v2/boards/<board_id>/groups"
_GROUP = f"{_GROUPS}/<group_id>"
OPERATIONS = (
    Operation("createGroup", "POST", _GROUPS, 2, "boards:write", create),
    Operation("get-all-groups", "GET", _GROUPS, 2, "boards:read", list_groups),
    Operation("getItemsByGroupId", "GET", f"{_GROUPS}/items", 2, "boards:read", list_items),
    Operation("getGroupById", "GET", _GROUP, 2, "boards:read", get),
    Operation("updateGroup", "PUT", _GROUP, 2, "boards:write", replace_group),
    Operation("unGroup", "DELETE", _GROUP, 3, "boards:write", ungroup),
    Operation("deleteGroup", "DELETE", _GROUP, 3, "boards:write", ungroup, "delete_items"),
)
