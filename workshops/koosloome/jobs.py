# ruff: noqa: PLC0415  # a command pays only for what it uses: start-up time is promised
"""The verbs of work that outlives a request."""

from __future__ import annotations

import logging
import signal
from threading import Event
from typing import TYPE_CHECKING

from workshops.errors import JobNotFound, OurFault
from workshops.koosloome.boards import BoardVerbs
from workshops.koosloome.results import ResultVerbs
from workshops.progress import Phase, ProgressStep, silent

if TYPE_CHECKING:
    from workshops.jobs.holding import Hold
    from workshops.jobs.queue import Queue
    from workshops.records import JobRecord, WorkshopRecord
    from workshops.requests_answers import Account, CreateRequest, HarvestRequest, JobView
    from workshops.wiring.wires import Wires

log = logging.getLogger(__name__)


class JobVerbs(BoardVerbs, ResultVerbs):
    """Jobs, and the worker that does them."""

    def __init__(self, wires: Wires) -> None:
        super().__init__(wires)
        self._queue: Queue | None = None

    def submit_create(self, account: Account, request: CreateRequest) -> JobView:
        """Keep a workshop and its job and return at once. Raises as `create` before it sends."""
        _, job = self._wires.create.keep(account, request, owner=None)
        return self._sent(job)

    def submit_resume(self, account: Account, ref: str) -> JobView:
        """Keep the job that finishes a board, or return the one that does already."""
        job = self._wires.resume.job(self._wires.refs.workshop(account, ref))
        return self._sent(job)

    def submit_harvest(self, account: Account, ref: str, request: HarvestRequest) -> JobView:
        """Keep a job that reads a board. Raises `NotFound` or `AmbiguousRef`."""
        return self._sent(self._harvest_job(account, ref, request, owner=None))

    def job(self, account: Account, job_id: str) -> JobView:
        """Return a job. Raises `JobNotFound`."""
        return _job_view(self._own_job(account, job_id))

    def cancel_job(self, account: Account, job_id: str) -> JobView:
        """Wish a job stopped; one that runs stops after the calls under way."""
        job = self._own_job(account, job_id)
        self._wires.store.jobs.cancel(job.id, self._now())
        return self.job(account, job_id)

    def run_job(self, job_id: str) -> None:
        """Do a job, unless somebody else has it. Raises what the job raises; its row says so."""
        from workshops.jobs.holding import TRIES

        wires = self._wires
        job = wires.store.jobs.get(job_id)
        if job is None or job.state not in {"waiting", "running"} or not wires.jobs.claim(job):
            return
        with wires.jobs.held(job.id, tries=TRIES) as hold:
            self._do(job, hold)

    def start_worker(self, threads: int = 2) -> None:
        """Do jobs in threads of this process; its signals stay as they are."""
        self._queue_here().start_consumer(threads)

    def stop_worker(self) -> None:
        """Stop doing jobs; one that does not end in time is taken up by the next worker."""
        if self._queue is not None:
            self._queue.stop_consumer()

    def run_worker(self, threads: int = 2) -> None:
        """Do jobs until the process is told to end; call it from the main thread."""
        ended = Event()

        def end(_number: int, _frame: object) -> None:
            ended.set()

        before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            self.start_worker(threads)
            ended.wait()
        finally:
            self.stop_worker()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _do(self, job: JobRecord, hold: Hold) -> None:
        from workshops.requests_answers import HarvestRequest

        if job.kind == "harvest":
            wanted = dict(job.wanted)
            ref = str(wanted.pop("ref"))
            account = self.account_by_id(str(wanted.pop("for")))
            self._harvest(account, ref, HarvestRequest(**wanted), hold, silent)
            return
        workshop = self._wires.store.workshops.get(job.workshop or "")
        if workshop is None:
            raise OurFault(reason=f"job {job.id} has no workshop")
        if "restore" in job.wanted:
            self._restore(workshop, job, hold)
        else:
            self._finish(workshop, hold, silent, None)

    def _restore(self, workshop: WorkshopRecord, job: JobRecord, hold: Hold) -> None:
        """Go on with what a killed `restore` had under way."""
        from workshops.restore import Wish

        wish = Wish(str(job.wanted["restore"]), tuple(job.wanted["frames"]))
        account = self.account_by_id(str(job.wanted["for"]))
        self._wires.restore.run(
            account, workshop, wish, progress=hold.progress(silent), wanted=hold.wanted
        )

    def _own_job(self, account: Account, job_id: str) -> JobRecord:
        job = self._wires.store.jobs.get(job_id)
        if job is None or job.account not in self._wires.people.acting_for(account):
            raise JobNotFound(job=job_id)
        return job

    def _sent(self, job: JobRecord) -> JobView:
        try:
            self._queue_here().send(job.id)
        except Exception:  # whatever a queue may raise: the row is kept, and a sweep finds it
            log.exception("The message of job %s could not be sent; a sweep will.", job.id)
        return _job_view(job)

    def _queue_here(self) -> Queue:
        if self._queue is None:
            self._queue = self._wires.queue(self.run_job)
        return self._queue


def _job_view(job: JobRecord) -> JobView:
    from workshops.requests_answers import JobView
    from workshops.stored_error import error_from_json

    step = ProgressStep(Phase(job.phase), job.done, job.total) if job.phase else None
    return JobView(
        id=job.id,
        kind=job.kind,
        workshop=job.workshop,
        state=job.state,
        step=step,
        error=error_from_json(job.error) if job.error else None,
        created_at=job.created_at,
        changed_at=job.changed_at,
    )
