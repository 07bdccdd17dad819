"""Tag endpoints: a board's tags, and tags on sticky notes and cards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from miro_sandbox.boards.access import EDIT, board_for
from miro_sandbox.colours import TAG
from miro_sandbox.errors import (
    ConflictError,
    InvalidParametersError,
    ItemNotFoundError,
    SandboxError,
)
from miro_sandbox.items.kind_routes import found
from miro_sandbox.operations import Answer, Call, Operation, numeric_id
from miro_sandbox.paging import board_path, offset_list, offset_place
from miro_sandbox.state import tags
from miro_sandbox.state.tags import Tag
from miro_sandbox.validation import Field, Schema, checked, enum, length

if TYPE_CHECKING:
    from miro_sandbox.state.boards import Board
    from miro_sandbox.state.items import Item

MOST_PER_ITEM = 8
TAGGABLE = {"sticky_note", "card"}
CREATE = Schema({"title": Field("String", length(1, 120)).must(), "fillColor": enum(*TAG)})


def create(call: Call) -> Answer:
    """Make a tag with a title that is free on this board; case counts."""
    sent = checked(CREATE, call.sent.json())
    board = board_for(call, EDIT)
    title = _title(call, sent["title"])
    _check_free(call, board, title)
    _check_number(call, board)
    tag = Tag(call.tx.next_ids()[0], title, sent.get("fillColor", "red"))
    tags.insert(call.tx, board.id, tag)
    return Answer(201, _linked(call, board, tag))


def list_tags(call: Call) -> Answer:
    """List a board's tags, offset paged."""
    board, place = board_for(call), offset_place(call.sent.query)
    every = tags.every(call.tx, board.id)
    page = every[place.offset : place.offset + place.limit]
    # The document gives links to one tag, not to those in a list.
    data = [_plain(tag) for tag in page]
    path = board_path(board.id, "tags")
    return Answer(200, offset_list(call, path, data, place=place, total=len(every)))


def get(call: Call) -> Answer:
    """Give one tag; oddly, Miro lists this under boards:write."""
    board = board_for(call)
    return Answer(200, _linked(call, board, _tag(call, call.arg_id("tag_id"))))


def change(call: Call) -> Answer:
    """Change a tag's title or colour."""
    sent = checked(CREATE.optional(), call.sent.json())
    board = board_for(call, EDIT)
    tag = _tag(call, call.arg_id("tag_id"))
    title = _title(call, sent.get("title", tag.title))
    if title != tag.title:
        _check_free(call, board, title)
    tag = replace(tag, title=title, colour=sent.get("fillColor", tag.colour))
    tags.update(call.tx, board.id, tag)
    return Answer(200, _linked(call, board, tag))


def delete(call: Call) -> Answer:
    """Remove a tag, also from every item that carries it."""
    board = board_for(call, EDIT)
    tags.delete(call.tx, board.id, _tag(call, call.arg_id("tag_id")).id)
    return Answer(204)


def of_item(call: Call) -> Answer:
    """Give the tags of an item, in an envelope of their own and unpaged."""
    board = board_for(call)
    carried = tags.of_item(call.tx, board.id, found(call).id)
    return Answer(200, {"tags": [_plain(tag) for tag in carried]})


def attach(call: Call) -> Answer:
    """Put a tag on a sticky note or card, eight at most."""
    board = board_for(call, EDIT)
    item, tag = found(call), _tag(call, _asked(call))
    _check_taggable(item)
    carried = tags.of_item(call.tx, board.id, item.id)
    if tag not in carried and len(carried) >= MOST_PER_ITEM:
        # Miro documents the limit; the text is not confirmed.
        raise InvalidParametersError.one(
            "tag_id", f"At most {MOST_PER_ITEM} tags could be attached to an item"
        )
    tags.attach(call.tx, board.id, item.id, tag.id)
    return Answer(204)


def detach(call: Call) -> Answer:
    """Take a tag off an item; the same path without `tag_id` deletes the item."""
    board = board_for(call, EDIT)
    item, tag = found(call), _tag(call, _asked(call))
    if not tags.detach(call.tx, board.id, item.id, tag.id):
        raise ItemNotFoundError(board.id, "Tag")
    return Answer(204)


def _asked(call: Call) -> int:
    text = call.sent.query.get("tag_id")
    if text is None:
        raise InvalidParametersError.one("tag_id", "Field [tag_id] of type [String] is required")
    return numeric_id(text, "tag_id")


def _tag(call: Call, tag_id: int) -> Tag:
    tag = tags.get(call.tx, call.board_id, tag_id)
    if tag is None:
        raise ItemNotFoundError(call.board_id, "Tag")
    return tag


def _title(call: Call, title: str) -> str:
    return title.strip() if call.config.trim_tag_titles else title


def _check_free(call: Call, board: Board, title: str) -> None:
    """Raise the refusal of a title already taken: 400 or 409, which is not confirmed."""
    if tags.titled(call.tx, board.id, title) is None:
        return
    text = f"Tag with title [{title}] already exists"
    refusals: dict[int, SandboxError] = {
        400: InvalidParametersError.one("title", text),
        409: ConflictError(text),
    }
    raise refusals[call.config.duplicate_tag]


def _check_number(call: Call, board: Board) -> None:
    most = call.config.tags_per_board
    if most is not None and len(tags.every(call.tx, board.id)) >= most:
        raise InvalidParametersError([], f"At most {most} tags are allowed on a board")


def _check_taggable(item: Item) -> None:
    if item.type not in TAGGABLE:
        raise InvalidParametersError.one(
            "item_id", f"Items of type [{item.type}] do not support tags"
        )


def _plain(tag: Tag) -> dict[str, Any]:
    return {"id": str(tag.id), "type": "tag", "title": tag.title, "fillColor": tag.colour}


def _linked(call: Call, board: Board, tag: Tag) -> dict[str, Any]:
    address = f"{call.base}{board_path(board.id, 'tags', tag.id)}"
    return {**_plain(tag), "links": {"self": address}}


_TAGS = "/v2/boards/<board_id>/tags"
_TAG_ITEM = "/v2/boards/<board_id>/items/<item_id>"
OPERATIONS = (
    Operation("create-tag", "POST", _TAGS, 1, "boards:write", create),
    Operation("get-tags-from-board", "GET", _TAGS, 1, "boards:read", list_tags),
    Operation("get-tag", "GET", f"{_TAGS}/<tag_id>", 1, "boards:write", get),
    Operation("update-tag", "PATCH", f"{_TAGS}/<tag_id>", 1, "boards:write", change),
    Operation("delete-tag", "DELETE", f"{_TAGS}/<tag_id>", 1, "boards:write", delete),
    Operation("get-tags-from-item", "GET", f"{_TAG_ITEM}/tags", 1, "boards:read", of_item),
    Operation("attach-tag-to-item", "POST", _TAG_ITEM, 1, "boards:write", attach),
    Operation("remove-tag-from-item", "DELETE", _TAG_ITEM, 1, "boards:write", detach, "tag_id"),
)
