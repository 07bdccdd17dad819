"""Every operation of Miro's API this client knows, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from miro_client.limits import Level


class Repeat(Enum):
    """Whether a call may be sent again when its answer is lost."""

    SAFE = "a repeat changes nothing more"
    NEVER = "a repeat could make a second one"


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: where it goes, what it costs, whether it may be repeated.

    Attributes:
        name: in words, for errors and counts.
        method: HTTP method.
        path: template whose `{names}` are percent-encoded ids; all of them are required.
        level: credit level of one call (bulk: of one element).
        repeat: whether a lost answer may be followed by another try.
        gone_is_done: on a repeat, 404 means that the earlier try did it.
    """

    name: str
    method: str
    path: str
    level: Level
    repeat: Repeat
    gone_is_done: bool = False


_BOARD = "/v2/boards/{board_id}"
_ITEM = f"{_BOARD}/items/{{item_id}}"


def _read(name: str, path: str, level: Level = Level.ONE) -> Operation:
    return Operation(name, "GET", path, level, Repeat.SAFE)


def _create(name: str, path: str, level: Level = Level.TWO, method: str = "POST") -> Operation:
    return Operation(name, method, path, level, Repeat.NEVER)


def _update(name: str, path: str, level: Level = Level.TWO) -> Operation:
    return Operation(name, "PATCH", path, level, Repeat.SAFE)


def _delete(name: str, path: str, level: Level = Level.THREE) -> Operation:
    return Operation(name, "DELETE", path, level, Repeat.SAFE, gone_is_done=True)


CREATE_BOARD = _create("create_board", "/v2/boards", Level.THREE)
COPY_BOARD = _create("copy_board", "/v2/boards?copy_from={board_id}", Level.FOUR, "PUT")
LIST_BOARDS = _read("list_boards", "/v2/boards")
GET_BOARD = _read("get_board", _BOARD)
UPDATE_BOARD = _update("update_board", _BOARD)
DELETE_BOARD = _delete("delete_board", _BOARD)

# Miro sends e-mails: a repeated invitation reaches people twice.
INVITE_MEMBERS = _create("invite_members", f"{_BOARD}/members", Level.THREE)
LIST_MEMBERS = _read("list_members", f"{_BOARD}/members")

LIST_ITEMS = _read("list_items", f"{_BOARD}/items", Level.TWO)
LIST_ITEMS_BY_TAG = _read("list_items_by_tag", f"{_BOARD}/items?tag_id={{tag_id}}")
GET_ITEM = _read("get_item", _ITEM)
MOVE_ITEM = _update("move_item", _ITEM)
DELETE_ITEM = _delete("delete_item", _ITEM)
CREATE_ITEMS = _create("create_items", f"{_BOARD}/items/bulk")

CREATE_CONNECTOR = _create("create_connector", f"{_BOARD}/connectors")
LIST_CONNECTORS = _read("list_connectors", f"{_BOARD}/connectors", Level.TWO)
GET_CONNECTOR = _read("get_connector", f"{_BOARD}/connectors/{{connector_id}}")
UPDATE_CONNECTOR = _update("update_connector", f"{_BOARD}/connectors/{{connector_id}}")
DELETE_CONNECTOR = _delete("delete_connector", f"{_BOARD}/connectors/{{connector_id}}")

CREATE_TAG = _create("create_tag", f"{_BOARD}/tags", Level.ONE)
LIST_TAGS = _read("list_tags", f"{_BOARD}/tags")
GET_TAG = _read("get_tag", f"{_BOARD}/tags/{{tag_id}}")
UPDATE_TAG = _update("update_tag", f"{_BOARD}/tags/{{tag_id}}", Level.ONE)
DELETE_TAG = _delete("delete_tag", f"{_BOARD}/tags/{{tag_id}}", Level.ONE)
TAGS_OF_ITEM = _read("tags_of_item", f"{_ITEM}/tags")
# The tag id stands in the template, so that it can't be left out: without it the same DELETE
# would delete the item. Source: Miro's OpenAPI document, remove-tag-from-item and delete-item.
ATTACH_TAG = Operation("attach_tag", "POST", f"{_ITEM}?tag_id={{tag_id}}", Level.ONE, Repeat.SAFE)
DETACH_TAG = _delete("detach_tag", f"{_ITEM}?tag_id={{tag_id}}", Level.ONE)

