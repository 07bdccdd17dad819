"""Jobs that outlive a request: sent, taken once, done, swept up when somebody died."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from threading import Event

import pytest

from tests.workshops.conftest import request
from workshops.errors import JobNotFound
from workshops.jobs.owners import is_dead, this_process
from workshops.jobs.queue import Queue
from workshops.koosloome import Koosloome
from workshops.requests_answers import Account, HarvestRequest, JobView
from workshops.storage.queue_place import queue_place
from workshops.wiring.wires import Wires

PATIENCE = 20.0


def ended(koosloome: Koosloome, me: Account, job: JobView) -> JobView:
    """Wait until a job has ended."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        now = koosloome.job(me, job.id)
        if now.state not in {"waiting", "running"}:
            return now
        time.sleep(0.05)
    raise AssertionError(koosloome.job(me, job.id))


def test_a_board_and_a_harvest_by_the_worker(koosloome: Koosloome, me: Account) -> None:
    koosloome.start_worker(2)
    job = koosloome.submit_create(me, request())
    assert (job.state, job.kind) == ("waiting", "create")
    assert ended(koosloome, me, job).state == "done"
    view = koosloome.workshop(me, str(job.workshop))
    assert (view.state, view.created) == ("ready", view.planned)
    reading = koosloome.submit_harvest(me, view.workshop, HarvestRequest(attended=3))
    assert ended(koosloome, me, reading).state == "done"
    summary = koosloome.summary(me, view.workshop)
    assert summary is not None
    assert summary.attended == 3


def test_a_failed_job_keeps_its_error_and_is_resumed(
    koosloome: Koosloome, me: Account, break_next: Callable[[str], None], wires: Wires
) -> None:
    break_next("POST /v2/boards/*/items/bulk#1x400=drop_before")
    koosloome.start_worker(1)
    job = koosloome.submit_create(me, request())
    failed = ended(koosloome, me, job)
    assert failed.state == "failed"
    assert failed.error is not None
    assert failed.error.code == "board_unfinished"
    assert failed.error.facts["command"] == f"koosloome board resume {job.workshop}"
    with wires.sandbox.app.test_client() as client:
        client.delete("/_sandbox/faults")
    again = koosloome.submit_resume(me, str(job.workshop))
    assert again.kind == "resume"
    assert ended(koosloome, me, again).state == "done"


def test_a_job_whose_message_was_lost_is_swept_up(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    workshop, job = wires.create.keep(me, request(), owner=None)
    koosloome.start_worker(1)
    view = koosloome.job(me, job.id)
    assert ended(koosloome, me, view).state == "done"
    assert koosloome.workshop(me, workshop.id).state == "ready"


def test_a_cancelled_job_is_not_begun(koosloome: Koosloome, me: Account) -> None:
    job = koosloome.submit_create(me, request())
    assert koosloome.cancel_job(me, job.id).state == "cancelled"
    koosloome.run_job(job.id)
    assert koosloome.job(me, job.id).state == "cancelled"


def test_jobs_of_others_are_not_found(
    koosloome: Koosloome, me: Account, open_wires: Callable[..., Wires]
) -> None:
    job = koosloome.submit_create(me, request())
    stranger = Koosloome(open_wires(MIRO_ACCESS_TOKEN="sandbox-jaan"))
    for ask in (stranger.job, stranger.cancel_job):
        with pytest.raises(JobNotFound):
            ask(stranger.account(), job.id)


def test_submitting_a_resume_twice_gives_one_job(koosloome: Koosloome, me: Account) -> None:
    answer = koosloome.create(me, request())
    first, second = (koosloome.submit_resume(me, answer.workshop) for _ in range(2))
    assert first.id == second.id


@pytest.mark.postgres
def test_the_queue_in_postgresql(postgres: str) -> None:
    done: list[str] = []
    arrived = Event()

    def run(job: str) -> None:
        done.append(job)
        arrived.set()

    queue = Queue(queue_place(postgres), run, lambda: ())
    queue.start_consumer(1)
    queue.send("j-one")
    assert arrived.wait(PATIENCE)
    queue.close()
    assert done == ["j-one"]


def test_the_owner_of_a_job_that_died_is_known() -> None:
    me = this_process(lambda count: b"\x01" * count)
    assert not is_dead(str(me))
    child = subprocess.Popen([sys.executable, "-c", "pass"])  # our own interpreter
    assert child.wait() == 0
    assert is_dead(f"{me.host}/{child.pid}/00")
    assert not is_dead("another-machine/1/00")
    assert not is_dead("nonsense")
