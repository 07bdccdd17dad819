"""When what is kept is deleted, and the deleting of what is due (methods, decisions taken)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from workshops.ports import Store

SNAPSHOT_DAYS = 180  # after it was made, if it is never approved
SUMMARY_YEARS = 5


def snapshot_goes(made: datetime) -> datetime:
    """Return when a snapshot is deleted."""
    return made + timedelta(days=SNAPSHOT_DAYS)


def session_day(brief: Mapping[str, object]) -> date | None:
    """Return the day of the session that a brief names."""
    said = brief.get("session_date")
    return date.fromisoformat(str(said)) if said else None


def summary_goes(made: datetime, session: date | None = None) -> datetime:
    """Return when a summary is deleted: years after the session, as the invitation promises.

    Counted from when it was made where no session is known, or one so old that its summary would
    go at once. It is the same day of the year; for 29 February the 28th.
    """
    if session is not None:
        promised = _years_on(datetime.combine(session, time(), UTC))
        if promised > made:
            return promised
    return _years_on(made)


def _years_on(moment: datetime) -> datetime:
    year = moment.year + SUMMARY_YEARS
    try:
        return moment.replace(year=year)
    except ValueError:
        return moment.replace(year=year, day=28)


def delete_due(store: Store, now: datetime) -> int:
    """Delete snapshots and summaries whose day has come; tell how many."""
    return store.snapshots.delete_due(now) + store.summaries.delete_due(now)
