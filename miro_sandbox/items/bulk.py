"""Bulk creation: a bare array of 1 to 20 items, all or nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from miro_sandbox.boards.access import EDIT, board_for
from miro_sandbox.errors import (
    FieldFault,
    InvalidParametersError,
    NotEmulatedError,
    OutsideParentError,
)
from miro_sandbox.items import files, placing
from miro_sandbox.items.answers import item_answer
from miro_sandbox.items.kinds import KINDS
from miro_sandbox.items.kinds.shapes import BASIC
from miro_sandbox.items.making import made
from miro_sandbox.operations import Answer, Call, Operation, Sent
from miro_sandbox.state import items
from miro_sandbox.validation import Schema, enum, faults_of, wrong_type

if TYPE_CHECKING:
    from miro_sandbox.config import Config
    from miro_sandbox.items.kinds.kind import Kind
    from miro_sandbox.state.items import Item

MOST = 20
_BULK = {name: kind for name, kind in KINDS.items() if kind.bulk}
# The order of Miro's own enumeration.
_TYPE = enum(
    "app_card", "text", "shape", "sticky_note", "image", "document", "card", "frame", "embed"
).must()


def create(call: Call) -> Answer:
    """Make the items in request order, with rising ids and one moment of creation."""
    if call.sent.parts or call.sent.form:
        raise NotEmulatedError("create-items-in-bulk-using-file-from-device")
    body = _array(call.sent.json())
    faults = [fault for i, element in enumerate(body) for fault in _faults(call.config, i, element)]
    if faults:
        raise InvalidParametersError(faults)
    board_for(call, EDIT)
    ids = call.tx.next_ids(len(body))
    new = [_made(call, index, ids[index], element) for index, element in enumerate(body)]
    for frame_id, more in Counter(i.parent for i in new if i.parent is not None).items():
        placing.check_room(call, placing.frame_of(call, frame_id), more)
    new = [files.kept(call, item, None) for item in new]
    items.insert(call.tx, call.board_id, new)
    data = [item_answer(call.base, call.board_id, item) for item in new]
    return Answer(201, {"data": data, "type": "bulk-list"})


def elements(sent: Sent) -> int:
    """Give how often the level is charged: once an element, at least once."""
    body = sent.json() if not (sent.parts or sent.form) else None
    return min(MOST, max(1, len(body))) if isinstance(body, list) else 1


def _array(body: object) -> list[object]:
    if not isinstance(body, list):
        raise InvalidParametersError.one("", wrong_type("Array"))
    if not body:
        raise InvalidParametersError.one("", "At least 1 item should be passed")
    if len(body) > MOST:
        raise InvalidParametersError.one(
            "", f"At most {MOST} items could be created with a single request"
        )
    return body


def _faults(config: Config, index: int, element: object) -> list[FieldFault]:
    faults = faults_of(_schema(element), element, numeric_style=config.numeric_style == "accept")
    return [_indexed(config, index, fault) for fault in faults]


def _schema(element: object) -> Schema:
    kind = _kind(element)
    if kind is None:
        # Without a kind only the type can be judged; the other fields pass.
        others = element if isinstance(element, dict) else {}
        known = {n: f for k in _BULK.values() for n, f in k.schema().fields.items()}
        bare = {n: replace(known[n], fields=None, required=False) for n in others if n in known}
        return Schema({"type": _TYPE, **bare})
    fields = dict(kind.schema().fields)
    if kind.type == "shape":
        data = fields["data"]
        # Miro's document lists only the basic shapes here.
        fields["data"] = replace(data, fields={**(data.fields or {}), "shape": enum(*BASIC)})
    return Schema({"type": _TYPE, **fields})


def _kind(element: object) -> Kind | None:
    named = element.get("type") if isinstance(element, dict) else None
    return _BULK.get(named) if isinstance(named, str) else None


def _made(call: Call, index: int, item_id: int, element: object) -> Item:
    checked = cast("dict[str, Any]", element)
    try:
        return made(call, _BULK[checked["type"]], checked, item_id)
    except OutsideParentError as error:
        raise OutsideParentError(_indexed(call.config, index, error.faults[0]).field) from error
    except InvalidParametersError as error:
        faults = [_indexed(call.config, index, fault) for fault in error.faults]
        raise InvalidParametersError(faults) from error


def _indexed(config: Config, index: int, fault: FieldFault) -> FieldFault:
    """Put the element's index before the field; Miro documents that, not the punctuation."""
    if not fault.field:
        return FieldFault(str(index), fault.message)
    field = config.bulk_field.format(index=index, field=fault.field)
    return FieldFault(field, fault.message)


OPERATIONS = (
    Operation(
        "create-items",
        "POST",
        "/v2/boards/<board_id>/items/bulk",
        2,
        "boards:write",
        create,
        units=elements,
    ),
)
