"""The verbs of boards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshops.koosloome.base import Face
from workshops.progress import Phase, Progress, ProgressStep, silent

if TYPE_CHECKING:
    from workshops.jobs.holding import Hold
    from workshops.making import Pause
    from workshops.records import WorkshopRecord
    from workshops.requests_answers import (
        Account,
        CreateAnswer,
        CreateRequest,
        Removal,
        RemovalAnswer,
        WorkshopView,
    )


class BoardVerbs(Face):
    """What is done with boards; each verb takes the acting account first."""

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

    def _finish(
        self, workshop: WorkshopRecord, hold: Hold, progress: Progress, pause: Pause | None
    ) -> CreateAnswer:
        current = self._wires.store.workshops.get(workshop.id) or workshop
        return self._wires.finish.run(
            current, progress=hold.progress(progress), wanted=hold.wanted, pause=pause
        )
