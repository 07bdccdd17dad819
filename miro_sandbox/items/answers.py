"""An item as Miro answers it: style in texts, geometry in doubles, authors without names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from miro_sandbox.items.kinds import KINDS
from miro_sandbox.paging import board_path
from miro_sandbox.state.times import stamp

if TYPE_CHECKING:
    from miro_sandbox.state.items import Item

Json = dict[str, Any]


def item_answer(base: str, board_id: str, item: Item) -> Json:
    """Give the item object; what Miro's API cannot express has no data."""
    content: Json = {"data": _data(base, board_id, item)} if item.supported else {}
    if item.style and item.supported:
        content["style"] = item.style
    return {
        "id": str(item.id),
        "type": item.type,
        **content,
        **_geometry(item),
        "position": {
            "x": item.x,
            "y": item.y,
            "origin": "center",
            "relativeTo": "parent_top_left" if item.parent is not None else "canvas_center",
            **item.extra.get("position", {}),
        },
        **_parent(base, board_id, item),
        "links": _links(base, board_id, item),
        **authored(item.created, item.created_by, item.modified, item.modified_by),
        **({} if item.supported else {"isSupported": False}),
    }


def authored(created: float, created_by: int, modified: float, modified_by: int) -> Json:
    """Give the four fields saying who made and changed a thing, and when."""
    return {
        "createdAt": stamp(created),
        "createdBy": {"id": str(created_by), "type": "user"},
        "modifiedAt": stamp(modified),
        "modifiedBy": {"id": str(modified_by), "type": "user"},
    }


def _data(base: str, board_id: str, item: Item) -> Json:
    if item.type not in {"image", "document"}:
        return item.data
    # The field sent is `url`; what comes back is where to ask for the file. Miro's document has
    # the description of a picture in what is sent alone.
    data = {name: value for name, value in item.data.items() if name not in {"url", "altText"}}
    field, folder = ("imageUrl", "images") if item.type == "image" else ("documentUrl", "documents")
    path = board_path(board_id, "resources", folder, item.extra.get("file", 0))
    query = "format=preview&redirect=false" if item.type == "image" else "redirect=false"
    return {field: f"{base}{path}?{query}", **data}


def _geometry(item: Item) -> Json:
    sides = {"width": item.width, "height": item.height}
    known: Json = {name: float(value) for name, value in sides.items() if value is not None}
    if item.rotation:
        known["rotation"] = item.rotation
    # Miro's document gives a doc no size.
    return {"geometry": known} if known and item.type != "doc_format" else {}


def _parent(base: str, board_id: str, item: Item) -> Json:
    if item.parent is None:
        return {}
    address = f"{base}{board_path(board_id, 'frames', item.parent)}"
    return {"parent": {"id": str(item.parent), "links": {"self": address}}}


def _links(base: str, board_id: str, item: Item) -> Json:
    kind = KINDS.get(item.type)
    path = kind.path if kind is not None and item.supported else "items"
    links = {"self": f"{base}{board_path(board_id, path, item.id)}"}
    if item.type == "frame":
        query = f"parent_item_id={item.id}&limit=10&cursor="
        links["related"] = f"{base}{board_path(board_id, 'items')}?{query}"
    return links
