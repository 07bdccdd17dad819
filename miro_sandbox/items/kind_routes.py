"""Create, get, change and delete for every kind of item; the kinds differ only in their data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from miro_sandbox.boards.access import EDIT, board_for
from miro_sandbox.errors import InvalidParametersError, ItemNotFoundError, NotEmulatedError
from miro_sandbox.items import files, placing
from miro_sandbox.items.answers import item_answer
from miro_sandbox.items.kinds import KINDS
from miro_sandbox.items.making import changed, made
from miro_sandbox.operations import Answer, Call, Operation
from miro_sandbox.state import connectors, items
from miro_sandbox.validation import checked

if TYPE_CHECKING:
    from collections.abc import Callable

    from miro_sandbox.items.kinds.kind import Kind
    from miro_sandbox.state.items import Item

Json = dict[str, Any]


def found(call: Call, kind: Kind | None = None) -> Item:
    """Give the item of the path, of this kind when one is named; raise ItemNotFoundError."""
    item = items.get(call.tx, call.board_id, call.arg_id("item_id"))
    if item is None or (kind is not None and item.type != kind.type):
        raise ItemNotFoundError(call.board_id)
    return item


def answered(call: Call, item: Item, status: int = 200) -> Answer:
    """Give an answer holding one item."""
    return Answer(status, item_answer(call.base, call.board_id, item))


def remove(call: Call, item: Item) -> Answer:
    """Delete an item; Miro refuses a locked one with a text that names the lock."""
    if item.locked:
        raise InvalidParametersError([], "Item is locked and cannot be deleted")
    items.delete(call.tx, call.board_id, item)
    connectors.loosen(call.tx, call.board_id, item.id)
    return Answer(204)


def _creating(kind: Kind) -> Callable[[Call], Answer]:
    def create(call: Call) -> Answer:
        upload = files.uploaded(call, kind)
        body = upload.body if upload is not None else call.sent.json()
        schema = upload.schema if upload is not None else kind.schema()
        sent = checked(schema, body, numeric_style=call.config.numeric_style == "accept")
        board_for(call, EDIT)
        item = made(call, kind, sent, call.tx.next_ids()[0])
        if item.parent is not None:
            placing.check_room(call, placing.frame_of(call, item.parent))
        item = files.kept(call, item, upload)
        items.insert(call.tx, call.board_id, [item])
        return answered(call, item, 201)

    return create


def _getting(kind: Kind) -> Callable[[Call], Answer]:
    def get(call: Call) -> Answer:
        board_for(call)
        if call.sent.query.get("textContentType", "markdown") != "markdown":
            # Miro renders docs to HTML on demand; here they stay as written.
            raise NotEmulatedError(f"get-{kind.noun} with textContentType=html")
        return answered(call, found(call, kind))

    return get


def _changing(kind: Kind) -> Callable[[Call], Answer]:
    def change(call: Call) -> Answer:
        if call.sent.parts or call.sent.form:
            raise NotEmulatedError(f"update-{kind.noun}-using-file-from-device")
        sent = checked(
            kind.change_schema(),
            call.sent.json(),
            numeric_style=call.config.numeric_style == "accept",
        )
        board_for(call, EDIT)
        item = changed(call, kind, found(call, kind), sent)
        item = files.kept(call, item, None) if "url" in sent.get("data", {}) else item
        return answered(call, items.update(call.tx, call.board_id, item, by=call.me))

    return change


def _deleting(kind: Kind) -> Callable[[Call], Answer]:
    def delete(call: Call) -> Answer:
        board_for(call, EDIT)
        return remove(call, found(call, kind))

    return delete


def _operations(kind: Kind) -> list[Operation]:
    many, one = f"/v2/boards/<board_id>/{kind.path}", f"/v2/boards/<board_id>/{kind.path}/<item_id>"
    create = (
        f"create-{kind.noun}-using-url" if kind.type in files.FOLDERS else f"create-{kind.noun}"
    )
    update = (
        f"update-{kind.noun}-using-url" if kind.type in files.FOLDERS else f"update-{kind.noun}"
    )
    operations = [
        Operation(create, "POST", many, 2, "boards:write", _creating(kind)),
        Operation(f"get-{kind.noun}", "GET", one, 1, "boards:read", _getting(kind)),
        Operation(f"delete-{kind.noun}", "DELETE", one, 3, "boards:write", _deleting(kind)),
    ]
    if kind.changes:
        operations.append(Operation(update, "PATCH", one, 2, "boards:write", _changing(kind)))
    return operations


OPERATIONS = tuple(operation for kind in KINDS.values() for operation in _operations(kind))
