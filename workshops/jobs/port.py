"""What jobs need of storage."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from workshops.records import JobRecord
from workshops.requests_answers import JobState


class JobStore(Protocol):
    """Jobs; the row is the truth, a message in a queue only names it."""

    def add(self, job: JobRecord) -> None:
        """Keep a job."""
        ...

    def get(self, job: str) -> JobRecord | None:
        """Return a job."""
        ...

    def latest(self, workshop: str) -> JobRecord | None:
        """Return the newest job of a workshop."""
        ...

    def open_of(self, workshop: str) -> JobRecord | None:
        """Return the newest job of a workshop that waits or runs."""
        ...

    def maker_of(self, workshop: str) -> JobRecord | None:
        """Return the job that works on a workshop's board, if one waits or runs."""
        ...

    def claim(self, job: str, owner: str, *, now: datetime, stale: datetime) -> bool:
        """Take a job that nobody has or whose heartbeat is older than `stale`; tell whether."""
        ...

    def owned(self) -> Mapping[str, str]:
        """Return the owners of the jobs that somebody works on, by job."""
        ...

    def release_dead(self, job: str, owner: str) -> None:
        """Free a job of an owner that is known to live no more."""
        ...

    def beat(self, job: str, owner: str, now: datetime) -> bool:
        """Say that the owner lives; tell whether the job is still its own and wanted."""
        ...

    def report(
        self, job: str, owner: str, *, phase: str, done: int, total: int, now: datetime
    ) -> bool:
        """Note how far a job is, which is a sign of life too; tell as `beat` does."""
        ...

    def finish(
        self, job: str, owner: str, state: JobState, error: Mapping[str, Any] | None, now: datetime
    ) -> None:
        """End a job that is the owner's."""
        ...

    def put_off(
        self, job: str, owner: str, error: Mapping[str, Any], *, due: datetime, now: datetime
    ) -> None:
        """Let a job of the owner's wait until it is due; one nobody wants any more is stopped."""
        ...

    def cancel(self, job: str, now: datetime) -> None:
        """Wish a job stopped; one that nobody has is stopped at once."""
        ...

    def unclaimed(self, stale: datetime, now: datetime) -> tuple[str, ...]:
        """Return jobs that are due and wait for somebody: unclaimed, or left by a dead owner."""
        ...

    def add_only(self, job: JobRecord) -> JobRecord:
        """Keep a job that makes a workshop's board, unless one waits or runs; return that one."""
        ...
