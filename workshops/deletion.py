"""When what is kept is deleted, and the deleting of what is due (methods, decisions taken)."""

from __future__ import annotations

from datetime import datetime, timedelta

from workshops.ports import Store

SNAPSHOT_DAYS = 180  # after it was made, if it is never approved
SUMMARY_DAYS = 5 * 365


def snapshot_goes(made: datetime) -> datetime:
    """Return when a snapshot is deleted."""
    return made + timedelta(days=SNAPSHOT_DAYS)


def summary_goes(made: datetime) -> datetime:
    """Return when a summary is deleted."""
    return made + timedelta(days=SUMMARY_DAYS)


def delete_due(store: Store, now: datetime) -> int:
    """Delete snapshots and summaries whose day has come; tell how many."""
    return store.snapshots.delete_due(now) + store.summaries.delete_due(now)
