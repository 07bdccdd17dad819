"""Connectors of a board, kept apart from its items as in Miro."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from miro_sandbox.state.database import Tx


@dataclass(frozen=True)
class Connector:
    """A connector: ends by item id (None when loose), how they sit, and its looks."""

    id: int
    start: int | None
    end: int | None
    start_at: dict[str, Any]
    end_at: dict[str, Any]
    shape: str
    captions: list[dict[str, Any]]
    style: dict[str, Any]
    created: float
    created_by: int
    modified: float
    modified_by: int
    supported: bool = True


_COLUMNS = "id, start_item, end_item, body"
_BODY = (
    "start_at",
    "end_at",
    "shape",
    "captions",
    "style",
    "created",
    "created_by",
    "modified",
    "modified_by",
    "supported",
)


def insert(tx: Tx, board_id: str, connector: Connector) -> None:
    """Add a connector."""
    tx.run(
        "INSERT INTO connectors VALUES (?, ?, ?, ?, ?, ?)",
        board_id,
        connector.id,
        connector.start,
        connector.end,
        connector.created,
        _packed(connector),
    )


def get(tx: Tx, board_id: str, connector_id: int) -> Connector | None:
    """Give a connector, or None."""
    row = tx.row(
        f"SELECT {_COLUMNS} FROM connectors WHERE board = ? AND id = ?",  # noqa: S608  # own columns
        board_id,
        connector_id,
    )
    return _connector(row) if row else None


def update(tx: Tx, board_id: str, connector: Connector, *, by: int) -> Connector:
    """Store a changed connector, modified now."""
    changed = replace(connector, modified=tx.now, modified_by=by)
    tx.run(
        "UPDATE connectors SET start_item = ?, end_item = ?, body = ? WHERE board = ? AND id = ?",
        changed.start,
        changed.end,
        _packed(changed),
        board_id,
        changed.id,
    )
    return changed


def delete(tx: Tx, board_id: str, connector_id: int) -> bool:
    """Remove a connector; tell whether there was one."""
    return bool(tx.run("DELETE FROM connectors WHERE board = ? AND id = ?", board_id, connector_id))


def loosen(tx: Tx, board_id: str, item_id: int) -> None:
    """Take a deleted item off every connector's end; what Miro does here is not confirmed."""
    for column in ("start_item", "end_item"):
        tx.run(
            f"UPDATE connectors SET {column} = NULL WHERE board = ? AND {column} = ?",  # noqa: S608  # own columns
            board_id,
            item_id,
        )


def every(tx: Tx, board_id: str) -> list[Connector]:
    """Give all connectors of a board."""
    rows = tx.rows(f"SELECT {_COLUMNS} FROM connectors WHERE board = ? ORDER BY id", board_id)  # noqa: S608  # own columns
    return [_connector(row) for row in rows]


def page(
    tx: Tx, board_id: str, *, after: int, limit: int, made_by: float | None = None
) -> tuple[list[Connector], int, bool]:
    """Give the next connectors by rising id, the number of all, and whether more follow."""
    newest = tx.now if made_by is None else made_by
    total = tx.number(
        "SELECT COUNT(*) FROM connectors WHERE board = ? AND created <= ?", board_id, newest
    )
    rows = tx.rows(
        f"SELECT {_COLUMNS} FROM connectors WHERE board = ? AND created <= ? AND id > ? "  # noqa: S608  # own columns
        "ORDER BY id LIMIT ?",
        board_id,
        newest,
        after,
        limit + 1,
    )
    return [_connector(row) for row in rows[:limit]], total, len(rows) > limit


def _packed(connector: Connector) -> str:
    return json.dumps({name: getattr(connector, name) for name in _BODY})


def _connector(row: tuple[Any, ...]) -> Connector:
    return Connector(id=row[0], start=row[1], end=row[2], **json.loads(row[3]))
