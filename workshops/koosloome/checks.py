# ruff: noqa: PLC0415  # a command pays only for what it uses: start-up time is promised
"""The verbs that look at a board while it is used."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshops.errors import BeingMade, Unfinished
from workshops.koosloome.base import Face
from workshops.progress import Progress, silent

if TYPE_CHECKING:
    from workshops.check_answers import CheckAnswer, CheckpointView, RestoreAnswer
    from workshops.pictures import PictureKind
    from workshops.records import WorkshopRecord
    from workshops.requests_answers import Account, WorkshopState
    from workshops.watch import Told

PICTURE_WIDTH = 2000


class CheckVerbs(Face):
    """What is done with boards that people work on; each verb takes the acting account first."""

    def check(
        self, account: Account, ref: str, *, repair: bool = False, progress: Progress = silent
    ) -> CheckAnswer:
        """Hold a board against its plan; with `repair` put back first what is missing.

        Raises `NoPlan`, `NotFound`, `BoardUnread`, and with `repair` what `resume` raises, and
        `Unfinished` or `BeingMade` for a board that is not finished yet.
        """
        wires = self._wires
        workshop = wires.check.workshop(account, ref)
        state = wires.views.standing(workshop)
        if not repair:
            return replace(wires.check.look(account, ref, progress), state=state)
        command = f"koosloome board check {workshop.id} --repair"
        self._refuse_unready(workshop, state, command)
        job = wires.resume.take(workshop, command)
        with wires.jobs.held(job.id) as hold:
            repaired = wires.check.put_back(
                account, workshop, progress=hold.progress(progress), wanted=hold.wanted
            )
        return replace(wires.check.look(account, ref, progress), repaired=repaired)

    @staticmethod
    def _refuse_unready(workshop: WorkshopRecord, state: WorkshopState, command: str) -> None:
        """Refuse to mend what was never finished: that is for a resume, and then for `command`."""
        from workshops.workbench import resume_command

        if state == "making":
            raise BeingMade(workshop=workshop.id, command=command)
        if state == "unfinished":
            raise Unfinished(workshop=workshop.id, command=resume_command(workshop.id))

    def checkpoint(
        self, account: Account, ref: str, *, progress: Progress = silent
    ) -> CheckpointView:
        """Keep a board as it is now. Raises `NotFound`, `BoardUnread` and others."""
        return self._wires.checkpoint.take(account, ref, progress)

    def checkpoints(self, account: Account, ref: str) -> tuple[CheckpointView, ...]:
        """Return the checkpoints of a workshop, oldest first."""
        return self._wires.checkpoint.of(self._wires.refs.workshop(account, ref))

    def watch(
        self, account: Account, ref: str, *, every: float, told: Told, times: int | None = None
    ) -> int:
        """Take a checkpoint every so many minutes, until interrupted or `times` were tried.

        Each is `told`, or the error that kept it from being taken; returns how many were kept.
        """
        return self._wires.watch.run(account, ref, every=every, times=times, told=told)

    def restore(
        self,
        account: Account,
        ref: str,
        checkpoint: str,
        *,
        frames: tuple[str, ...] = (),
        progress: Progress = silent,
    ) -> RestoreAnswer:
        """Put notes back that people wrote and that were deleted since a checkpoint.

        `checkpoint` is an id or `latest`; `frames` are keys or titles. Raises `NotFound`,
        `InputFaults`, `BeingMade`, `Unfinished` and others.
        """
        from workshops.restore import Wish

        wires = self._wires
        workshop = wires.refs.workshop(account, ref)
        wish = Wish(wires.restore.named(workshop, checkpoint), frames)
        command = wish.command(workshop.id)
        self._refuse_unready(workshop, wires.views.standing(workshop), command)
        wanted = {"restore": wish.checkpoint, "frames": list(frames), "for": account.id}
        job = wires.resume.take_for(workshop, wanted, command)
        with wires.jobs.held(job.id) as hold:
            return wires.restore.run(
                account, workshop, wish, progress=hold.progress(progress), wanted=hold.wanted
            )

    def check_picture(
        self,
        answer: CheckAnswer,
        lang: str,
        *,
        kind: PictureKind = "svg",
        width: int = PICTURE_WIDTH,
    ) -> bytes:
        """Return the picture of a board with everything marked that is not as planned."""
        from workshops.marked_picture import marked
        from workshops.pictures import drawn

        return drawn(marked(answer, lang, width), kind, width)
