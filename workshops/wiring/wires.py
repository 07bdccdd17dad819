# ruff: noqa: PLC0415  # a command pays only for what it uses: start-up time is promised
"""What every verb is given, each thing made when it is first used."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workshops.wiring.foundations import Foundations
from workshops.worlds import World

if TYPE_CHECKING:
    from workshops.create import Create
    from workshops.demo import Demo, Stage
    from workshops.doctor import Doctor
    from workshops.finishing import Finish
    from workshops.harvest import Harvest
    from workshops.jobs.queue import Queue
    from workshops.list_workshops import ListWorkshops
    from workshops.remove import Remove
    from workshops.resume import Resume
    from workshops.settings import Settings
    from workshops.share import Share


class Wires(Foundations):
    """Everything one process needs, each thing made when it is first used."""

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
    def views(self) -> ListWorkshops:
        """The verb list."""
        from workshops.list_workshops import ListWorkshops

        return ListWorkshops(self.store, self.people, self.jobs)

    @cached_property
    def remove(self) -> Remove:
        """The verb remove."""
        from workshops.remove import Remove

        return Remove(
            store=self.store,
            people=self.people,
            connect=self.connect,
            views=self.views,
            clock=self.clock,
        )

    @cached_property
    def harvest(self) -> Harvest:
        """The verb harvest."""
        from workshops.harvest import Harvest
        from workshops.keeping import Keeping
        from workshops.knowing import Knowledge

        return Harvest(
            library=self.library,
            store=self.store,
            people=self.people,
            refs=self.refs,
            connect=self.connect,
            clock=self.clock,
            chance=self.chance,
            knowledge=Knowledge(self.library, self.store, self.clock, self.chance),
            keeping=Keeping(self.store, self.chance),
        )

    @cached_property
    def share(self) -> Share:
        """The verb share."""
        from workshops.share import Share

        settings = self.settings
        return Share(self.library, settings.public_url, loopback=settings.public_is_loopback)

    @cached_property
    def doctor(self) -> Doctor:
        """The verb doctor."""
        from workshops.doctor import Doctor
        from workshops.wiring.app import ONCE

        return Doctor(
            settings=self.settings,
            library=self.library,
            open_store=lambda: self.store,
            people=lambda: self.people,
            connect=lambda account, meter=None: self.clients.connect(account, meter, policy=ONCE),
            clock=self.clock,
        )

    @cached_property
    def demo(self) -> Demo:
        """The verb demo."""
        from workshops.demo import Demo

        return Demo(self.library, self.clock, self._stage)

    def queue(self, run: Callable[[str], None]) -> Queue:
        """Return the queue beside the database; `run` does a job."""
        from workshops.jobs.queue import Queue
        from workshops.storage.queue_place import queue_place

        queue = Queue(queue_place(self.settings.database_url), run, self.jobs.waiting)
        self._opened.append(queue.close)
        return queue

    def _stage(self) -> Stage:
        """Return a Koosloome and a sandbox of their own, for a demonstration."""
        from workshops.demo import Stage
        from workshops.koosloome import Koosloome

        folder = tempfile.TemporaryDirectory(prefix="koosloome-demo-")
        home = Path(folder.name)
        settings = self.settings.model_copy(
            update={
                "home": home,
                "given_database_url": None,
                "access_token": None,
                "api_url": None,
                "client_id": None,
                "world": World.SANDBOX,
            }
        )
        wires = Wires(
            settings,
            clock=self.clock,
            sleep=self.sleep,
            chance=self.chance,
            on_call=None,
            sandbox_in_memory=True,
        )

        def close() -> None:
            wires.close()
            folder.cleanup()

        return Stage(koosloome=Koosloome(wires), perform=wires.sandbox.perform, close=close)


def harvest_page(settings: Settings) -> str | None:
    """Return the address that footers lead to; none on a machine nobody else reaches.

    The compact form follows in the fragment, which no server logs.
    """
    return None if settings.public_is_loopback else f"{settings.public_url}/harvest#"
