"""Authorisation codes and the pairs of tokens issued for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from miro_sandbox.state.database import Row, Tx

_COLUMNS = "access, refresh, client, person, scopes, access_expires, refresh_expires"


@dataclass(frozen=True)
class Code:
    """An authorisation code: for which app, person and redirect address."""

    code: str
    client: str
    person: int
    redirect_uri: str
    expires: float


@dataclass(frozen=True)
class Grant:
    """A living pair of tokens; `refresh` is None for apps whose tokens do not expire."""

    access: str
    refresh: str | None
    client: str
    person: int
    scopes: tuple[str, ...]
    access_expires: float | None
    refresh_expires: float | None


def add_code(tx: Tx, code: Code) -> None:
    """Keep a code that was just handed out."""
    tx.run(
        "INSERT INTO codes VALUES (?, ?, ?, ?, ?, 0)",
        code.code,
        code.client,
        code.person,
        code.redirect_uri,
        code.expires,
    )


def take_code(tx: Tx, code: str) -> Code | None:
    """Give a code and use it up; None when unknown, used or older than its time."""
    row = tx.row(
        "SELECT code, client, person, redirect_uri, expires FROM codes "
        "WHERE code = ? AND used = 0 AND expires > ?",
        code,
        tx.now,
    )
    tx.run("UPDATE codes SET used = 1 WHERE code = ?", code)
    return Code(*row) if row else None


def add_grant(tx: Tx, grant: Grant) -> None:
    """Keep a pair of tokens."""
    tx.run(
        "INSERT INTO grants VALUES (?, ?, ?, ?, ?, ?, ?)",
        grant.access,
        grant.refresh,
        grant.client,
        grant.person,
        " ".join(grant.scopes),
        grant.access_expires,
        grant.refresh_expires,
    )


def grant(tx: Tx, access: str) -> Grant | None:
    """Give the pair of a living access token, or None."""
    row = tx.row(
        f"SELECT {_COLUMNS} FROM grants WHERE access = ? "  # noqa: S608  # own columns
        "AND (access_expires IS NULL OR access_expires > ?)",
        access,
        tx.now,
    )
    return _grant(row)


def refreshable(tx: Tx, refresh: str) -> Grant | None:
    """Give the pair of a living refresh token, or None."""
    row = tx.row(
        f"SELECT {_COLUMNS} FROM grants WHERE refresh = ? "  # noqa: S608  # own columns
        "AND (refresh_expires IS NULL OR refresh_expires > ?)",
        refresh,
        tx.now,
    )
    return _grant(row)


def revoke(tx: Tx, access: str) -> bool:
    """End a pair by its access token; tell whether there was one."""
    return bool(tx.run("DELETE FROM grants WHERE access = ?", access))


def _grant(row: Row | None) -> Grant | None:
    if row is None:
        return None
    access, refresh, client, person, scopes, access_expires, refresh_expires = row
    return Grant(
        access, refresh, client, person, tuple(scopes.split()), access_expires, refresh_expires
    )
