"""The queue of jobs: its messages are ids only, the job's row is the truth."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from threading import Event, Thread

from huey import Huey, PostgresHuey, RedisHuey, SqliteHuey  # type: ignore[import-untyped]
from huey.consumer import Consumer  # type: ignore[import-untyped]

from workshops.storage.queue_place import QueuePlace

NAME = "koosloome"
SWEEP_SECONDS = 15.0
FIRST_POLL = 0.1
LONGEST_POLL = 1.0
STOP_SECONDS = 10.0

log = logging.getLogger(__name__)


class _QuietConsumer(Consumer):  # type: ignore[misc]  # huey has no types
    """A consumer that leaves the process's signals alone: the server around it has its own."""

    def _set_signal_handlers(self) -> None:
        pass


class Queue:
    """Sends ids to whoever consumes, and consumes.

    `run` does a job; it must cope with an id it has seen before, or that somebody else took.
    `waiting` names jobs that nobody has: a sweep sends them again, since a message can get lost.
    """

    def __init__(
        self, place: QueuePlace, run: Callable[[str], None], waiting: Callable[[], Iterable[str]]
    ) -> None:
        self._huey = _huey(place)
        self._waiting = waiting
        self._task = self._huey.task(name="run_job")(_logged(run))
        self._consumer: Consumer | None = None
        self._stopped = Event()
        self._sweeper: Thread | None = None

    def send(self, job: str) -> None:
        """Send an id."""
        self._task(job)

    def sweep(self) -> int:
        """Send every job again that nobody has; tell how many."""
        jobs = tuple(self._waiting())
        for job in jobs:
            self.send(job)
        return len(jobs)

    def start_consumer(self, threads: int) -> None:
        """Begin to consume in threads of this process; signals stay as they are."""
        if self._consumer is not None:
            return
        self._stopped.clear()
        self._consumer = _QuietConsumer(
            self._huey,
            workers=threads,
            periodic=False,
            initial_delay=FIRST_POLL,
            max_delay=LONGEST_POLL,
            check_worker_health=False,
            shutdown_timeout=STOP_SECONDS,
        )
        self._consumer.start()
        self._sweeper = Thread(target=self._sweep_on, name="sweep of jobs", daemon=True)
        self._sweeper.start()

    def stop_consumer(self) -> None:
        """Stop consuming; a job under way has a few seconds to end, else it is left to a sweep."""
        if self._consumer is None:
            return
        self._stopped.set()
        self._consumer.stop(graceful=True)
        if self._sweeper is not None:
            self._sweeper.join()
        self._consumer, self._sweeper = None, None

    def close(self) -> None:
        """Stop and let go of the storage."""
        self.stop_consumer()
        self._huey.storage.close()

    def _sweep_on(self) -> None:
        while True:
            try:
                self.sweep()
            except Exception:  # a sweep that fails must not be the last one
                log.exception("The sweep of jobs failed.")
            if self._stopped.wait(SWEEP_SECONDS):
                return


def _huey(place: QueuePlace) -> Huey:
    if place.file is not None:
        place.file.parent.mkdir(parents=True, exist_ok=True)
        return SqliteHuey(NAME, filename=str(place.file), results=False, utc=True)
    if place.redis is not None:
        return RedisHuey(NAME, url=place.redis, results=False, utc=True)
    return PostgresHuey(NAME, dsn=place.postgres, results=False, utc=True, blocking=False)


def _logged(run: Callable[[str], None]) -> Callable[[str], None]:
    def run_job(job: str) -> None:
        try:
            run(job)
        except Exception:
            log.exception("Job %s failed.", job)

    return run_job
