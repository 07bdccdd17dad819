"""Keeps what was read and what came of it, each with the day it is deleted."""

from __future__ import annotations

from harvest.retold import Told
from harvest.snapshot import Snapshot
from workshops import marks
from workshops.deletion import session_day, snapshot_goes, summary_goes
from workshops.ports import Chance, Store
from workshops.records import SnapshotKind, SnapshotRecord, SummaryRecord, WorkshopRecord


class Keeping:
    """Stores snapshots and summaries; confidential texts are cut before anything comes here."""

    def __init__(self, store: Store, chance: Chance) -> None:
        self._store = store
        self._chance = chance

    def snapshot(self, workshop: WorkshopRecord, snapshot: Snapshot, kind: SnapshotKind) -> str:
        """Keep a snapshot; return its id."""
        number = marks.new_id("s", self._chance)
        self._store.snapshots.add(
            SnapshotRecord(
                id=number,
                workshop=workshop.id,
                kind=kind,
                taken_at=snapshot.taken_at,
                content=snapshot.model_dump_json(),
                delete_after=snapshot_goes(snapshot.taken_at),
            )
        )
        return number

    def summary(self, workshop: WorkshopRecord, snapshot: str, told: Told) -> None:
        """Keep a summary of a kept snapshot, its second wording beside it."""
        summary = told.summary
        self._store.summaries.add(
            SummaryRecord(
                id=marks.new_id("h", self._chance),
                workshop=workshop.id,
                snapshot=snapshot,
                made_at=summary.harvested_at,
                matched_by=summary.matched_by,
                read=summary.accounting.read,
                counted=summary.accounting.counted,
                content=summary.to_json(),
                delete_after=summary_goes(summary.harvested_at, session_day(workshop.brief)),
                retold=told.retold.to_json() if told.retold else None,
            )
        )
