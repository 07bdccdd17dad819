"""Groups of items; an item is in one group at most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from miro_sandbox.state.database import Tx


@dataclass(frozen=True)
class Group:
    """A group: its id and its items in the order given."""

    id: int
    items: tuple[int, ...]


def insert(tx: Tx, board_id: str, items: Sequence[int]) -> Group:
    """Make a group; its items leave the groups they were in."""
    group = Group(tx.next_ids()[0], tuple(items))
    for place, item in enumerate(group.items):
        tx.run("DELETE FROM grouped WHERE board = ? AND item = ?", board_id, item)
        tx.run("INSERT INTO grouped VALUES (?, ?, ?, ?)", board_id, group.id, place, item)
    return group


def get(tx: Tx, board_id: str, group_id: int) -> Group | None:
    """Give a group, or None."""
    rows = tx.rows(
        "SELECT item FROM grouped WHERE board = ? AND id = ? ORDER BY place", board_id, group_id
    )
    return Group(group_id, tuple(int(row[0]) for row in rows)) if rows else None


def delete(tx: Tx, board_id: str, group_id: int) -> None:
    """Undo a group; its items stay."""
    tx.run("DELETE FROM grouped WHERE board = ? AND id = ?", board_id, group_id)


def page(tx: Tx, board_id: str, *, after: int, limit: int) -> tuple[list[Group], int, bool]:
    """Give the next groups by rising id, the number of all, and whether more follow."""
    known = every(tx, board_id)
    rest = [group for group in known if group.id > after]
    return rest[:limit], len(known), len(rest) > limit


def every(tx: Tx, board_id: str) -> list[Group]:
    """Give all groups of a board."""
    rows = tx.rows("SELECT DISTINCT id FROM grouped WHERE board = ? ORDER BY id", board_id)
    return [group for row in rows if (group := get(tx, board_id, int(row[0]))) is not None]
