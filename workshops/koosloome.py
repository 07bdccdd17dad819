"""The product as the doors see it: one method a verb, nothing decided here."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from board_templates.library import Library
from board_templates.plan import Plan
from board_templates.shared_texts import SharedTexts
from harvest.snapshot import Snapshot
from harvest.summary import Summary
from workshops.briefs import find_method, language, prepare
from workshops.building import cost
from workshops.deletion import delete_due
from workshops.errors import JobNotFound, OurFault, UnknownFormat
from workshops.jobs.holding import Hold
from workshops.jobs.queue import Queue
from workshops.jobs.stored_errors import error_from_json
from workshops.making import Pause
from workshops.marks import new_id
from workshops.people import account_of
from workshops.plan_json import plan_from_json
from workshops.progress import Phase, Progress, ProgressStep, silent
from workshops.records import JobRecord, SnapshotKind, WorkshopRecord
from workshops.requests_answers import (
    Account,
    CreateAnswer,
    CreateRequest,
    DemoAnswer,
    DoctorLine,
    DryRun,
    HarvestAnswer,
    HarvestRequest,
    JobView,
    MethodCheck,
    Removal,
    RemovalAnswer,
    ReportFile,
    ShareAnswer,
    SharedBrief,
    SummaryView,
    WorkshopView,
)
from workshops.settings import Settings
from workshops.worlds import World

if TYPE_CHECKING:
    from workshops.pictures import PictureKind
    from workshops.wiring import Wires
    from workshops.wiring_sandbox import Sandbox

PICTURE_WIDTH = 2000
READ = (SnapshotKind.HARVEST, SnapshotKind.CHECKPOINT)


class Koosloome:
    """The product for one process. Every verb takes the acting account; close it after use."""

    def __init__(self, wires: Wires) -> None:
        self._wires = wires
        self._queue: Queue | None = None

    def close(self) -> None:
        """Stop working and let go of everything that was opened."""
        self.stop_worker()
        self._wires.close()

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()

    @property
    def settings(self) -> Settings:
        """What was set from outside."""
        return self._wires.settings

    @property
    def library(self) -> Library:
        """The methods there are."""
        return self._wires.library

    @property
    def shared(self) -> SharedTexts:
        """The texts and rules all methods share."""
        return self._wires.library.shared

    def secret_key(self) -> str:
        """Return the key of cookies and links; made and kept on a machine of one person."""
        return self._wires.key

    def sandbox(self) -> Sandbox:
        """Return our local Miro: its `state` and its WSGI `app`, for those who show or serve it."""
        return self._wires.sandbox

    # who acts

    def world(self) -> World:
        """Return the world that commands mean."""
        return self._wires.people.world()

    def account(self) -> Account:
        """Return the person of this machine. Raises `NeedsSignIn`."""
        return account_of(self._wires.people.me())

    def account_by_id(self, account_id: str) -> Account:
        """Return an account. Raises `NotSignedIn` when there is none."""
        return account_of(self._wires.people.get(account_id))

    # methods

    def make_plan(self, method: str, values: Mapping[str, Any], lang: str) -> Plan:
        """Return the plan of a brief. Raises `UnknownMethod`, or `InputFaults` with every fault."""
        return prepare(self.library, method, values, lang).plan

    def preview(
        self,
        method: str,
        values: Mapping[str, Any],
        lang: str,
        *,
        kind: PictureKind = "svg",
        width: int = PICTURE_WIDTH,
    ) -> bytes:
        """Return the picture of a board that is only planned. Raises as `make_plan`."""
        from workshops.pictures import drawn_plan  # noqa: PLC0415  # drawing is heavy

        return drawn_plan(self.make_plan(method, values, lang), kind, width)

    def dry_run(self, method: str, values: Mapping[str, Any], lang: str) -> DryRun:
        """Return what making a board would take. Raises as `make_plan`."""
        plan = self.make_plan(method, values, lang)
        calls, credits_ = cost(plan)
        return DryRun(
            method=plan.method,
            version=plan.version,
            lang=plan.lang,
            title=plan.title,
            frames=len(plan.frames),
            items=len(plan.items),
            links=len(plan.links),
            tags=len(plan.tags),
            calls=calls,
            credits=credits_,
        )

    def check_method(self, folder: Path) -> MethodCheck:
        """Return everything that is wrong with a method folder."""
        from workshops.methods import check_method  # noqa: PLC0415  # needs both specialists

        return check_method(self.library, folder)

    # boards

    def create(
        self,
        account: Account,
        request: CreateRequest,
        *,
        progress: Progress = silent,
        pause: Pause | None = None,
    ) -> CreateAnswer:
        """Make a board and return when it stands. Raises `InputFaults`, `Unfinished` and others."""
        progress(ProgressStep(Phase.PLAN, 0, 1))
        wires = self._wires
        workshop, job = wires.create.keep(account, request, owner=wires.jobs.owner)
        with wires.jobs.held(job.id) as hold:
            return self._finish(workshop, hold, progress, pause)

    def resume(
        self,
        account: Account,
        ref: str,
        *,
        progress: Progress = silent,
        pause: Pause | None = None,
    ) -> CreateAnswer:
        """Finish a board. Raises `NotFound`, `BeingMade`, `Unfinished` and others."""
        wires = self._wires
        workshop = wires.refs.workshop(account, ref)
        job = wires.resume.take(workshop)
        with wires.jobs.held(job.id) as hold:
            return self._finish(workshop, hold, progress, pause)

    def workshops(self, account: Account) -> tuple[WorkshopView, ...]:
        """Return what the person made or read, newest first."""
        return self._wires.views.all(account)

    def workshop(self, account: Account, ref: str) -> WorkshopView:
        """Return one workshop. Raises `WorkshopNotFound` or `AmbiguousRef`."""
        return self._wires.views.view(self._wires.refs.workshop(account, ref))

    def removal(self, account: Account, ref: str) -> Removal:
        """Return what removing a workshop would take away; reads the board."""
        return self._wires.remove.what(self._wires.refs.workshop(account, ref))

    def remove(self, account: Account, ref: str) -> RemovalAnswer:
        """Remove a workshop; whoever calls has asked the person. Raises `BeingMade`."""
        return self._wires.remove.do(self._wires.refs.workshop(account, ref))

    # reading

    def harvest(
        self,
        account: Account,
        ref: str,
        request: HarvestRequest,
        *,
        progress: Progress = silent,
    ) -> HarvestAnswer:
        """Read a board. Raises `NotFound`, `HarvestIncomplete` and others."""
        job = self._harvest_job(account, ref, request, owner=self._wires.jobs.owner)
        with self._wires.jobs.held(job.id) as hold:
            return self._harvest(account, ref, request, hold, progress)

    def summary(self, account: Account, ref: str, summary_id: str | None = None) -> Summary | None:
        """Return a stored summary, the latest unless one is named; nothing when there is none."""
        workshop = self._wires.refs.workshop(account, ref)
        kept = self._wires.store.summaries.of(workshop.id)
        chosen = [one for one in kept if summary_id in {None, one.id}]
        return Summary.from_json(chosen[-1].content) if chosen else None

    def summaries(self, account: Account, ref: str) -> tuple[SummaryView, ...]:
        """Return the stored summaries of a workshop, newest first."""
        workshop = self._wires.refs.workshop(account, ref)
        return tuple(
            SummaryView(
                id=one.id,
                at=one.made_at,
                matched_by=one.matched_by,
                read=one.read,
                counted=one.counted,
            )
            for one in reversed(self._wires.store.summaries.of(workshop.id))
        )

    def report_formats(self) -> tuple[str, ...]:
        """Return the formats of reports."""
        from harvest import reports  # noqa: PLC0415  # only who writes reports needs them

        return tuple(report.name for report in reports.all())

    def report(self, summary: Summary, format: str, lang: str) -> ReportFile:  # noqa: A002  # its name at the doors
        """Return a summary as a file. Raises `UnknownFormat`."""
        from workshops.reporting import make_report  # noqa: PLC0415  # as above

        if format not in self.report_formats():
            raise UnknownFormat(format=format, known=self.report_formats())
        return make_report(self.library, summary, format, language(lang))

    def board_picture(
        self,
        account: Account,
        ref: str,
        *,
        kind: PictureKind = "svg",
        width: int = PICTURE_WIDTH,
        moment: Literal["latest", "plan"] = "latest",
    ) -> bytes:
        """Return the picture of a board as it was read last, or as it was planned."""
        from workshops.pictures import drawn_plan, drawn_snapshot  # noqa: PLC0415  # as above

        workshop = self._wires.refs.workshop(account, ref)
        read = self._wires.store.snapshots.of(workshop.id, READ) if moment == "latest" else ()
        if read:
            snapshot = Snapshot.model_validate_json(read[-1].content)
            return drawn_snapshot(snapshot, kind, width)
        return drawn_plan(plan_from_json(workshop.plan), kind, width)

    # handing on

    def share(
        self, method: str, values: Mapping[str, Any], lang: str, *, with_names: bool = False
    ) -> ShareAnswer:
        """Return a template link, or the file that stands for it. Raises as `make_plan`."""
        return self._wires.share.make(method, values, lang, with_names=with_names)

    def open_share(self, text: str) -> SharedBrief:
        """Return what a template link or file carries. Raises `LinkNotFound`, `FaultyShare`."""
        shared = self._wires.share.open(text)
        find_method(self.library, shared.method)
        return shared

    def demo(self, lang: str, folder: Path, *, progress: Progress = silent) -> DemoAnswer:
        """Show the main job from end to end; leaves pictures and a summary in the folder."""
        return self._wires.demo.run(lang, folder, progress)

    def doctor(self) -> tuple[DoctorLine, ...]:
        """Return what is set up and what is missing; what is due is deleted on the way."""
        return self._wires.doctor.look()

    def delete_due(self) -> int:
        """Delete what is due; tell how many."""
        return delete_due(self._wires.store, self._now())

    # jobs

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
        wires = self._wires
        job = wires.store.jobs.get(job_id)
        if job is None or job.state not in {"waiting", "running"} or not wires.jobs.claim(job):
            return
        with wires.jobs.held(job.id) as hold:
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

    # how

    def _finish(
        self, workshop: WorkshopRecord, hold: Hold, progress: Progress, pause: Pause | None
    ) -> CreateAnswer:
        current = self._wires.store.workshops.get(workshop.id) or workshop
        return self._wires.finish.run(
            current, progress=hold.progress(progress), wanted=hold.wanted, pause=pause
        )

    def _harvest(
        self,
        account: Account,
        ref: str,
        request: HarvestRequest,
        hold: Hold,
        progress: Progress,
    ) -> HarvestAnswer:
        target = self._wires.harvest.target(account, ref)
        return self._wires.harvest.run(
            target, request, progress=hold.progress(progress), wanted=hold.wanted
        )

    def _do(self, job: JobRecord, hold: Hold) -> None:
        if job.kind == "harvest":
            wanted = dict(job.wanted)
            ref = str(wanted.pop("ref"))
            account = self.account_by_id(str(wanted.pop("for")))
            self._harvest(account, ref, HarvestRequest(**wanted), hold, silent)
            return
        workshop = self._wires.store.workshops.get(job.workshop or "")
        if workshop is None:
            raise OurFault(reason=f"job {job.id} has no workshop")
        self._finish(workshop, hold, silent, None)

    def _harvest_job(
        self, account: Account, ref: str, request: HarvestRequest, *, owner: str | None
    ) -> JobRecord:
        target = self._wires.harvest.target(account, ref)
        now = self._now()
        job = JobRecord(
            id=new_id("j", self._wires.chance),
            kind="harvest",
            account=target.actor.id,
            workshop=target.workshop.id if target.workshop else None,
            state="running" if owner else "waiting",
            wanted={"ref": ref, "for": account.id, **vars(request)},
            owner=owner,
            heartbeat=now if owner else None,
            attempts=1 if owner else 0,
            created_at=now,
            changed_at=now,
        )
        self._wires.store.jobs.add(job)
        return job

    def _own_job(self, account: Account, job_id: str) -> JobRecord:
        job = self._wires.store.jobs.get(job_id)
        if job is None or job.account not in self._wires.people.acting_for(account):
            raise JobNotFound(job=job_id)
        return job

    def _sent(self, job: JobRecord) -> JobView:
        self._queue_here().send(job.id)
        return _job_view(job)

    def _queue_here(self) -> Queue:
        if self._queue is None:
            self._queue = self._wires.queue(self.run_job)
        return self._queue

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._wires.clock.now(), UTC)


def _job_view(job: JobRecord) -> JobView:
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
