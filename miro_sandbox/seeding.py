"""Items that only Miro's own interface makes: unsupported ones, unknown types."""

from __future__ import annotations

from typing import Any

from miro_sandbox.config import Config
from miro_sandbox.errors import NotFoundError
from miro_sandbox.items.answers import item_answer
from miro_sandbox.items.kinds import KINDS
from miro_sandbox.items.kinds.kind import Size, Sizing
from miro_sandbox.state import boards, items, people
from miro_sandbox.state.database import Tx
from miro_sandbox.state.items import Item
from miro_sandbox.validation import (
    BOOLEAN,
    NUMBER,
    TEXT,
    Field,
    Schema,
    checked,
    nested,
)

_ANYTHING = Field("Object")
SEED = Schema(
    {
        "type": TEXT.must(),
        "by": TEXT,
        "data": _ANYTHING,
        "style": _ANYTHING,
        "position": nested({"x": NUMBER, "y": NUMBER, "slotId": TEXT}),
        "geometry": nested({"width": NUMBER, "height": NUMBER, "rotation": NUMBER}),
        "parent": nested({"id": TEXT}),
        "isSupported": BOOLEAN,
        "locked": BOOLEAN,
    }
)


def seed(tx: Tx, board_id: str, body: dict[str, Any]) -> dict[str, Any]:
    """Put an item on a board without any of the API's rules; give it as the API shows it.

    `by` names the author. Real boards hold unknown types, items without data, frames of type
    `unknown`.
    """
    sent = checked(SEED, body)
    if boards.get(tx, board_id) is None:
        raise NotFoundError("Board not found", {"boardId": {"value": board_id}})
    item = _item(tx, sent, people.met(tx, sent.get("by", "me")).id)
    items.insert(tx, board_id, [item])
    return item_answer("", board_id, item)


def _item(tx: Tx, sent: dict[str, Any], author: int) -> Item:
    data, style, size = _filled(sent)
    position, geometry = sent.get("position", {}), sent.get("geometry", {})
    parent = sent.get("parent", {}).get("id")
    slot = {"position": {"slotId": position["slotId"]}} if "slotId" in position else {}
    return Item(
        id=tx.next_ids()[0],
        type=sent["type"],
        parent=int(parent) if parent is not None else None,
        x=float(position.get("x", 0.0)),
        y=float(position.get("y", 0.0)),
        width=geometry.get("width", size[0]),
        height=geometry.get("height", size[1]),
        rotation=float(geometry.get("rotation", 0.0)),
        data=data,
        style=style,
        created=tx.now,
        created_by=author,
        modified=tx.now,
        modified_by=author,
        supported=sent.get("isSupported", True),
        locked=sent.get("locked", False),
        extra=slot,
    )


def _filled(sent: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any], Size]:
    """Give data, style and size with a known kind's defaults; unknown types get none."""
    data, style = sent.get("data", {}), sent.get("style", {})
    kind = KINDS.get(sent["type"])
    if kind is None:
        return data, style, (None, None)
    full, looks = kind.created(data, style)
    if not sent.get("isSupported", True):
        return data, style, (None, None)
    return full, looks, kind.size(Sizing(full, looks, {}, None, Config()))
