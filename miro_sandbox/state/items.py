"""Items of a board, one row each, in the order they were made."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from miro_sandbox.geometry import Box, to_board

if TYPE_CHECKING:
    from collections.abc import Sequence

    from miro_sandbox.state.database import Tx


@dataclass(frozen=True)
class Item:
    """An item as stored: place and size in dp (a child's centre from its frame's top-left corner).

    `style` holds numbers as texts, the way Miro answers them. `supported` false means that Miro's
    API cannot express the item, so `data` stays out of answers.
    """

    id: int
    type: str
    parent: int | None
    x: float
    y: float
    width: float | None
    height: float | None
    rotation: float
    data: dict[str, Any]
    style: dict[str, Any]
    created: float
    created_by: int
    modified: float
    modified_by: int
    supported: bool = True
    locked: bool = False
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def box(self) -> Box:
        """Give the item's box in the coordinates it is stored in."""
        return Box(self.x, self.y, self.width or 0.0, self.height or 0.0, self.rotation)


@dataclass(frozen=True)
class Page:
    """Some items, the number of all that match, and whether more follow."""

    items: list[Item]
    total: int
    more: bool


_COLUMNS = "id, type, parent, body"
_BODY = (
    "x",
    "y",
    "width",
    "height",
    "rotation",
    "data",
    "style",
    "created",
    "created_by",
    "modified",
    "modified_by",
    "supported",
    "locked",
    "extra",
)


def insert(tx: Tx, board_id: str, items: Sequence[Item]) -> None:
    """Add items."""
    tx.run_many(
        "INSERT INTO items (board, id, type, parent, created, body) VALUES (?, ?, ?, ?, ?, ?)",
        [(board_id, i.id, i.type, i.parent, i.created, _packed(i)) for i in items],
    )


def get(tx: Tx, board_id: str, item_id: int) -> Item | None:
    """Give an item, or None."""
    row = tx.row(
        f"SELECT {_COLUMNS} FROM items WHERE board = ? AND id = ?",  # noqa: S608  # own columns
        board_id,
        item_id,
    )
    return _item(row) if row else None


def update(tx: Tx, board_id: str, item: Item, *, by: int) -> Item:
    """Store a changed item, modified now."""
    changed = replace(item, modified=tx.now, modified_by=by)
    _store(tx, board_id, changed)
    return changed


def delete(tx: Tx, board_id: str, item: Item) -> None:
    """Remove an item; children of a frame stay, loose and at the same place.

    That children stay with no parent was seen live; their new coordinates are not confirmed.
    """
    for child in children(tx, board_id, item.id):
        x, y = to_board(item.box, child.x, child.y)
        _store(tx, board_id, replace(child, parent=None, x=x, y=y))
    tx.run("DELETE FROM items WHERE board = ? AND id = ?", board_id, item.id)
    tx.run("DELETE FROM tagged WHERE board = ? AND item = ?", board_id, item.id)
    tx.run("DELETE FROM grouped WHERE board = ? AND item = ?", board_id, item.id)


def children(tx: Tx, board_id: str, frame_id: int) -> list[Item]:
    """Give the items of a frame."""
    return [
        _item(row)
        for row in tx.rows(
            f"SELECT {_COLUMNS} FROM items WHERE board = ? AND parent = ? ORDER BY id",  # noqa: S608  # own columns
            board_id,
            frame_id,
        )
    ]


def count_children(tx: Tx, board_id: str, frame_id: int) -> int:
    """Give the number of items of a frame."""
    return tx.number(
        "SELECT COUNT(*) FROM items WHERE board = ? AND parent = ?", board_id, frame_id
    )


def every(tx: Tx, board_id: str) -> list[Item]:
    """Give all items of a board."""
    rows = tx.rows(f"SELECT {_COLUMNS} FROM items WHERE board = ? ORDER BY id", board_id)  # noqa: S608  # own columns
    return [_item(row) for row in rows]


def page(
    tx: Tx,
    board_id: str,
    *,
    after: int,
    limit: int,
    type_: str | None = None,
    parent: int | None = None,
    made_by: float | None = None,
) -> Page:
    """Give the next items by rising id; `made_by` leaves out what is newer."""
    where, values = _filters(board_id, type_, parent, made_by)
    total = tx.number(f"SELECT COUNT(*) FROM items WHERE {where}", *values)  # noqa: S608  # built from constants
    rows = tx.rows(
        f"SELECT {_COLUMNS} FROM items WHERE {where} AND id > ? ORDER BY id LIMIT ?",  # noqa: S608  # built from constants
        *values,
        after,
        limit + 1,
    )
    return Page([_item(row) for row in rows[:limit]], total, len(rows) > limit)


def tagged(tx: Tx, board_id: str, tag_id: int, *, offset: int, limit: int) -> Page:
    """Give the items carrying a tag, by rising id from an offset."""
    total = tx.number("SELECT COUNT(*) FROM tagged WHERE board = ? AND tag = ?", board_id, tag_id)
    rows = tx.rows(
        "SELECT i.id, i.type, i.parent, i.body FROM tagged t JOIN items i "
        "ON i.board = t.board AND i.id = t.item "
        "WHERE t.board = ? AND t.tag = ? ORDER BY i.id LIMIT ? OFFSET ?",
        board_id,
        tag_id,
        limit,
        offset,
    )
    return Page([_item(row) for row in rows], total, offset + len(rows) < total)


def _filters(
    board_id: str, type_: str | None, parent: int | None, made_by: float | None
) -> tuple[str, list[Any]]:
    where = ["board = ?"]
    values: list[Any] = [board_id]
    for column, value in (("type =", type_), ("parent =", parent), ("created <=", made_by)):
        if value is not None:
            where.append(f"{column} ?")
            values.append(value)
    return " AND ".join(where), values


def _store(tx: Tx, board_id: str, item: Item) -> None:
    tx.run(
        "UPDATE items SET parent = ?, body = ? WHERE board = ? AND id = ?",
        item.parent,
        _packed(item),
        board_id,
        item.id,
    )


def _packed(item: Item) -> str:
    return json.dumps({name: getattr(item, name) for name in _BODY})


def _item(row: tuple[Any, ...]) -> Item:
    return Item(id=row[0], type=row[1], parent=row[2], **json.loads(row[3]))
