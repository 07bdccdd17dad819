"""Snapshots and summaries as rows, each with the day it is deleted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, Delete, delete, func, select

from workshops.records import SnapshotKind, SnapshotRecord, SummaryRecord
from workshops.storage.database import Database
from workshops.storage.tables import SnapshotRow, SummaryRow, WorkshopRow


class SqlSnapshots:
    """The snapshots table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, snapshot: SnapshotRecord) -> None:
        """Keep a snapshot."""
        with self._database.writing() as session:
            session.add(SnapshotRow(**{**vars(snapshot), "kind": snapshot.kind.value}))

    def get(self, snapshot: str) -> SnapshotRecord | None:
        """Return a snapshot."""
        with self._database.reading() as session:
            row = session.get(SnapshotRow, snapshot)
            return _snapshot(row) if row else None

    def of(self, workshop: str, kinds: Iterable[SnapshotKind]) -> tuple[SnapshotRecord, ...]:
        """Return the snapshots of these kinds, oldest first."""
        wanted = [kind.value for kind in kinds]
        chosen = select(SnapshotRow).where(
            SnapshotRow.workshop == workshop, SnapshotRow.kind.in_(wanted)
        )
        ordered = chosen.order_by(SnapshotRow.taken_at, SnapshotRow.id)
        with self._database.reading() as session:
            return tuple(_snapshot(row) for row in session.scalars(ordered))

    def delete_due(self, now: datetime) -> int:
        """Delete what is due; tell how many."""
        return _delete(self._database, delete(SnapshotRow).where(SnapshotRow.delete_after <= now))


class SqlSummaries:
    """The summaries table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, summary: SummaryRecord) -> None:
        """Keep a summary."""
        with self._database.writing() as session:
            session.add(SummaryRow(**vars(summary)))

    def of(self, workshop: str) -> tuple[SummaryRecord, ...]:
        """Return the summaries of a workshop, oldest first."""
        chosen = select(SummaryRow).where(SummaryRow.workshop == workshop)
        ordered = chosen.order_by(SummaryRow.made_at, SummaryRow.id)
        with self._database.reading() as session:
            return tuple(_summary(row) for row in session.scalars(ordered))

    def people_of(self, method: str) -> int:
        """Return how many people hold summaries of a method."""
        people = select(func.count(func.distinct(WorkshopRow.account))).where(
            WorkshopRow.method == method, WorkshopRow.id.in_(select(SummaryRow.workshop))
        )
        with self._database.reading() as session:
            return int(session.scalar(people) or 0)

    def delete_due(self, now: datetime) -> int:
        """Delete what is due; tell how many."""
        return _delete(self._database, delete(SummaryRow).where(SummaryRow.delete_after <= now))


def _delete(database: Database, statement: Delete) -> int:
    with database.writing() as session:
        return cast("CursorResult[Any]", session.execute(statement)).rowcount


def _snapshot(row: SnapshotRow) -> SnapshotRecord:
    return SnapshotRecord(
        id=row.id,
        workshop=row.workshop,
        kind=SnapshotKind(row.kind),
        taken_at=row.taken_at,
        content=row.content,
        delete_after=row.delete_after,
    )


def _summary(row: SummaryRow) -> SummaryRecord:
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
