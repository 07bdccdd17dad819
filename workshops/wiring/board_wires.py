# ruff: noqa: PLC0415  # a command pays only for what it uses: start-up time is promised
"""What the verbs of one board are given: those that make it, look at it and read it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from workshops.wiring.foundations import Foundations

if TYPE_CHECKING:
    from workshops.check import Check
    from workshops.checkpoint import Checkpoint
    from workshops.create import Create
    from workshops.finishing import Finish
    from workshops.harvest import Harvest
    from workshops.keeping import Keeping
    from workshops.knowing import Knowledge
    from workshops.repair import Repair
    from workshops.restore import Restore
    from workshops.resume import Resume
    from workshops.settings import Settings
    from workshops.viewing import Viewing
    from workshops.watch import Watch


class BoardWires(Foundations):
    """The verbs of one board, each made when it is first used."""

    @cached_property
    def create(self) -> Create:
        """The verb create."""
        from workshops.create import Create

        return Create(
            library=self.library,
            store=self.store,
            people=self.people,
            refs=self.refs,
            connect=self.connect,
            clock=self.clock,
            chance=self.chance,
            harvest_page=harvest_page(self.settings),
        )

    @cached_property
    def finish(self) -> Finish:
        """What create and resume share."""
        from workshops.finishing import Finish

        return Finish(
            library=self.library,
            store=self.store,
            people=self.people,
            connect=self.connect,
            clock=self.clock,
            sleep=lambda seconds: self.sleep(seconds),  # noqa: PLW0108  # as it is then
        )

    @cached_property
    def resume(self) -> Resume:
        """The verb resume."""
        from workshops.resume import Resume

        return Resume(self.store, self.jobs, self.clock, self.chance)

    @cached_property
    def knowledge(self) -> Knowledge:
        """Who knows what a board was made of."""
        from workshops.knowing import Knowledge

        return Knowledge(self.library, self.store, self.clock, self.chance)

    @cached_property
    def keeping(self) -> Keeping:
        """Who stores what was read."""
        from workshops.keeping import Keeping

        return Keeping(self.store, self.chance)

    @cached_property
    def viewing(self) -> Viewing:
        """Who reads boards."""
        from workshops.viewing import Viewing

        return Viewing(
            library=self.library,
            people=self.people,
            refs=self.refs,
            connect=self.connect,
            clock=self.clock,
            chance=self.chance,
            knowledge=self.knowledge,
        )

    @cached_property
    def harvest(self) -> Harvest:
        """The verb harvest."""
        from workshops.harvest import Harvest

        return Harvest(
            library=self.library,
            store=self.store,
            clock=self.clock,
            chance=self.chance,
            viewing=self.viewing,
            keeping=self.keeping,
        )

    @cached_property
    def repair(self) -> Repair:
        """Who puts back what is missing."""
        from workshops.repair import Repair

        return Repair(
            store=self.store,
            people=self.people,
            connect=self.connect,
            finish=self.finish,
            sleep=lambda seconds: self.sleep(seconds),  # noqa: PLW0108  # as it is then
        )

    @cached_property
    def check(self) -> Check:
        """The verb check."""
        from workshops.check import Check

        return Check(
            library=self.library,
            store=self.store,
            viewing=self.viewing,
            repair=self.repair,
            clock=self.clock,
        )

    @cached_property
    def checkpoint(self) -> Checkpoint:
        """The verb checkpoint."""
        from workshops.checkpoint import Checkpoint

        return Checkpoint(
            store=self.store, viewing=self.viewing, keeping=self.keeping, clock=self.clock
        )

    @cached_property
    def watch(self) -> Watch:
        """The verb watch."""
        from workshops.watch import Watch

        return Watch(self.checkpoint, lambda seconds: self.sleep(seconds))  # noqa: PLW0108  # as it is then

    @cached_property
    def restore(self) -> Restore:
        """The verb restore."""
        from workshops.putting_back import PuttingBack
        from workshops.restore import Restore

        putting_back = PuttingBack(
            store=self.store,
            people=self.people,
            connect=self.connect,
            clock=self.clock,
            sleep=lambda seconds: self.sleep(seconds),  # noqa: PLW0108  # as it is then
        )
        return Restore(
            library=self.library,
            viewing=self.viewing,
            checkpoint=self.checkpoint,
            putting_back=putting_back,
            clock=self.clock,
        )


def harvest_page(settings: Settings) -> str | None:
    """Return the address that footers lead to; none on a machine nobody else reaches.

    The compact form follows in the fragment, which no server logs.
    """
    return None if settings.public_is_loopback else f"{settings.public_url}/harvest#"
