"""Takes a job, says now and then that its worker lives, and ends it, whatever happens."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Event, Thread

from workshops.errors import (
    BoardUnfinished,
    BoardUnread,
    Cancelled,
    HarvestIncomplete,
    KoosloomeError,
    MiroUnreachable,
    OurFault,
)
from workshops.jobs.owners import Owner, is_dead
from workshops.jobs.port import JobStore
from workshops.ports import Clock
from workshops.progress import Progress, ProgressStep
from workshops.records import JobRecord
from workshops.requests_answers import JobState
from workshops.stored_error import StoredError, error_to_json

BEAT_SECONDS = 5.0
TRIES = 4  # of a worker, in all; whoever waits at a command is told at once
FIRST_WAIT = 30.0  # seconds before the second try, then four times as long each time
FOR_NOW = (BoardUnfinished, BoardUnread, HarvestIncomplete, MiroUnreachable)
STALE_SECONDS = 30.0

log = logging.getLogger(__name__)


class Hold:
    """A job in the hands of this worker."""

    def __init__(
        self,
        job: str,
        owner: str,
        jobs: JobStore,
        now: Callable[[], datetime],
        beat_seconds: float = BEAT_SECONDS,
    ) -> None:
        self.job = job
        self.owner = owner
        self._jobs = jobs
        self._now = now
        self._beat_seconds = beat_seconds
        self._lost = Event()
        self._ended = Event()

    def wanted(self) -> bool:
        """Tell whether the job is still ours and nobody stopped it."""
        return not self._lost.is_set()

    def beat(self) -> None:
        """Say that the worker lives; note when the job is not ours any more or was stopped."""
        if not self._jobs.beat(self.job, self.owner, self._now()):
            self._lost.set()

    def progress(self, also: Progress) -> Progress:
        """Return a progress that the job keeps and `also` is told."""

        def tell(step: ProgressStep) -> None:
            kept = self._jobs.report(
                self.job,
                self.owner,
                phase=step.phase.value,
                done=step.done,
                total=step.total,
                now=self._now(),
            )
            if not kept:
                self._lost.set()
            also(step)

        return tell

    def keep_alive(self) -> None:
        """Beat until `end`; runs in a thread of its own, by the wall clock.

        A database that is away for a moment must not be the end of it: the job would be taken by
        another worker while this one goes on.
        """
        while not self._ended.wait(self._beat_seconds):
            try:
                self.beat()
            except Exception:
                log.exception("A heartbeat failed.", extra={"job": self.job})

    def end(self) -> None:
        """Stop beating."""
        self._ended.set()


class Jobs:
    """Takes jobs for one worker, which says every `beat_seconds` that it lives."""

    def __init__(
        self, jobs: JobStore, clock: Clock, owner: Owner, *, beat_seconds: float = BEAT_SECONDS
    ) -> None:
        self._jobs = jobs
        self._clock = clock
        self._owner = str(owner)
        self._beat_seconds = beat_seconds

    @property
    def owner(self) -> str:
        """This worker, as a job keeps it."""
        return self._owner

    def now(self) -> datetime:
        """Return the time of day."""
        return datetime.fromtimestamp(self._clock.now(), UTC)

    def claim(self, job: JobRecord) -> bool:
        """Take a job that nobody has, or whose worker is dead; tell whether."""
        if job.owner is not None and job.owner != self._owner and is_dead(job.owner):
            self._jobs.release_dead(job.id, job.owner)
        now = self.now()
        stale = now - timedelta(seconds=STALE_SECONDS)
        return self._jobs.claim(job.id, self._owner, now=now, stale=stale)

    def lives(self, job: JobRecord) -> bool:
        """Tell whether a job waits for a worker, or has one that lives as far as can be told."""
        if job.owner is None or job.heartbeat is None:
            return True
        fresh = job.heartbeat >= self.now() - timedelta(seconds=STALE_SECONDS)
        return fresh and not is_dead(job.owner)

    def waiting(self) -> tuple[str, ...]:
        """Return the jobs that are due and that nobody has, or whose worker is dead."""
        for job, owner in self._jobs.owned().items():
            if owner != self._owner and is_dead(owner):
                self._jobs.release_dead(job, owner)
        now = self.now()
        return self._jobs.unclaimed(now - timedelta(seconds=STALE_SECONDS), now)

    @contextmanager
    def held(self, job: str, *, tries: int = 1) -> Iterator[Hold]:
        """Work on a job that is claimed; its end is written down, with the error if any.

        One that failed for now waits for its next try, up to so many `tries` in all.
        """
        hold = Hold(job, self._owner, self._jobs, self.now, self._beat_seconds)
        beating = Thread(target=hold.keep_alive, name=f"heartbeat {job}", daemon=True)
        beating.start()
        log.info("job started", extra={"job": job})
        try:
            yield hold
        except Cancelled as error:
            self._finish(job, "cancelled", error)
            raise
        except KoosloomeError as error:
            if not (isinstance(error, FOR_NOW) and self._put_off(job, error, tries)):
                self._finish(job, "failed", error)
            raise
        except KeyboardInterrupt:
            self._finish(job, "cancelled", Cancelled())
            raise
        except BaseException as error:
            self._finish(job, "failed", OurFault(reason=type(error).__name__))
            raise
        else:
            self._jobs.finish(job, self._owner, "done", None, self.now())
            log.info("job finished", extra={"job": job, "state": "done"})
        finally:
            hold.end()
            beating.join()

    def _put_off(self, job: str, error: KoosloomeError, tries: int) -> bool:
        """Let a job wait longer each time; tell whether it has a try left."""
        record = self._jobs.get(job)
        if record is None or record.attempts >= tries:
            return False
        now = self.now()
        due = now + timedelta(seconds=FIRST_WAIT * 4 ** (record.attempts - 1))
        kept = error_to_json(StoredError.of(error))
        self._jobs.put_off(job, self._owner, kept, due=due, now=now)
        facts = {"job": job, "code": error.code, "due": due.isoformat()}
        log.warning("job put off", extra=facts)
        return True

    def _finish(self, job: str, state: JobState, error: KoosloomeError) -> None:
        kept = error_to_json(StoredError.of(error))
        self._jobs.finish(job, self._owner, state, kept, self.now())
        log.info("job finished", extra={"job": job, "state": state, "code": error.code})
