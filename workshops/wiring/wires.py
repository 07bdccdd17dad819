# ruff: noqa: PLC0415  # a command pays only for what it uses: start-up time is promised
"""What every verb is given, each thing made when it is first used."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workshops.worlds import World

if TYPE_CHECKING:
    from board_templates.library import Library
    from miro_client.client import MiroClient
    from workshops.create import Create
    from workshops.demo import Demo, Stage
    from workshops.doctor import Doctor
    from workshops.finishing import Finish
    from workshops.harvest import Harvest
    from workshops.jobs.holding import Jobs
    from workshops.jobs.queue import Queue
    from workshops.list_workshops import ListWorkshops
    from workshops.metering import Meter
    from workshops.people import People
    from workshops.ports import Chance, Clock, Sleep
    from workshops.records import AccountRecord
    from workshops.refs import Refs
    from workshops.remove import Remove
    from workshops.resume import Resume
    from workshops.settings import Settings
    from workshops.share import Share
    from workshops.storage.store import SqlStore
    from workshops.wiring.clients import Clients, OnCall
    from workshops.wiring.sandbox import Sandbox

SANDBOX_FILE = "sandbox.sqlite"


class Wires:
    """Everything one process needs, each thing made when it is first used."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Clock,
        sleep: Sleep,
        chance: Chance,
        on_call: OnCall | None,
        sandbox_in_memory: bool = False,
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.sleep = sleep
        self.chance = chance
        self._on_call = on_call
        self._sandbox_file = None if sandbox_in_memory else settings.home / SANDBOX_FILE
        self._opened: list[Callable[[], None]] = []

    def close(self) -> None:
        """Let go of everything that was opened, the last first."""
        while self._opened:
            self._opened.pop()()

    @cached_property
    def library(self) -> Library:
        """Methods."""
        from board_templates.library import Library

        return Library(self.settings.methods, cache_dir=self.settings.home / "methods-cache")

    @cached_property
    def store(self) -> SqlStore:
        """What is kept."""
        from workshops.storage.store import open_store

        store = open_store(self.settings.database_url)
        self._opened.append(store.close)
        return store

    @cached_property
    def sandbox(self) -> Sandbox:
        """Our local Miro."""
        from workshops.wiring.sandbox import Sandbox

        sandbox = Sandbox(
            self._sandbox_file,
            public_url=self.settings.public_url,
            clock=self.clock,
            sleep=self.sleep,
        )
        self._opened.append(sandbox.close)
        return sandbox

    @cached_property
    def key(self) -> str:
        """The secret key."""
        from workshops.secrets_at_rest import secret_key

        return secret_key(self.settings, self.chance)

    @cached_property
    def clients(self) -> Clients:
        """Who opens clients."""
        from workshops.secrets_at_rest import Vault
        from workshops.wiring.clients import Clients

        return Clients(
            self.settings,
            self.store,
            sessions=lambda: self.sandbox.sessions(),  # noqa: PLW0108  # the sandbox opens late
            vault=lambda: Vault(self.key),
            clock=self.clock,
            sleep=lambda seconds: self.sleep(seconds),  # noqa: PLW0108  # as it is then
            on_call=self._on_call,
        )

    def connect(self, account: AccountRecord, meter: Meter | None = None, /) -> MiroClient:
        """Return a client for an account; the store is opened only now."""
        return self.clients.connect(account, meter)

    @cached_property
    def people(self) -> People:
        """Who acts."""
        from workshops.people import People

        return People(self.settings, self.store.accounts, self.chance, self.connect)

    @cached_property
    def refs(self) -> Refs:
        """Who means what."""
        from workshops.refs import Refs

        return Refs(self.store.workshops, self.people)

    @cached_property
    def jobs(self) -> Jobs:
        """Jobs of this process."""
        from workshops.jobs.holding import Jobs
        from workshops.jobs.owners import this_process

        return Jobs(self.store.jobs, self.clock, this_process(self.chance))

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

        return Doctor(
            settings=self.settings,
            library=self.library,
            open_store=lambda: self.store,
            people=lambda: self.people,
            connect=self.connect,
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
