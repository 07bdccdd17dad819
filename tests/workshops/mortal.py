"""A process that dies, without being one: from its moment on nothing of it reaches anything."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from tests.workshops.conftest import FakeClock
from tests.workshops.fault_table import Wire, stand_before
from workshops.koosloome import Koosloome
from workshops.settings import load_settings
from workshops.wiring.wires import Wires

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

CHANGING = ("write", "written", "call", "answer")
LOOKING = ("look", "looked")
CHANGES = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class Killed(BaseException):
    """The process is dead. Nothing of the product catches it, as nothing catches SIGKILL."""


class Mortal:
    """The product over a folder, as one process of many; dies at the nth moment of a kind.

    Moments: before and after a write of the ledger, a call that changes something, one that reads.
    """

    def __init__(self, home: Path, clock: FakeClock, *, dies: tuple[str, int] | None) -> None:
        self._dies = dies
        self._dead = False
        self._lock = Lock()
        self._seen: Counter[str] = Counter()
        self.wires = Wires(
            load_settings({"KOOSLOOME_HOME": str(home)}),
            clock=clock,
            sleep=clock.sleep,
            chance=secrets.token_bytes,
            on_call=None,
        )
        self.product = Koosloome(self.wires)
        self.wire: Wire = stand_before(self.wires.sandbox.app, clock)
        self._over_calls()
        self._over_storage()

    def close(self) -> None:
        """Let go of everything."""
        self.wires.close()

    def _comes(self, moment: str) -> None:
        with self._lock:
            self._seen[moment] += 1
            self._dead = self._dead or (moment, self._seen[moment]) == self._dies
            if self._dead:
                raise Killed

    def _over_calls(self) -> None:
        app = self.wires.sandbox.app
        inner = app.wsgi_app

        def between(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
            changes = environ["REQUEST_METHOD"] in CHANGES
            self._comes("call" if changes else "look")
            answer = list(inner(environ, start))
            self._comes("answer" if changes else "looked")
            return answer

        app.wsgi_app = between  # type: ignore[assignment]  # Flask's documented way

    def _over_storage(self) -> None:
        store = self.wires.store
        for name in ("reading", "writing"):
            setattr(store.database, name, self._guarded(getattr(store.database, name)))
        for name in ("open_call", "settle"):
            setattr(store.ledger, name, self._watched(getattr(store.ledger, name)))

    def _guarded(
        self, opens: Callable[[], AbstractContextManager[Session]]
    ) -> Callable[[], AbstractContextManager[Session]]:
        @contextmanager
        def opened() -> Iterator[Session]:
            self._comes("storage")
            with opens() as session:
                yield session

        return opened

    def _watched(self, write: Callable[..., object]) -> Callable[..., object]:
        def watched(*args: object, **named: object) -> object:
            self._comes("write")
            kept = write(*args, **named)
            self._comes("written")
            return kept

        return watched
