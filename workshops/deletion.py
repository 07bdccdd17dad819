"""When what is kept is deleted, and the deleting of what is due (methods, decisions taken)."""

from __future__ import annotations

from datetime import datetime, timedelta

from workshops.ports import Store

SNAPSHOT_DAYS = 180  # after it was made, if it is never approved
SUMMARY_YEARS = 5


def snapshot_goes(made: datetime) -> datetime:
    """Return when a snapshot is deleted."""
    return made + timedelta(days=SNAPSHOT_DAYS)


def summary_goes(made: datetime) -> datetime:
    """Return when a summary is deleted: years on, on the same day; for 29 February on the 28th."""
    year = made.year + SUMMARY_YEARS
    try:
        return made.replace(year=year)
    except ValueError:
        return made.replace(year=year, day=28)


def delete_due(store: Store, now: datetime) -> int:
    """Delete snapshots and summaries whose day has come; tell how many."""
    return store.snapshots.delete_due(now) + store.summaries.delete_due(now)
