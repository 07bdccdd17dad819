"""The ledger as rows: calls, written before they are sent, and the items they made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from workshops.records import CallRecord, CallState
from workshops.storage.database import Database
from workshops.storage.tables import CALLS, ITEMS, WORKSHOPS


class SqlLedger:
    """The two ledger tables."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open_call(self, workshop: str, operation: str, keys: Sequence[str], at: datetime) -> int:
        """Write a call down before it is sent; return its number."""
        row = {
            "workshop": workshop,
            "operation": operation,
            "keys": list(keys),
            "state": CallState.SENT.value,
            "sent_at": at,
        }
        with self._database.writing() as connection:
            return int(connection.scalars(insert(CALLS).values(row).returning(CALLS.c.id)).one())

    def settle(
        self, call: int, state: CallState, items: Mapping[str, str | None], *, adopted: bool = False
    ) -> None:
        """Note what came of a call and which planned key became which item; null is gone again."""
        change = update(CALLS).where(CALLS.c.id == call).values(state=state.value)
        with self._database.writing() as connection:
            workshop = connection.scalars(change.returning(CALLS.c.workshop)).one()
            alike = {"workshop": workshop, "call": call, "adopted": adopted}
            rows = [{**alike, "key": key, "item": item} for key, item in items.items()]
            if rows:
                connection.execute(insert(ITEMS), rows)

    def calls(self, workshop: str, states: Iterable[CallState]) -> tuple[CallRecord, ...]:
        """Return the calls in these states, in the order they were written."""
        wanted = [state.value for state in states]
        chosen = select(CALLS).where(CALLS.c.workshop == workshop, CALLS.c.state.in_(wanted))
        with self._database.reading() as connection:
            return tuple(_record(row) for row in connection.execute(chosen.order_by(CALLS.c.id)))

    def items(self, workshop: str) -> dict[str, str]:
        """Return the item ids by planned key."""
        chosen = select(ITEMS.c.key, ITEMS.c.item).where(ITEMS.c.workshop == workshop)
        with self._database.reading() as connection:
            return {key: item for key, item in connection.execute(chosen) if item is not None}

    def gone(self, workshop: str) -> tuple[str, ...]:
        """Return planned keys that were made and are gone from the board."""
        chosen = select(ITEMS.c.key).where(ITEMS.c.workshop == workshop, ITEMS.c.item.is_(None))
        with self._database.reading() as connection:
            return tuple(connection.scalars(chosen.order_by(ITEMS.c.key)))

    def elsewhere(self, board: str, workshop: str) -> frozenset[str]:
        """Return the ids of items that other workshops made on a board."""
        chosen = (
            select(ITEMS.c.item)
            .join(WORKSHOPS, WORKSHOPS.c.id == ITEMS.c.workshop)
            .where(
                WORKSHOPS.c.board_id == board,
                ITEMS.c.workshop != workshop,
                ITEMS.c.item.is_not(None),
            )
        )
        with self._database.reading() as connection:
            return frozenset(item for item in connection.scalars(chosen) if item is not None)

    def adopted(self, workshop: str) -> int:
        """Count the items found on the board after a lost answer."""
        chosen = (
            select(func.count())
            .select_from(ITEMS)
            .where(ITEMS.c.workshop == workshop, ITEMS.c.adopted.is_(True))
        )
        with self._database.reading() as connection:
            return int(connection.scalar(chosen) or 0)

    def lose(self, workshop: str, items: Iterable[str]) -> None:
        """Note that items are gone from the board; their keys stay, so nothing makes them again."""
        change = update(ITEMS).where(ITEMS.c.workshop == workshop, ITEMS.c.item.in_(list(items)))
        with self._database.writing() as connection:
            connection.execute(change.values(item=None))

    def forget(self, workshop: str, keys: Iterable[str]) -> None:
        """Drop planned keys whose items are gone."""
        with self._database.writing() as connection:
            connection.execute(
                delete(ITEMS).where(ITEMS.c.workshop == workshop, ITEMS.c.key.in_(list(keys)))
            )


def _record(row: Row[Any]) -> CallRecord:
    return CallRecord(
        id=row.id,
        workshop=row.workshop,
        operation=row.operation,
        keys=tuple(row.keys),
        state=CallState(row.state),
        sent_at=row.sent_at,
    )
