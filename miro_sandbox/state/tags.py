"""Tags of a board and the items that carry them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from miro_sandbox.state.database import Tx


@dataclass(frozen=True)
class Tag:
    """A tag: title, unique on its board, and a colour's name."""

    id: int
    title: str
    colour: str


def insert(tx: Tx, board_id: str, tag: Tag) -> None:
    """Add a tag whose title is free."""
    tx.run("INSERT INTO tags VALUES (?, ?, ?, ?)", board_id, tag.id, tag.title, tag.colour)


def get(tx: Tx, board_id: str, tag_id: int) -> Tag | None:
    """Give a tag, or None."""
    row = tx.row("SELECT id, title, colour FROM tags WHERE board = ? AND id = ?", board_id, tag_id)
    return Tag(*row) if row else None


def titled(tx: Tx, board_id: str, title: str) -> Tag | None:
    """Give the tag with exactly this title (case counts), or None."""
    row = tx.row(
        "SELECT id, title, colour FROM tags WHERE board = ? AND title = ?", board_id, title
    )
    return Tag(*row) if row else None


def every(tx: Tx, board_id: str) -> list[Tag]:
    """Give all tags of a board, oldest first."""
    rows = tx.rows("SELECT id, title, colour FROM tags WHERE board = ? ORDER BY id", board_id)
    return [Tag(*row) for row in rows]


def update(tx: Tx, board_id: str, tag: Tag) -> None:
    """Store a tag's title and colour."""
    tx.run(
        "UPDATE tags SET title = ?, colour = ? WHERE board = ? AND id = ?",
        tag.title,
        tag.colour,
        board_id,
        tag.id,
    )


def delete(tx: Tx, board_id: str, tag_id: int) -> None:
    """Remove a tag, also from every item."""
    tx.run("DELETE FROM tagged WHERE board = ? AND tag = ?", board_id, tag_id)
    tx.run("DELETE FROM tags WHERE board = ? AND id = ?", board_id, tag_id)


def of_item(tx: Tx, board_id: str, item_id: int) -> list[Tag]:
    """Give the tags of an item, oldest tag first."""
    rows = tx.rows(
        "SELECT g.id, g.title, g.colour FROM tagged t JOIN tags g "
        "ON g.board = t.board AND g.id = t.tag WHERE t.board = ? AND t.item = ? ORDER BY g.id",
        board_id,
        item_id,
    )
    return [Tag(*row) for row in rows]


def attach(tx: Tx, board_id: str, item_id: int, tag_id: int) -> None:
    """Put a tag on an item; twice is as once."""
    tx.run("INSERT OR IGNORE INTO tagged VALUES (?, ?, ?)", board_id, item_id, tag_id)


def detach(tx: Tx, board_id: str, item_id: int, tag_id: int) -> bool:
    """Take a tag off an item; tell whether it was there."""
    return bool(
        tx.run(
            "DELETE FROM tagged WHERE board = ? AND item = ? AND tag = ?", board_id, item_id, tag_id
        )
    )


def attachments(tx: Tx, board_id: str) -> list[tuple[int, int]]:
    """Give every pair of item and tag on a board."""
    return [
        (int(item), int(tag))
        for item, tag in tx.rows("SELECT item, tag FROM tagged WHERE board = ?", board_id)
    ]
