# ruff: noqa: PLC0415  # a command pays only for what it uses: start-up time is promised
"""The verbs of what boards say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from workshops.briefs import language
from workshops.errors import UnknownFormat
from workshops.koosloome.base import Face
from workshops.marks import new_id
from workshops.progress import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from board_templates.plan import Plan
    from board_templates.preview.picture import Picture
    from harvest.reports import FilledIn
    from harvest.summary import Summary
    from workshops.jobs.holding import Hold
    from workshops.pictures import PictureKind
    from workshops.records import JobRecord, WorkshopRecord
    from workshops.requests_answers import (
        Account,
        HarvestAnswer,
        HarvestRequest,
        ReportFile,
        SummaryView,
    )

PICTURE_WIDTH = 2000


class ResultVerbs(Face):
    """What is read from boards; each verb takes the acting account first."""

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

    def summary(
        self,
        account: Account,
        ref: str,
        summary_id: str | None = None,
        *,
        lang: str | None = None,
    ) -> Summary | None:
        """Return a stored summary, the latest unless one is named; nothing when there is none.

        In the words of `lang`, else in those it was made in.
        """
        from harvest.retold import Retold
        from harvest.summary import Summary

        workshop = self._wires.refs.workshop(account, ref)
        kept = self._wires.store.summaries.of(workshop.id)
        chosen = [one for one in kept if summary_id in {None, one.id}]
        if not chosen:
            return None
        summary, said = Summary.from_json(chosen[-1].content), chosen[-1].retold
        retold = Retold.from_json(said) if said and lang is not None else None
        return retold.of(summary) if retold and retold.lang == lang else summary

    def workshop_plan(self, account: Account, ref: str, lang: str | None = None) -> Plan | None:
        """Return the plan of a workshop, nothing for a board that nobody here knows.

        In `lang` if its method can give it, so that labels are those of the reader's language.
        """
        from workshops.plan_json import plan_from_json
        from workshops.reporting import plan_in

        plan = plan_from_json(self._wires.refs.workshop(account, ref).plan)
        if not plan.method:
            return None
        return plan if lang is None else plan_in(self.library, plan, language(lang))

    def summaries(self, account: Account, ref: str) -> tuple[SummaryView, ...]:
        """Return the stored summaries of a workshop, newest first."""
        from workshops.requests_answers import SummaryView

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
        from harvest import reports

        return tuple(report.name for report in reports.all_reports())

    def check_formats(self, names: Iterable[str]) -> None:
        """Tell formats nobody makes before a board is read. Raises `UnknownFormat`."""
        known = self.report_formats()
        for name in names:
            if name not in known:
                raise UnknownFormat(format=name, known=known)

    def report(
        self,
        summary: Summary,
        format: str,  # noqa: A002  # its name at the doors
        lang: str,
        *,
        workshop: str | None = None,
        said: Mapping[str, str] | None = None,
    ) -> ReportFile:
        """Return a summary as a file; `workshop` is the id of the one that was harvested.

        Without it the newest workshop of the method on the board is taken. `said` is what a person
        fills in of the memo and the letter (`link`, `next`, `correct_by`, `reply_by`). Raises
        `UnknownFormat`, or `InputFaults` with all that is wrong in `said`.
        """
        from workshops.reporting import make_report

        self.check_formats((format,))
        records = self._records(summary, workshop)
        return make_report(self.library, summary, format, language(lang), records, said=said)

    def to_fill_in(self, summary: Summary, *, workshop: str | None = None) -> FilledIn:
        """Return what a person may fill in of the memo, as far as it is proposed or known."""
        from workshops.reporting import to_fill_in

        return to_fill_in(self.library, summary, "et", self._records(summary, workshop))

    def check_filled_in(self, said: Mapping[str, str]) -> None:
        """Tell what is wrong in what was filled in before a board is read. Raises `InputFaults`."""
        from harvest.reports import FilledIn
        from workshops.filling import filled_in

        filled_in(said, FilledIn())

    def _records(self, summary: Summary, workshop: str | None) -> tuple[WorkshopRecord, ...]:
        workshops = self._wires.store.workshops
        found = workshops.get(workshop) if workshop else None
        return (found,) if found else tuple(workshops.on_board(summary.board.id))

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
        from workshops.pictures import drawn

        return drawn(self._picture(account, ref, moment), kind, width)

    def frame_pictures(
        self, account: Account, ref: str, *, width: int = PICTURE_WIDTH
    ) -> tuple[bytes, ...]:
        """Return a PNG of each frame of a board as it was read last, the intro frame first."""
        from workshops.pictures import drawn_frames

        return drawn_frames(self._picture(account, ref, "latest"), width)

    def _picture(self, account: Account, ref: str, moment: Literal["latest", "plan"]) -> Picture:
        from board_templates.preview import picture_of_plan
        from harvest.snapshot import Snapshot
        from workshops.pictures import picture_of_snapshot
        from workshops.plan_json import plan_from_json
        from workshops.records import SnapshotKind

        workshop = self._wires.refs.workshop(account, ref)
        kinds = (SnapshotKind.HARVEST, SnapshotKind.CHECKPOINT)
        read = self._wires.store.snapshots.of(workshop.id, kinds) if moment == "latest" else ()
        if read:
            return picture_of_snapshot(Snapshot.model_validate_json(read[-1].content))
        return picture_of_plan(plan_from_json(workshop.plan))

    def _harvest(
        self,
        account: Account,
        ref: str,
        request: HarvestRequest,
        hold: Hold,
        progress: Progress,
    ) -> HarvestAnswer:
        target = self._wires.harvest.target(account, ref)
        state = self._wires.views.standing(target.workshop) if target.workshop else "ready"
        answer = self._wires.harvest.run(
            target, request, progress=hold.progress(progress), wanted=hold.wanted
        )
        return replace(answer, state=state)

    def _harvest_job(
        self, account: Account, ref: str, request: HarvestRequest, *, owner: str | None
    ) -> JobRecord:
        from workshops.records import JobRecord

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