CREATE_GROUP = _create("create_group", f"{_BOARD}/groups")
LIST_GROUPS = _read("list_groups", f"{_BOARD}/groups", Level.TWO)
GET_GROUP = _read("get_group", f"{_BOARD}/groups/{{group_id}}", Level.TWO)
DELETE_GROUP = _delete("delete_group", f"{_BOARD}/groups/{{group_id}}")

TOKEN_CONTEXT = _read("token_context", "/v1/oauth-token")

# A code and a refresh token work once: asking again with the same one can only fail.
# Source: https://developers.miro.com/reference/oauth-20-authorization-v2.
EXCHANGE_CODE = _create("exchange_code", "/v1/oauth/token", Level.ONE)
REFRESH_TOKEN = _create("refresh_token", "/v1/oauth/token", Level.ONE)
REVOKE_TOKEN = Operation(
    "revoke_token", "POST", "/v2/oauth/revoke", Level.ONE, Repeat.SAFE, gone_is_done=True
)


@dataclass(frozen=True, slots=True)
class KindOperations:
    """The four operations of one kind of item; each has its own path."""

    create: Operation
    get: Operation
    update: Operation
    delete: Operation


def _kind(one: str, many: str) -> KindOperations:
    path = f"{_BOARD}/{many}"
    single = f"{path}/{{item_id}}"
    return KindOperations(
        create=_create(f"create_{one}", path),
        get=_read(f"get_{one}", single),
        update=_update(f"update_{one}", single),
        delete=_delete(f"delete_{one}", single),
    )


FRAMES = _kind("frame", "frames")
STICKY_NOTES = _kind("sticky_note", "sticky_notes")
SHAPES = _kind("shape", "shapes")
TEXTS = _kind("text", "texts")
CARDS = _kind("card", "cards")
IMAGES = _kind("image", "images")
_KINDS = (FRAMES, STICKY_NOTES, SHAPES, TEXTS, CARDS, IMAGES)

GET_DOCUMENT = _read("get_document", f"{_BOARD}/documents/{{item_id}}")
GET_EMBED = _read("get_embed", f"{_BOARD}/embeds/{{item_id}}")

OPERATIONS: tuple[Operation, ...] = (
    CREATE_BOARD,
    COPY_BOARD,
    LIST_BOARDS,
    GET_BOARD,
    UPDATE_BOARD,
    DELETE_BOARD,
    INVITE_MEMBERS,
    LIST_MEMBERS,
    LIST_ITEMS,
    LIST_ITEMS_BY_TAG,
    GET_ITEM,
    MOVE_ITEM,
    DELETE_ITEM,
    CREATE_ITEMS,
    CREATE_CONNECTOR,
    LIST_CONNECTORS,
    GET_CONNECTOR,
    UPDATE_CONNECTOR,
    DELETE_CONNECTOR,
    CREATE_TAG,
    LIST_TAGS,
    GET_TAG,
    UPDATE_TAG,
    DELETE_TAG,
    TAGS_OF_ITEM,
    ATTACH_TAG,
    DETACH_TAG,
    CREATE_GROUP,
    LIST_GROUPS,
    GET_GROUP,
    DELETE_GROUP,
    GET_DOCUMENT,
    GET_EMBED,
    TOKEN_CONTEXT,
    EXCHANGE_CODE,
    REFRESH_TOKEN,
    REVOKE_TOKEN,
    *(one for kind in _KINDS for one in (kind.create, kind.get, kind.update, kind.delete)),
)
"""All of them, for tables and tests."""
