"""The verb: finish a board that was not finished."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from workshops.errors import BeingMade
from workshops.jobs.holding import Jobs
from workshops.marks import new_id
from workshops.ports import Chance, Clock, Store
from workshops.records import JobRecord, WorkshopRecord
from workshops.workbench import resume_command


class Resume:
    """Finds or makes the job that finishes a workshop, and takes it."""

    def __init__(self, store: Store, jobs: Jobs, clock: Clock, chance: Chance) -> None:
        self._store = store
        self._jobs = jobs
        self._clock = clock
        self._chance = chance

    def job(self, workshop: WorkshopRecord, wanted: Mapping[str, Any] | None = None) -> JobRecord:
        """Return the job of a workshop that waits or runs, else a new one that nobody has yet.

        `wanted` is what the new one is to do, when that is not to finish the board.
        """
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        fresh = JobRecord(
            id=new_id("j", self._chance),
            kind="resume",
            account=workshop.account,
            workshop=workshop.id,
            state="waiting",
            wanted=dict(wanted or {}),
            created_at=now,
            changed_at=now,
        )
        return self._store.jobs.add_only(fresh)

    def take(self, workshop: WorkshopRecord, command: str | None = None) -> JobRecord:
        """Return the workshop's job, taken.

        Raises `BeingMade` when another worker has it; it names `command`, or else the resume.
        """
        job = self.job(workshop)
        if not self._jobs.claim(job):
            raise BeingMade(workshop=workshop.id, command=command or resume_command(workshop.id))
        return job

    def take_for(
        self, workshop: WorkshopRecord, wanted: Mapping[str, Any], command: str
    ) -> JobRecord:
        """Return a job that does something else than finish the board, taken.

        Raises `BeingMade` when there is another one, which goes first. It names `command`; or the
        resume when nobody works on the other one, since waiting would not end it.
        """
        job = self.job(workshop, wanted)
        same = dict(job.wanted) == dict(wanted)
        if same and self._jobs.claim(job):
            return job
        at_work = job.owner is not None and self._jobs.lives(job)
        again = command if same or at_work else resume_command(workshop.id)
        raise BeingMade(workshop=workshop.id, command=again)
