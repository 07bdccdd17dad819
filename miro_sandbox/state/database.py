"""One SQLite file, or memory, behind short transactions that never lose or double a write."""

from __future__ import annotations

import os
import secrets
import sqlite3
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from miro_sandbox.errors import StateError
from miro_sandbox.state.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

FIRST_ID = 3_458_764_500_000_000_000
BUSY_SECONDS = 30.0
SALT_BYTES = 5  # as many as a board id has room for

Row = tuple[Any, ...]
Value = str | int | float | bytes | None


class Tx:
    """One transaction: SQL, the moment it happens at, and the next id."""

    def __init__(self, connection: sqlite3.Connection, now: float) -> None:
        self._connection = connection
        self.now = now

    def run(self, sql: str, *values: Value) -> int:
        """Run one statement; give the number of rows it touched."""
        return self._connection.execute(sql, values).rowcount

    def run_many(self, sql: str, rows: Sequence[Row]) -> None:
        """Run one statement for many rows."""
        self._connection.executemany(sql, rows)

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """Give every row of a query."""
        return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Value) -> Row | None:
        """Give the first row of a query, or None."""
        found: Row | None = self._connection.execute(sql, values).fetchone()
        return found

    def number(self, sql: str, *values: Value) -> int:
        """Give the single number a query answers, 0 when there is none."""
        found = self.row(sql, *values)
        return int(found[0]) if found and found[0] is not None else 0

    def next_ids(self, count: int = 1) -> range:
        """Give fresh ids: 19 digits, rising in the order of creation, as Miro's do."""
        last = self.count_up("id", count)
        return range(FIRST_ID + last - count + 1, FIRST_ID + last + 1)

    def count_up(self, name: str, by: int = 1) -> int:
        """Raise a named counter and give its new value."""
        return self.number(
            "INSERT INTO counters VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET value = value + excluded.value RETURNING value",
            name,
            by,
        )


class State:
    """All the sandbox knows; threads share it, and processes share its file.

    `clock` gives seconds since the epoch, `chance` random bytes. Close it when done.
    """

    def __init__(
        self, path: Path | None, clock: Callable[[], float], chance: Callable[[int], bytes]
    ) -> None:
        self._salt = int.from_bytes(chance(SALT_BYTES), "big")
        self.path = path
        self.clock = clock
        self._lock = threading.RLock()
        self._idle: list[sqlite3.Connection] = []
        self._inherited: list[sqlite3.Connection] = []
        self._process = os.getpid()
        self._memory = self._connect() if path is None else None
        self._prepare()

    def close(self) -> None:
        """Close every connection that is not in use."""
        with self._lock:
            idle, self._idle = self._idle, []
            for connection in idle:
                connection.close()
            if self._memory is not None:
                self._memory.close()
                self._memory = None

    @contextmanager
    def read(self) -> Iterator[Tx]:
        """Give a transaction that only reads; it sees one moment."""
        with self._transaction("BEGIN") as tx:
            yield tx

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """Give a transaction that may write; an exception undoes all of it.

        SQLite refuses to upgrade a reading transaction when another writes; IMMEDIATE never has to.
        """
        with self._transaction("BEGIN IMMEDIATE") as tx:
            yield tx

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Tx]:
        with self._connection() as connection:
            connection.execute(begin)
            try:
                yield Tx(connection, self.clock())
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        if self._memory is not None:
            with self._lock:
                yield self._memory
            return
        self._leave_to_the_parent()
        with self._lock:
            connection = self._idle.pop() if self._idle else None
        connection = connection or self._connect()
        try:
            yield connection
        finally:
            with self._lock:
                self._idle.append(connection)

    def _leave_to_the_parent(self) -> None:
        """In a forked process put the parent's connections aside; SQLite forbids touching them."""
        if self._process != os.getpid():
            self._lock = threading.RLock()
            self._inherited, self._idle = self._idle, []
            self._process = os.getpid()

    def _connect(self) -> sqlite3.Connection:
        name = ":memory:" if self.path is None else str(self.path)
        connection = sqlite3.connect(
            name, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        # NORMAL survives a crash of the process; a sandbox needs no more.
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def _prepare(self) -> None:
        try:
            with self._connection() as connection:
                _switch_to_wal(connection)
                connection.executescript(f"BEGIN IMMEDIATE; {TABLES} {self._salted()} COMMIT;")
        except sqlite3.Error as error:
            self.close()
            raise StateError(str(self.path), str(error)) from error

    def _salted(self) -> str:
        """Set the ids of boards apart from other sandboxes'; where boards are, theirs go on."""
        return (
            "INSERT OR IGNORE INTO counters "  # noqa: S608  # a number of our own
            f"SELECT 'salt', CASE WHEN EXISTS (SELECT 1 FROM boards) THEN 0 ELSE {self._salt} END;"
        )


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    # Changing the journal mode ignores the busy time-out when two processes start at once.
    for _ in range(200):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            time.sleep(0.02)
        else:
            return
    connection.execute("PRAGMA journal_mode = WAL")


def open_state(
    path: Path | None,
    *,
    clock: Callable[[], float] = time.time,
    chance: Callable[[int], bytes] = secrets.token_bytes,
) -> State:
    """Give the sandbox's state: in memory for None, else in the SQLite file, made when missing.

    `chance` gives random bytes: they tell a new sandbox's boards from those of others.
    Raises StateError when the file cannot be opened or is no SQLite file.
    """
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    return State(path, clock, chance)
