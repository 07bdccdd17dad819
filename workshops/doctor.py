"""The verb: look at what is set up, and say what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Literal

from board_templates.library import Library
from miro_client import errors as miro
from miro_client.models.tokens import TokenContext
from workshops.checkups import machine
from workshops.connecting import Connect
from workshops.deletion import delete_due
from workshops.errors import InputFaults, KoosloomeError, MiroRefused, MiroUnreachable, NotSignedIn
from workshops.faults import N_
from workshops.metering import Meter
from workshops.miro_errors import meaning
from workshops.people import People, account_of
from workshops.ports import Clock, Store
from workshops.queue_checkup import queue
from workshops.records import AccountRecord
from workshops.requests_answers import DoctorLine
from workshops.settings import Settings
from workshops.whose_token import missing_scopes, whose
from workshops.worlds import World

SKEW_SECONDS = 30
NOBODY = N_("nobody is signed in, and no token is set.")
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
        yield from machine(self._settings, self._library)
        yield queue(self._settings)
        try:
            store = self._open_store()
        except Exception as error:  # noqa: BLE001  # whatever a database may raise is the finding
            yield self._no_database(error)
            return
        yield from self._kept(store)
        yield from self._miro()

    def _no_database(self, error: Exception) -> DoctorLine:
        faults = error.faults if isinstance(error, InputFaults) else ()
        reason = str(faults[0].values["reason"]) if faults else type(error).__name__
        facts = {"address": self._settings.database_shown, "reason": reason}
        return DoctorLine(key="database", state="missing", facts=facts)

    def _kept(self, store: Store) -> Iterator[DoctorLine]:
        yield DoctorLine(
            key="database", state="ok", facts={"address": self._settings.database_shown}
        )
        yield DoctorLine(key="migrations", state="ok", facts={"revision": store.revision})
        count = delete_due(store, datetime.fromtimestamp(self._clock.now(), UTC))
        yield DoctorLine(key="due", state="ok", facts={"count": count})

    def _miro(self) -> Iterator[DoctorLine]:
        world = self._people().world()
        yield DoctorLine(key="world", state="ok", facts={"world": world.value})
        yield from self._unfinished()
        if world is World.SANDBOX:
            yield DoctorLine(key="token", state="warning")
        try:
            yield from self._account(self._people().me(), world)
        except miro.MiroError as error:
            yield _trouble(meaning(error))
        except KoosloomeError as error:
            yield _trouble(error)

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
            context = whose(client)
        if world is World.MIRO:
            yield DoctorLine(key="miro", state="ok", facts={"address": account.server})
            name = (context.user.name if context.user else None) or account.name
            yield DoctorLine(key="token", state="ok", facts={"name": name})
            yield _scopes(context)
        team = context.team.name if context.team else None
        facts = {"team": team} if team else {}
        yield DoctorLine(key="team", state="ok" if team else "warning", facts=facts)
        off = round(meter.clock_off)
        state: Literal["ok", "warning"] = "ok" if off <= SKEW_SECONDS else "warning"
        yield DoctorLine(key="clock", state=state, facts={"seconds": max(off, SKEW_SECONDS)})


def _scopes(context: TokenContext) -> DoctorLine:
    if not context.scopes:
        return DoctorLine(key="scopes_untold", state="ok")
    missing = missing_scopes(context)
    shown = missing or context.scopes
    facts = {"scopes": ", ".join(shown)}
    return DoctorLine(key="scopes", state="warning" if missing else "ok", facts=facts)


def _trouble(error: KoosloomeError) -> DoctorLine:
    """Tell a token that is not accepted from a Miro that could not be asked."""
    reason = str(error.facts.get("reason") or (NOBODY if isinstance(error, NotSignedIn) else error))
    if isinstance(error, MiroUnreachable | MiroRefused):
        return DoctorLine(key="miro", state="warning", facts={"reason": reason})
    return DoctorLine(key="token", state="missing", facts={"reason": reason})
