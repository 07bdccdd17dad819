# ruff: noqa: PLC0415  # a command pays only for what it uses: start-up time is promised
"""The verbs that look at a board while it is used."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshops.koosloome.base import Face
from workshops.progress import Progress, silent

if TYPE_CHECKING:
    from workshops.check_answers import CheckAnswer
    from workshops.pictures import PictureKind
    from workshops.requests_answers import Account

PICTURE_WIDTH = 2000


class CheckVerbs(Face):
    """What is done with boards that people work on; each verb takes the acting account first."""

    def check(
        self, account: Account, ref: str, *, repair: bool = False, progress: Progress = silent
    ) -> CheckAnswer:
        """Hold a board against its plan; with `repair` put back first what is missing.

        Raises `NoPlan`, `NotFound`, `BoardUnread`, and with `repair` what `resume` raises.
        """
        wires = self._wires
        if not repair:
            return wires.check.look(account, ref, progress)
        workshop = wires.check.workshop(account, ref)
        job = wires.resume.take(workshop)
        with wires.jobs.held(job.id) as hold:
            repaired = wires.check.put_back(
                account, workshop, progress=hold.progress(progress), wanted=hold.wanted
            )
        return replace(wires.check.look(account, ref, progress), repaired=repaired)

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

        return drawn(marked(answer, lang), kind, width)
