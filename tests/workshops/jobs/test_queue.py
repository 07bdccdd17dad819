"""Jobs that outlive a request: sent, taken once, done, swept up when somebody died."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from threading import Event
from typing import TYPE_CHECKING

import pytest

from tests.workshops.conftest import FakeClock, request
from tests.workshops.fault_table import Fault, Wire
from workshops.errors import BoardUnfinished, Cancelled, InputFaults, JobNotFound
from workshops.jobs.holding import TRIES
from workshops.jobs.owners import is_dead, this_process
from workshops.jobs.queue import Queue
from workshops.koosloome import Koosloome
from workshops.requests_answers import Account, HarvestRequest, JobView
from workshops.storage.queue_place import QueuePlace, queue_place
from workshops.wiring import opening
from workshops.wiring.wires import Wires

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

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
    koosloome: Koosloome,
    me: Account,
    break_next: Callable[[str], None],
    wires: Wires,
    clock: FakeClock,
) -> None:
    break_next("POST /v2/boards/*/items/bulk#1x400=drop_before")
    job = koosloome.submit_create(me, request())
    waited = []
    for _ in range(TRIES):
        before = clock.now()
        with pytest.raises(BoardUnfinished):
            koosloome.run_job(job.id)
        kept = wires.store.jobs.get(job.id)
        assert kept is not None
        if kept.due_at is not None:
            assert (kept.state, kept.owner) == ("waiting", None)
            assert job.id not in wires.jobs.waiting()
            waited.append(round(kept.due_at.timestamp() - clock.now()))
            clock.sleep(waited[-1])
            assert job.id in wires.jobs.waiting()
        assert clock.now() > before
    assert waited == [30, 120, 480]
    failed = koosloome.job(me, job.id)
    assert failed.state == "failed"
    assert failed.error is not None
    assert failed.error.code == "board_unfinished"
    assert failed.error.facts["command"] == f"koosloome board resume {job.workshop}"
    with wires.sandbox.app.test_client() as client:
        client.delete("/_sandbox/faults")
    koosloome.start_worker(1)
    again = koosloome.submit_resume(me, str(job.workshop))
    assert again.kind == "resume"
    assert ended(koosloome, me, again).state == "done"


def test_a_job_that_failed_for_now_is_tried_again_and_can_be_stopped(
    koosloome: Koosloome, me: Account, break_next: Callable[[str], None], wires: Wires
) -> None:
    break_next("POST /v2/boards/*/items/bulk#1x400=drop_before")
    jobs = [koosloome.submit_create(me, request(new=True)) for _ in range(2)]
    for job in jobs:
        with pytest.raises(BoardUnfinished):
            koosloome.run_job(job.id)
        assert koosloome.job(me, job.id).state == "waiting"
    assert koosloome.cancel_job(me, jobs[1].id).state == "cancelled"
    with wires.sandbox.app.test_client() as client:
        client.delete("/_sandbox/faults")
    koosloome.run_job(jobs[0].id)
    now = koosloome.job(me, jobs[0].id)
    assert (now.state, now.error) == ("done", None)


def test_a_job_is_stopped_while_it_runs(koosloome: Koosloome, me: Account, wires: Wires) -> None:
    job = koosloome.submit_create(me, request())
    wire = Wire(wires.sandbox.app.wsgi_app, FakeClock())

    def cancelling(wire: Wire, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        koosloome.cancel_job(me, job.id)
        return wire.inner(environ, start)

    wires.sandbox.app.wsgi_app = wire  # type: ignore[method-assign,assignment]
    wire.arm(Fault("cancelled", cancelling), "POST /v2/boards/*/items/bulk", 2)
    with pytest.raises(Cancelled):
        koosloome.run_job(job.id)
    assert koosloome.job(me, job.id).state == "cancelled"
    view = koosloome.workshop(me, str(job.workshop))
    assert view.state == "unfinished"
    assert 0 < view.created < view.planned
    assert koosloome.resume(me, view.workshop).created == view.planned


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


def goes_through(place: QueuePlace) -> None:
    """An id that is sent arrives once."""
    done: list[str] = []
    arrived = Event()

    def run(job: str) -> None:
        done.append(job)
        arrived.set()

    queue = Queue(place, run, lambda: ())
    queue.start_consumer(1)
    queue.send("j-one")
    assert arrived.wait(PATIENCE)
    queue.close()
    assert done == ["j-one"]


@pytest.mark.postgres
def test_the_queue_in_postgresql(postgres: str) -> None:
    goes_through(queue_place(postgres))


def test_the_queue_in_redis(redis: str) -> None:
    goes_through(queue_place("sqlite:///anything", redis))


def test_a_board_by_way_of_redis(open_wires: Callable[..., Wires], redis: str) -> None:
    product = Koosloome(open_wires(KOOSLOOME_QUEUE_URL=redis))
    me = product.account()
    job = product.submit_create(me, request())
    product.start_worker(1)
    assert ended(product, me, job).state == "done"
    product.stop_worker()


def test_a_queue_that_cannot_be_reached_loses_no_job(
    open_wires: Callable[..., Wires], koosloome: Koosloome, me: Account
) -> None:
    away = Koosloome(open_wires(KOOSLOOME_QUEUE_URL="redis://127.0.0.1:1/0"))
    job = away.submit_create(me, request())
    assert job.state == "waiting"
    koosloome.start_worker(1)
    assert ended(koosloome, me, job).state == "done"


def test_without_its_package_redis_is_a_wrong_setting(
    open_wires: Callable[..., Wires], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "find_spec", lambda _name: None)
    product = Koosloome(open_wires(KOOSLOOME_QUEUE_URL="redis://127.0.0.1:1/0"))
    with pytest.raises(InputFaults, match=r"koosloome\[redis\]"):
        product.start_worker()


def test_the_owner_of_a_job_that_died_is_known() -> None:
    me = this_process(lambda count: b"\x01" * count)
    assert not is_dead(str(me))
    child = subprocess.Popen([sys.executable, "-c", "pass"])  # our own interpreter
    assert child.wait() == 0
    assert is_dead(f"{me.host}/{child.pid}/00")
    assert not is_dead("another-machine/1/00")
    assert not is_dead("nonsense")
