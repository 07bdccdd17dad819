"""Boards and who belongs to them."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from miro_sandbox.state.database import Tx

_COLUMNS = "id, seq, team, owner, created, modified, body"


@dataclass(frozen=True)
class Board:
    """A board: its owner, its times, and in `body` its name, description and policies."""

    id: str
    seq: int
    team: int
    owner: int
    created: float
    modified: float
    body: dict[str, Any]


def new_board_id(seq: int, salt: int) -> str:
    """Give a board id of Miro's look, `uXjV…=`, from a running number and a sandbox's own."""
    scattered = (seq * 0x9E3779B1 + salt) % 2**40
    raw = b"\xb9x\xd5" + scattered.to_bytes(5, "big")
    return base64.urlsafe_b64encode(raw).decode()


def insert(tx: Tx, *, team: int, owner: int, body: dict[str, Any]) -> Board:
    """Add a board; its owner becomes its first member."""
    seq = tx.count_up("board")
    salt = tx.number("SELECT value FROM counters WHERE name = 'salt'")
    board = Board(
        new_board_id(seq, salt),
        seq,
        team,
        owner,
        tx.now,
        tx.now,
        body,
    )
    tx.run(
        f"INSERT INTO boards ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  # own columns
        board.id,
        seq,
        team,
        owner,
        tx.now,
        tx.now,
        json.dumps(body),
    )
    set_role(tx, board.id, owner, "owner")
    return board


def get(tx: Tx, board_id: str) -> Board | None:
    """Give a board, or None."""
    row = tx.row(f"SELECT {_COLUMNS} FROM boards WHERE id = ?", board_id)  # noqa: S608  # own columns
    return _board(row) if row else None


def every(tx: Tx) -> list[Board]:
    """Give all boards in the order they were made."""
    return [_board(row) for row in tx.rows(f"SELECT {_COLUMNS} FROM boards ORDER BY seq")]  # noqa: S608  # own columns


def update(tx: Tx, board: Board, body: dict[str, Any], *, by: int) -> Board:
    """Store a board's new body, modified now."""
    changed = replace(board, body={**body, "modifiedBy": by}, modified=tx.now)
    tx.run(
        "UPDATE boards SET body = ?, modified = ? WHERE id = ?",
        json.dumps(changed.body),
        tx.now,
        board.id,
    )
    return changed


def delete(tx: Tx, board_id: str) -> None:
    """Remove a board with everything on it."""
    for table in ("items", "connectors", "tags", "tagged", "grouped", "files", "members", "visits"):
        tx.run(f"DELETE FROM {table} WHERE board = ?", board_id)  # noqa: S608  # own tables
    tx.run("DELETE FROM boards WHERE id = ?", board_id)


def visit(tx: Tx, board_id: str, person_id: int) -> None:
    """Note that a person opened a board."""
    tx.run("INSERT OR REPLACE INTO visits VALUES (?, ?, ?)", board_id, person_id, tx.now)


def visits(tx: Tx, person_id: int) -> dict[str, float]:
    """Give when the person last opened which board."""
    return dict(tx.rows("SELECT board, at FROM visits WHERE person = ?", person_id))


def role(tx: Tx, board_id: str, person_id: int) -> str | None:
    """Give the person's own role on a board, or None."""
    row = tx.row("SELECT role FROM members WHERE board = ? AND person = ?", board_id, person_id)
    return str(row[0]) if row else None


def roles(tx: Tx, board_id: str) -> list[tuple[int, str]]:
    """Give the members of a board with their roles, oldest person first."""
    return [
        (int(person), str(role))
        for person, role in tx.rows(
            "SELECT person, role FROM members WHERE board = ? ORDER BY person", board_id
        )
    ]


def set_role(tx: Tx, board_id: str, person_id: int, role: str) -> None:
    """Make a person a member with a role, or change the role."""
    tx.run("INSERT OR REPLACE INTO members VALUES (?, ?, ?)", board_id, person_id, role)


def remove_member(tx: Tx, board_id: str, person_id: int) -> bool:
    """Take a person off a board; tell whether there was one."""
    return bool(tx.run("DELETE FROM members WHERE board = ? AND person = ?", board_id, person_id))


def _board(row: tuple[Any, ...]) -> Board:
    id_, seq, team, owner, created, modified, body = row
    return Board(id_, seq, team, owner, created, modified, json.loads(body))
