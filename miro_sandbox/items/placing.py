"""Where an item goes: its parent must be a frame of the board, and it must stay inside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from miro_sandbox.errors import InvalidParametersError, ItemNotFoundError, OutsideParentError
from miro_sandbox.geometry import lies_within, to_board, to_frame
from miro_sandbox.items.kinds.frames import MAX_CHILDREN
from miro_sandbox.operations import numeric_id
from miro_sandbox.state import items

if TYPE_CHECKING:
    from miro_sandbox.config import Config
    from miro_sandbox.operations import Call
    from miro_sandbox.state.items import Item


def parent_id(body: dict[str, Any]) -> int | None:
    """Give the parent a body names, None when it names none or null."""
    text = body.get("parent", {}).get("id")
    return numeric_id(text, "parent.id") if text is not None else None


def frame_of(call: Call, frame_id: int) -> Item:
    """Give the frame with this id; raise ItemNotFoundError for anything else."""
    frame = items.get(call.tx, call.board_id, frame_id)
    if frame is None or frame.type != "frame":
        raise ItemNotFoundError(call.board_id)
    return frame


def check_inside(item: Item, frame: Item, config: Config) -> None:
    """Raise OutsideParentError when a child leaves its frame; how strictly is a switch."""
    if not lies_within(item.box, frame.box, whole_box=config.whole_box_in_frame):
        raise OutsideParentError


def check_room(call: Call, frame: Item, more: int = 1) -> None:
    """Raise InvalidParametersError when a frame would hold more children than Miro documents."""
    if items.count_children(call.tx, call.board_id, frame.id) + more > MAX_CHILDREN:
        raise InvalidParametersError.one(
            "parent.id", f"At most {MAX_CHILDREN} items are allowed in a frame"
        )


def moved(call: Call, item: Item, body: dict[str, Any]) -> Item:
    """Give the item at the place a PATCH body names.

    Coordinates count from the new parent. Without a position the item keeps its place on the board
    when its parent changes; Miro's own choice is not confirmed.
    """
    old = item.parent
    new = parent_id(body) if "id" in body.get("parent", {}) else old
    if new != old:
        item = _reparented(call, item, new)
    position = body.get("position", {})
    item = replace(
        item, x=float(position.get("x", item.x)), y=float(position.get("y", item.y)), parent=new
    )
    if new is not None:
        frame = frame_of(call, new)
        if new != old:
            check_room(call, frame)
        check_inside(item, frame, call.config)
    return item


def _reparented(call: Call, item: Item, new: int | None) -> Item:
    if item.type == "frame":
        raise InvalidParametersError.one("parent", "Field [parent] is not supported")
    x, y = item.x, item.y
    if item.parent is not None:
        x, y = to_board(frame_of(call, item.parent).box, x, y)
    if new is not None:
        x, y = to_frame(frame_of(call, new).box, x, y)
    return replace(item, x=x, y=y, parent=new)
