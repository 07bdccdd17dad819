"""Persons and their encrypted tokens, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from workshops.records import AccountRecord
from workshops.storage.database import Database
from workshops.storage.tables import ACCOUNTS
from workshops.worlds import World

RENEWED = ("name", "miro_user", "team", "secret", "expires_at", "connect_again")


class SqlAccounts:
    """The accounts table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, account: str) -> AccountRecord | None:
        """Return an account."""
        chosen = select(ACCOUNTS).where(ACCOUNTS.c.id == account)
        with self._database.reading() as connection:
            row = connection.execute(chosen).one_or_none()
            return _record(row) if row else None

    def by_key(self, world: World, key: str) -> AccountRecord | None:
        """Return the account that is found by this key."""
        chosen = select(ACCOUNTS).where(ACCOUNTS.c.world == world.value, ACCOUNTS.c.key == key)
        with self._database.reading() as connection:
            row = connection.execute(chosen).one_or_none()
            return _record(row) if row else None

    def of_user(self, server: str, miro_user: str) -> tuple[AccountRecord, ...]:
        """Return the accounts that are the same person in Miro."""
        chosen = select(ACCOUNTS).where(
            ACCOUNTS.c.server == server, ACCOUNTS.c.miro_user == miro_user
        )
        with self._database.reading() as connection:
            return tuple(_record(row) for row in connection.execute(chosen.order_by(ACCOUNTS.c.id)))

    def signed_in(self, world: World) -> tuple[AccountRecord, ...]:
        """Return the accounts that hold a token of their own."""
        chosen = select(ACCOUNTS).where(
            ACCOUNTS.c.world == world.value, ACCOUNTS.c.secret.is_not(None)
        )
        with self._database.reading() as connection:
            return tuple(_record(row) for row in connection.execute(chosen.order_by(ACCOUNTS.c.id)))

    def ensure(self, account: AccountRecord) -> AccountRecord:
        """Keep an account unless its key is there; return the one that is kept."""
        kept = self.by_key(account.world, account.key)
        if kept is not None:
            return kept
        chosen = select(ACCOUNTS).where(
            ACCOUNTS.c.world == account.world.value, ACCOUNTS.c.key == account.key
        )
        with self._database.writing() as connection:
            row = connection.execute(chosen).one_or_none()
            if row is not None:
                return _record(row)
            connection.execute(insert(ACCOUNTS).values(_values(account)))
            return account

    def learn(self, account: str, *, miro_user: str | None, team: str | None) -> None:
        """Note who the account is in Miro; what is null is left as it was."""
        known = {"miro_user": miro_user, "team": team}
        news = {name: value for name, value in known.items() if value is not None}
        if news:
            self._update(account, **news)

    def keep_secret(self, account: str, secret: bytes | None, expires_at: float | None) -> None:
        """Replace the encrypted token pair; nothing to remove it."""
        self._update(account, secret=secret, expires_at=expires_at, connect_again=False)

    def connect_again(self, account: str) -> None:
        """Mark that the person must sign in again."""
        self._update(account, connect_again=True)

    def keep_sign_in(self, account: AccountRecord) -> AccountRecord:
        """Keep an account with its token; one of the same key gets the new name and token."""
        chosen = select(ACCOUNTS).where(
            ACCOUNTS.c.world == account.world.value, ACCOUNTS.c.key == account.key
        )
        with self._database.writing() as connection:
            row = connection.execute(chosen.with_for_update()).one_or_none()
            if row is None:
                connection.execute(insert(ACCOUNTS).values(_values(account)))
                return account
            news = {name: getattr(account, name) for name in RENEWED}
            connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == row.id).values(news))
            return replace(_record(row), **news)

    @contextmanager
    def locked(self, account: str) -> Iterator[LockedRow | None]:
        """Give an account as it is now, nobody else changing it until the end; then it is kept.

        In SQLite everybody else who writes waits as well, so it must not take long.
        """
        chosen = select(ACCOUNTS).where(ACCOUNTS.c.id == account)
        with self._database.writing() as connection:
            row = connection.execute(chosen.with_for_update()).one_or_none()
            yield LockedRow(connection, _record(row)) if row else None

    def _update(self, account: str, **values: str | bytes | float | None) -> None:
        with self._database.writing() as connection:
            connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == account).values(**values))


class LockedRow:
    """An account that nobody else can change."""

    def __init__(self, connection: Connection, record: AccountRecord) -> None:
        self._connection = connection
        self._record = record

    @property
    def record(self) -> AccountRecord:
        """The account as it is now."""
        return self._record

    def keep_secret(self, secret: bytes, expires_at: float | None) -> None:
        """Replace the encrypted token pair."""
        self._change({"secret": secret, "expires_at": expires_at, "connect_again": False})

    def connect_again(self) -> None:
        """Mark that the person must sign in again."""
        self._change({"connect_again": True})

    def _change(self, news: dict[str, Any]) -> None:
        mine = ACCOUNTS.c.id == self._record.id
        self._connection.execute(update(ACCOUNTS).where(mine).values(news))
        self._record = replace(self._record, **news)


def _values(account: AccountRecord) -> dict[str, Any]:
    return {**vars(account), "world": account.world.value}


def _record(row: Row[Any]) -> AccountRecord:
    return AccountRecord(
        id=row.id,
        world=World(row.world),
        key=row.key,
        server=row.server,
        name=row.name,
        miro_user=row.miro_user,
        team=row.team,
        secret=row.secret,
        expires_at=row.expires_at,
        connect_again=bool(row.connect_again),
    )
