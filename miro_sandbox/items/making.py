"""From a create body to a stored item, and from a PATCH body to a changed one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from miro_sandbox.content import stored_content
from miro_sandbox.errors import InvalidParametersError, OutsideParentError
from miro_sandbox.items import placing
from miro_sandbox.items.kinds.kind import Kind, Sizing, styled
from miro_sandbox.state import items
from miro_sandbox.state.items import Item

if TYPE_CHECKING:
    from miro_sandbox.operations import Call

Json = dict[str, Any]


def made(call: Call, kind: Kind, body: Json, item_id: int) -> Item:
    """Give the item a checked create body asks for; raises when its size or place is refused."""
    data, style = kind.created(
        _filtered(kind, body.get("data", {}), call), styled(body.get("style", {}))
    )
    sent = body.get("geometry", {})
    width, height = kind.size(Sizing(data, style, sent, None, call.config))
    position = body.get("position", {})
    item = Item(
        id=item_id,
        type=kind.type,
        parent=placing.parent_id(body),
        x=float(position.get("x", 0.0)),
        y=float(position.get("y", 0.0)),
        width=width,
        height=height,
        rotation=float(sent.get("rotation", 0.0)),
        data=data,
        style=style,
        created=call.tx.now,
        created_by=call.me,
        modified=call.tx.now,
        modified_by=call.me,
    )
    if item.parent is not None:
        placing.check_inside(item, placing.frame_of(call, item.parent), call.config)
    return item


def changed(call: Call, kind: Kind, item: Item, body: Json) -> Item:
    """Give the item with a checked PATCH body merged in; only what is sent changes."""
    sent_data = _filtered(kind, body.get("data", {}), call)
    data, style = {**item.data, **sent_data}, {**item.style, **styled(body.get("style", {}))}
    sent = body.get("geometry", {})
    reshaped = sent_data.get("shape", item.data.get("shape")) != item.data.get("shape")
    before = (item.width, item.height)
    width, height = kind.size(Sizing(data, style, sent, before, call.config, reshaped))
    new = replace(
        item,
        data=data,
        style=style,
        width=width,
        height=height,
        rotation=float(sent.get("rotation", item.rotation)),
    )
    if kind.type == "frame":
        _check_children(call, item, new)
    if new.box != item.box or {"position", "parent"} & body.keys():
        new = placing.moved(call, new, body)
    return new


def _filtered(kind: Kind, data: Json, call: Call) -> Json:
    limit = call.config.content_limit
    kept = dict(data)
    for name, tags in kind.html.items():
        if name not in kept:
            continue
        if len(kept[name]) > limit:
            # Miro documents no figure here; 6000 stands on its Web SDK page about cards.
            raise InvalidParametersError.one(
                f"data.{name}", f"Length must be between 0 and {limit} characters"
            )
        kept[name] = stored_content(kept[name], tags, call.config)
    return kept


def _check_children(call: Call, before: Item, after: Item) -> None:
    """Refuse a frame that would no longer hold its children, as Miro's Web SDK does."""
    shrinks = (after.width or 0) < (before.width or 0) or (after.height or 0) < (before.height or 0)
    if call.config.shrink_over_children == "allow" or not shrinks:
        return
    for child in items.children(call.tx, call.board_id, before.id):
        try:
            placing.check_inside(child, after, call.config)
        except OutsideParentError as error:
            raise OutsideParentError("geometry") from error
