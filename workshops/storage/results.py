"""Snapshots and summaries as rows, each with the day it is deleted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Delete, Row, delete, func, insert, select

from workshops.records import SnapshotKind, SnapshotRecord, SummaryRecord
from workshops.storage.database import Database
from workshops.storage.tables import SNAPSHOTS, SUMMARIES, WORKSHOPS


class SqlSnapshots:
    """The snapshots table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, snapshot: SnapshotRecord) -> None:
        """Keep a snapshot."""
        with self._database.writing() as connection:
            values = {**vars(snapshot), "kind": snapshot.kind.value}
            connection.execute(insert(SNAPSHOTS).values(values))

    def get(self, snapshot: str) -> SnapshotRecord | None:
        """Return a snapshot."""
        chosen = select(SNAPSHOTS).where(SNAPSHOTS.c.id == snapshot)
        with self._database.reading() as connection:
            row = connection.execute(chosen).one_or_none()
            return _snapshot(row) if row else None

    def of(self, workshop: str, kinds: Iterable[SnapshotKind]) -> tuple[SnapshotRecord, ...]:
        """Return the snapshots of these kinds, oldest first."""
        wanted = [kind.value for kind in kinds]
        chosen = select(SNAPSHOTS).where(
            SNAPSHOTS.c.workshop == workshop, SNAPSHOTS.c.kind.in_(wanted)
        )
        ordered = chosen.order_by(SNAPSHOTS.c.taken_at, SNAPSHOTS.c.id)
        with self._database.reading() as connection:
            return tuple(_snapshot(row) for row in connection.execute(ordered))

    def delete_due(self, now: datetime) -> int:
        """Delete what is due; tell how many."""
        return _delete(self._database, delete(SNAPSHOTS).where(SNAPSHOTS.c.delete_after <= now))


class SqlSummaries:
    """The summaries table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, summary: SummaryRecord) -> None:
        """Keep a summary."""
        with self._database.writing() as connection:
            connection.execute(insert(SUMMARIES).values(vars(summary)))

    def of(self, workshop: str) -> tuple[SummaryRecord, ...]:
        """Return the summaries of a workshop, oldest first."""
        chosen = select(SUMMARIES).where(SUMMARIES.c.workshop == workshop)
        ordered = chosen.order_by(SUMMARIES.c.made_at, SUMMARIES.c.id)
        with self._database.reading() as connection:
            return tuple(_summary(row) for row in connection.execute(ordered))

    def people_of(self, method: str) -> int:
        """Return how many people hold summaries of a method."""
        people = select(func.count(func.distinct(WORKSHOPS.c.account))).where(
            WORKSHOPS.c.method == method, WORKSHOPS.c.id.in_(select(SUMMARIES.c.workshop))
        )
        with self._database.reading() as connection:
            return int(connection.scalar(people) or 0)

    def delete_due(self, now: datetime) -> int:
        """Delete what is due; tell how many."""
        return _delete(self._database, delete(SUMMARIES).where(SUMMARIES.c.delete_after <= now))


def _delete(database: Database, statement: Delete) -> int:
    with database.writing() as connection:
        return connection.execute(statement).rowcount


def _snapshot(row: Row[Any]) -> SnapshotRecord:
    return SnapshotRecord(
        id=row.id,
        workshop=row.workshop,
        kind=SnapshotKind(row.kind),
        taken_at=row.taken_at,
        content=row.content,
        delete_after=row.delete_after,
    )


def _summary(row: Row[Any]) -> SummaryRecord:
    return SummaryRecord(
        id=row.id,
        workshop=row.workshop,
        snapshot=row.snapshot,
        made_at=row.made_at,
        matched_by=row.matched_by,
        read=row.read,
        counted=row.counted,
        content=row.content,
        delete_after=row.delete_after,
        retold=row.retold,
    )
