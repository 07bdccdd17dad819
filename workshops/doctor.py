"""The verb: look at what is set up, and say what is missing."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Literal

from board_templates.errors import BoardTemplatesError
from board_templates.library import Library
from miro_client import errors as miro
from workshops.connecting import Connect
from workshops.deletion import delete_due
from workshops.errors import KoosloomeError
from workshops.metering import Meter
from workshops.miro_errors import said
from workshops.people import People, account_of
from workshops.ports import Clock, Store
from workshops.records import AccountRecord
from workshops.requests_answers import DoctorLine
from workshops.settings import Settings
from workshops.worlds import World

OLDEST = (3, 11)
SKEW_SECONDS = 30
UNFINISHED = frozenset({"making", "unfinished"})


class Doctor:
    """Looks at everything a command may need. `open_store` may fail, and that is an answer too."""

    def __init__(
        self,
        *,
        settings: Settings,
        library: Library,
        open_store: Callable[[], Store],
        people: Callable[[], People],
        connect: Connect,
        clock: Clock,
    ) -> None:
        self._settings = settings
        self._library = library
        self._open_store = open_store
        self._people = people
        self._connect = connect
        self._clock = clock

    def look(self) -> tuple[DoctorLine, ...]:
        """Return what was found, from the machine up to Miro; what is due is deleted on the way."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[DoctorLine]:
        version = platform.python_version()
        new_enough = sys.version_info[:2] >= OLDEST
        yield _line("python", good=new_enough, facts={"version": version})
        yield self._home()
        yield self._methods()
        try:
            store = self._open_store()
        except Exception as error:  # noqa: BLE001  # whatever a database may raise is the finding
            yield self._no_database(error)
            return
        yield from self._kept(store)
        yield from self._miro()

    def _home(self) -> DoctorLine:
        home = self._settings.home
        try:
            home.mkdir(parents=True, exist_ok=True)
            writable = os.access(home, os.W_OK)
        except OSError:
            writable = False
        return _line("home", good=writable, facts={"path": str(home)})

    def _methods(self) -> DoctorLine:
        try:
            count = len(self._library.all())
        except BoardTemplatesError as error:
            return DoctorLine(key="methods", state="missing", facts={"reason": str(error)})
        return DoctorLine(key="methods", state="ok", facts={"count": count})

    def _address(self) -> str:
        """Return the database's address without what may be a password."""
        scheme, _, rest = self._settings.database_url.partition("://")
        return f"{scheme}://{rest.rpartition('@')[2]}"

    def _no_database(self, error: Exception) -> DoctorLine:
        facts = {"address": self._address(), "reason": type(error).__name__}
        return DoctorLine(key="database", state="missing", facts=facts)

    def _kept(self, store: Store) -> Iterator[DoctorLine]:
        yield DoctorLine(key="database", state="ok", facts={"address": self._address()})
        yield DoctorLine(key="migrations", state="ok", facts={"revision": store.revision})
        count = delete_due(store, datetime.fromtimestamp(self._clock.now(), UTC))
        yield DoctorLine(key="due", state="ok", facts={"count": count})

    def _miro(self) -> Iterator[DoctorLine]:
        people = self._people()
        world = people.world()
        yield DoctorLine(key="world", state="ok", facts={"world": world.value})
        yield from self._unfinished()
        if world is World.SANDBOX:
            yield DoctorLine(key="token", state="warning")
        try:
            account = people.me()
            yield from self._account(account, world)
        except KoosloomeError as error:
            yield DoctorLine(key="token", state="missing", facts={"reason": str(error)})
        except miro.MiroError as error:
            yield DoctorLine(key="token", state="missing", facts={"reason": said(error)})

    def _unfinished(self) -> Iterator[DoctorLine]:
        try:
            account = account_of(self._people().me())
        except KoosloomeError:
            return  # said below, with its reason
        own = self._open_store().workshops.of(self._people().acting_for(account))
        count = sum(workshop.state in UNFINISHED for workshop in own)
        if count:
            yield DoctorLine(key="unfinished", state="warning", facts={"count": count})

    def _account(self, account: AccountRecord, world: World) -> Iterator[DoctorLine]:
        meter = Meter(self._clock)
        with self._connect(account, meter) as client:
            context = client.token.context()
        if world is World.MIRO:
            name = (context.user.name if context.user else None) or account.name
            yield DoctorLine(key="token", state="ok", facts={"name": name})
        team = context.team.name if context.team else None
        facts = {"team": team} if team else {}
        yield DoctorLine(key="team", state="ok" if team else "warning", facts=facts)
        off = round(meter.clock_off)
        state: Literal["ok", "warning"] = "ok" if off <= SKEW_SECONDS else "warning"
        yield DoctorLine(key="clock", state=state, facts={"seconds": max(off, SKEW_SECONDS)})


def _line(key: str, *, good: bool, facts: Mapping[str, str]) -> DoctorLine:
    return DoctorLine(key=key, state="ok" if good else "missing", facts=facts)
