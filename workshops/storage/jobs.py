"""Jobs as rows; a claim is one UPDATE, decided by its row count."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Row, Select, Update, insert, or_, select, update

from workshops.records import JobRecord
from workshops.requests_answers import JobKind, JobState
from workshops.storage.database import Database
from workshops.storage.tables import JOBS, WORKSHOPS

OPEN = ("waiting", "running")
MAKING = ("create", "resume")


class SqlJobs:
    """The jobs table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, job: JobRecord) -> None:
        """Keep a job."""
        with self._database.writing() as connection:
            connection.execute(insert(JOBS).values(job_values(job)))

    def get(self, job: str) -> JobRecord | None:
        """Return a job."""
        chosen = select(JOBS).where(JOBS.c.id == job)
        with self._database.reading() as connection:
            row = connection.execute(chosen).one_or_none()
            return _record(row) if row else None

    def latest(self, workshop: str) -> JobRecord | None:
        """Return the newest job of a workshop."""
        chosen = select(JOBS).where(JOBS.c.workshop == workshop)
        with self._database.reading() as connection:
            row = connection.execute(chosen.order_by(JOBS.c.created_at.desc())).first()
            return _record(row) if row else None

    def add_only(self, job: JobRecord) -> JobRecord:
        """Keep a job that makes a workshop's board, unless one waits or runs; return that one."""
        lock = select(WORKSHOPS.c.id).where(WORKSHOPS.c.id == job.workshop).with_for_update()
        with self._database.writing() as connection:
            connection.execute(lock)
            there = connection.execute(_makers(job.workshop)).first()
            if there is not None:
                return _record(there)
            connection.execute(insert(JOBS).values(job_values(job)))
            return job

    def open_of(self, workshop: str) -> JobRecord | None:
        """Return the newest job of a workshop that waits or runs."""
        chosen = select(JOBS).where(JOBS.c.workshop == workshop, JOBS.c.state.in_(OPEN))
        with self._database.reading() as connection:
            row = connection.execute(chosen.order_by(JOBS.c.created_at.desc())).first()
            return _record(row) if row else None

    def maker_of(self, workshop: str) -> JobRecord | None:
        """Return the job that works on a workshop's board, if one waits or runs."""
        with self._database.reading() as connection:
            row = connection.execute(_makers(workshop)).first()
            return _record(row) if row else None

    def claim(self, job: str, owner: str, *, now: datetime, stale: datetime) -> bool:
        """Take a job that nobody has or whose heartbeat is older than `stale`; tell whether."""
        free = or_(JOBS.c.owner.is_(None), JOBS.c.heartbeat < stale)
        change = (
            update(JOBS)
            .where(JOBS.c.id == job, JOBS.c.state.in_(OPEN), free)
            .values(
                owner=owner,
                heartbeat=now,
                state="running",
                attempts=JOBS.c.attempts + 1,
                due_at=None,
                changed_at=now,
            )
        )
        return self._changes(change) == 1

    def owned(self) -> dict[str, str]:
        """Return the owners of the jobs that somebody works on, by job."""
        chosen = select(JOBS.c.id, JOBS.c.owner).where(
            JOBS.c.state.in_(OPEN), JOBS.c.owner.is_not(None)
        )
        with self._database.reading() as connection:
            return {job: owner for job, owner in connection.execute(chosen) if owner is not None}

    def release_dead(self, job: str, owner: str) -> None:
        """Free a job of an owner that is known to live no more."""
        mine = (JOBS.c.id == job, JOBS.c.owner == owner)
        self._changes(update(JOBS).where(*mine).values(owner=None, heartbeat=None))

    def beat(self, job: str, owner: str, now: datetime) -> bool:
        """Say that the owner lives; tell whether the job is still its own and wanted."""
        return self._tell(job, owner, heartbeat=now)

    def report(
        self, job: str, owner: str, *, phase: str, done: int, total: int, now: datetime
    ) -> bool:
        """Note how far a job is, which is a sign of life too; tell as `beat` does."""
        return self._tell(
            job, owner, phase=phase, done=done, total=total, heartbeat=now, changed_at=now
        )

    def _tell(self, job: str, owner: str, **values: str | int | datetime) -> bool:
        wanted = (JOBS.c.id == job, JOBS.c.owner == owner, JOBS.c.cancel_wanted.is_(False))
        return self._changes(update(JOBS).where(*wanted).values(**values)) == 1

    def finish(
        self, job: str, owner: str, state: JobState, error: Mapping[str, Any] | None, now: datetime
    ) -> None:
        """End a job that is the owner's."""
        change = (
            update(JOBS)
            .where(JOBS.c.id == job, JOBS.c.owner == owner)
            .values(
                state=state,
                owner=None,
                heartbeat=None,
                error=None if error is None else dict(error),
                changed_at=now,
            )
        )
        self._changes(change)

    def put_off(
        self, job: str, owner: str, error: Mapping[str, Any], *, due: datetime, now: datetime
    ) -> None:
        """Let a job of the owner's wait until it is due; one nobody wants any more is stopped."""
        mine = (JOBS.c.id == job, JOBS.c.owner == owner)
        free = {"owner": None, "heartbeat": None, "error": dict(error), "changed_at": now}
        with self._database.writing() as connection:
            connection.execute(
                update(JOBS)
                .where(*mine, JOBS.c.cancel_wanted.is_(True))
                .values(state="cancelled", **free)
            )
            connection.execute(
                update(JOBS).where(*mine).values(state="waiting", due_at=due, **free)
            )

    def cancel(self, job: str, now: datetime) -> None:
        """Wish a job stopped; one that nobody has is stopped at once."""
        with self._database.writing() as connection:
            connection.execute(
                update(JOBS)
                .where(JOBS.c.id == job, JOBS.c.state.in_(OPEN))
                .values(cancel_wanted=True, changed_at=now)
            )
            connection.execute(
                update(JOBS)
                .where(JOBS.c.id == job, JOBS.c.state == "waiting", JOBS.c.owner.is_(None))
                .values(state="cancelled")
            )

    def unclaimed(self, stale: datetime, now: datetime) -> tuple[str, ...]:
        """Return jobs that are due and wait for somebody: unclaimed, or left by a dead owner."""
        free: ColumnElement[bool] = or_(JOBS.c.owner.is_(None), JOBS.c.heartbeat < stale)
        due: ColumnElement[bool] = or_(JOBS.c.due_at.is_(None), JOBS.c.due_at <= now)
        chosen = select(JOBS.c.id).where(JOBS.c.state.in_(OPEN), free, due)
        with self._database.reading() as connection:
            return tuple(connection.scalars(chosen.order_by(JOBS.c.created_at)))

    def _changes(self, change: Update) -> int:
        with self._database.writing() as connection:
            return connection.execute(change).rowcount


def job_values(job: JobRecord) -> dict[str, Any]:
    """Return the row of a job, to be added by whoever holds the transaction."""
    values = dict(vars(job))
    values["wanted"] = dict(job.wanted)
    values["error"] = None if job.error is None else dict(job.error)
    return values


def _makers(workshop: str | None) -> Select[Any]:
    """Choose the jobs of a workshop that work on its board and wait or run, oldest first."""
    chosen = select(JOBS).where(
        JOBS.c.workshop == workshop, JOBS.c.state.in_(OPEN), JOBS.c.kind.in_(MAKING)
    )
    return chosen.order_by(JOBS.c.created_at)


def _record(row: Row[Any]) -> JobRecord:
    return JobRecord(
        id=row.id,
        kind=cast("JobKind", row.kind),
        account=row.account,
        workshop=row.workshop,
        state=cast("JobState", row.state),
        created_at=row.created_at,
        changed_at=row.changed_at,
        wanted=row.wanted,
        owner=row.owner,
        heartbeat=row.heartbeat,
        attempts=row.attempts,
        phase=row.phase,
        done=row.done,
        total=row.total,
        error=row.error,
        cancel_wanted=bool(row.cancel_wanted),
        due_at=row.due_at,
    )
