"""Persons and their encrypted tokens, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select, update

from workshops.records import AccountRecord
from workshops.storage.database import Database
from workshops.storage.tables import AccountRow
from workshops.worlds import World

RENEWED = ("name", "miro_user", "team", "secret", "expires_at", "connect_again")


class SqlAccounts:
    """The accounts table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, account: str) -> AccountRecord | None:
        """Return an account."""
        with self._database.reading() as session:
            row = session.get(AccountRow, account)
            return _record(row) if row else None

    def by_key(self, world: World, key: str) -> AccountRecord | None:
        """Return the account that is found by this key."""
        chosen = select(AccountRow).where(AccountRow.world == world.value, AccountRow.key == key)
        with self._database.reading() as session:
            row = session.scalars(chosen).one_or_none()
            return _record(row) if row else None

    def of_user(self, server: str, miro_user: str) -> tuple[AccountRecord, ...]:
        """Return the accounts that are the same person in Miro."""
        chosen = select(AccountRow).where(
            AccountRow.server == server, AccountRow.miro_user == miro_user
        )
        with self._database.reading() as session:
            return tuple(_record(row) for row in session.scalars(chosen.order_by(AccountRow.id)))

    def signed_in(self, world: World) -> tuple[AccountRecord, ...]:
        """Return the accounts that hold a token of their own."""
        chosen = select(AccountRow).where(
            AccountRow.world == world.value, AccountRow.secret.is_not(None)
        )
        with self._database.reading() as session:
            return tuple(_record(row) for row in session.scalars(chosen.order_by(AccountRow.id)))

    def ensure(self, account: AccountRecord) -> AccountRecord:
        """Keep an account unless its key is there; return the one that is kept."""
        kept = self.by_key(account.world, account.key)
        if kept is not None:
            return kept
        chosen = select(AccountRow).where(
            AccountRow.world == account.world.value, AccountRow.key == account.key
        )
        with self._database.writing() as session:
            row = session.scalars(chosen).one_or_none()
            if row is None:
                row = AccountRow(**{**vars(account), "world": account.world.value})
                session.add(row)
            return _record(row)

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
        chosen = select(AccountRow).where(
            AccountRow.world == account.world.value, AccountRow.key == account.key
        )
        with self._database.writing() as session:
            row = session.scalars(chosen.with_for_update()).one_or_none()
            if row is None:
                row = AccountRow(**{**vars(account), "world": account.world.value})
                session.add(row)
            for name in RENEWED:
                setattr(row, name, getattr(account, name))
            return _record(row)

    @contextmanager
    def locked(self, account: str) -> Iterator[LockedRow | None]:
        """Give an account as it is now, nobody else changing it until the end; then it is kept.

        In SQLite everybody else who writes waits as well, so it must not take long.
        """
        with self._database.writing() as session:
            row = session.get(AccountRow, account, with_for_update=True)
            yield LockedRow(row) if row else None

    def _update(self, account: str, **values: str | bytes | float | None) -> None:
        with self._database.writing() as session:
            session.execute(update(AccountRow).where(AccountRow.id == account).values(**values))


class LockedRow:
    """An account that nobody else can change."""

    def __init__(self, row: AccountRow) -> None:
        self._row = row

    @property
    def record(self) -> AccountRecord:
        """The account as it is now."""
        return _record(self._row)

    def keep_secret(self, secret: bytes, expires_at: float | None) -> None:
        """Replace the encrypted token pair."""
        self._row.secret, self._row.expires_at, self._row.connect_again = secret, expires_at, False

    def connect_again(self) -> None:
        """Mark that the person must sign in again."""
        self._row.connect_again = True


def _record(row: AccountRow) -> AccountRecord:
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
