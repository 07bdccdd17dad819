# ruff: noqa: PLC0415  # a command pays only for what it uses: start-up time is promised
"""What every verb is given, each thing made when it is first used."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workshops.wiring.board_wires import BoardWires
from workshops.worlds import World

if TYPE_CHECKING:
    from workshops.demo import Demo, Stage
    from workshops.doctor import Doctor
    from workshops.jobs.queue import Queue
    from workshops.list_workshops import ListWorkshops
    from workshops.remove import Remove
    from workshops.share import Share


class Wires(BoardWires):
    """Everything one process needs, each thing made when it is first used."""

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
            lives=self.jobs.lives,
            clock=self.clock,
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
        from workshops.wiring.opening import queue_address

        place = queue_place(self.settings.database_url, queue_address(self.settings))
        queue = Queue(place, run, self.jobs.waiting)
        self._opened.append(queue.close)
        return queue

    def _stage(self) -> Stage:
        """Return a Koosloome and a sandbox of their own, for a demonstration."""
        from workshops.demo import Stage
        from workshops.koosloome import Koosloome

        folder = tempfile.TemporaryDirectory(prefix="koosloome-demo-")
        home = Path(folder.name)
        settings = replace(
            self.settings,
            home=home,
            given_database_url=None,
            queue_url=None,
            access_token=None,
            api_url=None,
            client_id=None,
            world=World.SANDBOX,
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
