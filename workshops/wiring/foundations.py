# ruff: noqa: PLC0415  # a command pays only for what it uses: start-up time is promised
"""What every verb stands on: storage, the sandbox, persons and their tokens, each made late."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from workshops.data_folder import private

if TYPE_CHECKING:
    from board_templates.library import Library
    from miro_client.client import MiroClient
    from workshops.jobs.holding import Jobs
    from workshops.metering import Meter
    from workshops.people import People
    from workshops.ports import Chance, Clock, Sleep
    from workshops.records import AccountRecord
    from workshops.refs import Refs
    from workshops.secrets_at_rest import Vault
    from workshops.settings import Settings
    from workshops.sign_in import SignIn
    from workshops.storage.store import SqlStore
    from workshops.wiring.app import App
    from workshops.wiring.clients import Clients, OnCall
    from workshops.wiring.sandbox import Sandbox

SANDBOX_FILE = "sandbox.sqlite"


class Foundations:
    """What verbs stand on, each thing made when it is first used."""

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

        with suppress(OSError):  # methods can be read without a folder of ours
            private(self.settings.home)
        return Library(self.settings.methods, cache_dir=self.settings.home / "methods-cache")

    @cached_property
    def store(self) -> SqlStore:
        """What is kept."""
        from workshops.wiring.opening import open_database

        store = open_database(self.settings)
        self._opened.append(store.close)
        return store

    @cached_property
    def sandbox(self) -> Sandbox:
        """Our local Miro."""
        from workshops.wiring.opening import open_sandbox

        sandbox = open_sandbox(self.settings, self._new_sandbox)
        self._opened.append(sandbox.close)
        return sandbox

    def _new_sandbox(self) -> Sandbox:
        from workshops.wiring.sandbox import Sandbox

        return Sandbox(
            self._sandbox_file,
            public_url=self.settings.public_url,
            clock=self.clock,
            sleep=self.sleep,
            chance=self.chance,
        )

    @cached_property
    def key(self) -> str:
        """The secret key."""
        from workshops.secrets_at_rest import secret_key

        return secret_key(self.settings, self.chance)

    @cached_property
    def clients(self) -> Clients:
        """Who opens clients."""
        from workshops.wiring.clients import Clients

        return Clients(
            self.settings,
            self.store,
            sessions=lambda: self.sandbox.sessions(),  # noqa: PLW0108  # the sandbox opens late
            vault=lambda: self.vault,
            clock=self.clock,
            sleep=lambda seconds: self.sleep(seconds),  # noqa: PLW0108  # as it is then
            on_call=self._on_call,
            app=self.app,
        )

    @cached_property
    def vault(self) -> Vault:
        """What encrypts stored tokens."""
        from workshops.secrets_at_rest import Vault, machine_key

        return Vault(machine_key(self.settings, self.chance))

    @cached_property
    def app(self) -> App:
        """Our app in Miro."""
        from workshops.wiring.app import App

        return App(self.settings, self.clock, self.sleep)

    @cached_property
    def sign_in(self) -> SignIn:
        """The verbs of signing in and out."""
        from workshops.sign_in import Ports, SignIn

        return SignIn(
            settings=self.settings,
            store=self.store,
            vault=lambda: self.vault,
            ports=Ports(
                visit=self.app.visit,
                oauth=self.app.oauth,
                access=lambda account: self.clients.stored_tokens(account).token(),
            ),
            chance=self.chance,
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
