"""Whoever holds a job says that it lives, and how it ended, whatever happens."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from threading import enumerate as enumerate_threads

import pytest
from sqlalchemy import text

from tests.workshops.conftest import FakeClock, Told
from tests.workshops.storage.records import NOON, account, job, workshop
from workshops.errors import Cancelled, WorkshopNotFound
from workshops.jobs.holding import STALE_SECONDS, Jobs, log
from workshops.jobs.owners import Owner, this_process
from workshops.progress import Phase, ProgressStep
from workshops.records import JobRecord
from workshops.storage.store import SqlStore, open_store

HERE = this_process(lambda count: b"\x01" * count)
AWAY = Owner("elsewhere", 1, "02")
QUICK = 0.005  # seconds between two beats


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOON.timestamp())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    kept = open_store(f"sqlite:///{tmp_path / 'x.sqlite'}")
    kept.accounts.ensure(account())
    kept.workshops.add(workshop(), job())
    yield kept
    kept.close()


@pytest.fixture
def jobs(store: SqlStore, clock: FakeClock) -> Jobs:
    return Jobs(store.jobs, clock, this_process(lambda count: b"\x01" * count))


def kept(store: SqlStore) -> JobRecord:
    found = store.jobs.get("j-1")
    assert found is not None
    return found


def test_it_ends_well(store: SqlStore, jobs: Jobs) -> None:
    assert jobs.claim(kept(store))
    with jobs.held("j-1") as hold:
        told = Told()
        hold.progress(told)(ProgressStep(Phase.NOTES, 2, 5))
        assert (kept(store).phase, kept(store).done) == ("notes", 2)
        assert told.steps == [ProgressStep(Phase.NOTES, 2, 5)]
        assert hold.wanted()
    assert (kept(store).state, kept(store).owner) == ("done", None)


@pytest.mark.parametrize(
    ("error", "state", "code"),
    [
        (WorkshopNotFound(ref="x"), "failed", "workshop_not_found"),
        (Cancelled(), "cancelled", "cancelled"),
        (KeyboardInterrupt(), "cancelled", "cancelled"),
        (ZeroDivisionError(), "failed", "our_fault"),
    ],
)
def test_it_ends_badly(
    store: SqlStore, jobs: Jobs, error: BaseException, state: str, code: str
) -> None:
    jobs.claim(kept(store))
    with pytest.raises(type(error)), jobs.held("j-1"):
        raise error
    ended = kept(store)
    assert ended.state == state
    assert ended.error is not None
    assert ended.error["code"] == code


def test_it_notices_that_nobody_wants_it_any_more(
    store: SqlStore, jobs: Jobs, clock: FakeClock
) -> None:
    jobs.claim(kept(store))
    with jobs.held("j-1") as hold:
        clock.sleep(5)
        hold.beat()
        assert kept(store).heartbeat == NOON + timedelta(seconds=5)
        assert hold.wanted()
        store.jobs.cancel("j-1", NOON)
        hold.beat()
        assert not hold.wanted()


def test_a_job_of_a_dead_process_is_taken_at_once(store: SqlStore, jobs: Jobs) -> None:
    here = this_process(lambda count: b"\x02" * count)
    dead = Owner(here.host, 2**22 + 5, "00")
    assert Jobs(store.jobs, FakeClock(NOON.timestamp()), dead).claim(kept(store))
    assert not jobs.lives(kept(store))
    assert jobs.waiting() == ("j-1",)
    assert jobs.claim(kept(store))
    assert kept(store).owner == jobs.owner
    assert jobs.lives(kept(store))


def test_a_job_of_a_living_process_is_left_to_it(
    store: SqlStore, jobs: Jobs, clock: FakeClock
) -> None:
    other = Jobs(store.jobs, clock, this_process(lambda count: b"\x03" * count))
    assert other.claim(kept(store))
    assert not jobs.claim(kept(store))
    assert jobs.waiting() == ()
    clock.sleep(31)
    assert jobs.waiting() == ("j-1",)
    assert jobs.claim(kept(store))


def beaten(store: SqlStore, clock: FakeClock) -> None:
    """Wait until the thread has said that the worker lives at this time of the clock."""
    until = time.monotonic() + 20
    while kept(store).heartbeat != datetime.fromtimestamp(clock.now(), UTC):
        assert time.monotonic() < until, "no heartbeat"
        time.sleep(QUICK)


def test_a_long_job_that_beats_is_left_to_its_worker(store: SqlStore, clock: FakeClock) -> None:
    here, other = Jobs(store.jobs, clock, HERE, beat_seconds=QUICK), Jobs(store.jobs, clock, AWAY)
    here.claim(kept(store))
    with here.held("j-1") as hold:
        for _ in range(4):  # in all twice as long as a silent worker is waited for
            clock.sleep(STALE_SECONDS / 2)
            beaten(store, clock)
            assert other.waiting() == ()
            assert not other.claim(kept(store))
        assert hold.wanted()
    assert kept(store).state == "done"


def test_a_long_job_that_does_not_beat_is_taken(store: SqlStore, clock: FakeClock) -> None:
    here, other = Jobs(store.jobs, clock, HERE, beat_seconds=3600), Jobs(store.jobs, clock, AWAY)
    here.claim(kept(store))
    with here.held("j-1") as hold:
        clock.sleep(STALE_SECONDS)
        assert other.waiting() == ()
        clock.sleep(1)
        assert other.waiting() == ("j-1",)
        assert other.claim(kept(store))
        hold.beat()
        assert not hold.wanted()
    assert (kept(store).state, kept(store).owner) == ("running", str(AWAY))


def test_a_database_that_is_away_for_a_moment_does_not_stop_the_heart(
    store: SqlStore, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table of jobs is taken away and brought back under a living worker."""
    failed = Event()
    monkeypatch.setattr(log, "exception", lambda *_args, **_facts: failed.set())
    here = Jobs(store.jobs, clock, HERE, beat_seconds=QUICK)
    here.claim(kept(store))
    with here.held("j-1") as hold:
        rename(store, "jobs", "away")
        assert failed.wait(20)
        rename(store, "away", "jobs")
        clock.sleep(5)
        beaten(store, clock)
        assert hold.wanted()


def rename(store: SqlStore, table: str, name: str) -> None:
    with store.database.writing() as connection:
        connection.execute(text(f"ALTER TABLE {table} RENAME TO {name}"))


def test_a_job_that_has_ended_beats_no_more(store: SqlStore, clock: FakeClock) -> None:
    here = Jobs(store.jobs, clock, HERE, beat_seconds=QUICK)
    here.claim(kept(store))
    with here.held("j-1"):
        [beating] = [one for one in enumerate_threads() if one.name == "heartbeat j-1"]
    assert not beating.is_alive()
