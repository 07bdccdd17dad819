"""Run as a process of its own: a door of the product that dies, or waits, at a moment.

Arguments: the door (`cli` or `worker`), the moment (`call`, `answer`, `write`, `written`), which
of them, what happens (`die`, `wait`, or `stop` as by Ctrl + C), and for `cli` the words of the
command.
"""

from __future__ import annotations

import os
import secrets
import signal
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from cli.main import run
from workshops import wiring
from workshops.clocks import WallClock
from workshops.koosloome import Koosloome
from workshops.settings import Settings, load_settings
from workshops.storage.ledger import SqlLedger
from workshops.wiring.wires import Wires

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

CHANGES = {"POST", "PUT", "PATCH", "DELETE"}


class Fate:
    """Counts moments of one kind; at the one meant the process ends, or waits for a file."""

    def __init__(self, moment: str, number: int, what: str) -> None:
        self._moment, self._number, self._what = moment, number, what
        self._seen = 0
        self._lock = Lock()

    def comes(self, moment: str) -> None:
        with self._lock:
            self._seen += moment == self._moment
            meant = moment == self._moment and self._seen == self._number
        if meant and self._what == "stop":
            os.kill(os.getpid(), signal.SIGINT)
            return
        if meant and self._what == "die":
            os.kill(os.getpid(), signal.SIGKILL)
            time.sleep(60)
        if meant:
            home = Path(os.environ["KOOSLOOME_HOME"])
            (home / "held").touch()
            while not (home / "go").exists():
                time.sleep(0.05)


def over_ledger(fate: Fate) -> None:
    """Let the fate see every write of the ledger, before and after."""
    for name in ("open_call", "settle"):
        setattr(SqlLedger, name, _watched(getattr(SqlLedger, name), fate))


def _watched(write: Callable[..., object], fate: Fate) -> Callable[..., object]:
    def watched(*args: object, **named: object) -> object:
        fate.comes("write")
        kept = write(*args, **named)
        fate.comes("written")
        return kept

    return watched


def opened(fate: Fate) -> Callable[..., Koosloome]:
    """Give what opens the product with the fate between it and the sandbox."""

    def open_it(settings: Settings, **_: object) -> Koosloome:
        wires = Wires(
            settings, clock=WallClock(), sleep=time.sleep, chance=secrets.token_bytes, on_call=None
        )
        app = wires.sandbox.app
        inner = app.wsgi_app

        def between(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
            changes = environ["REQUEST_METHOD"] in CHANGES
            if changes:
                fate.comes("call")
            answer = list(inner(environ, start))
            if changes:
                fate.comes("answer")
            return answer

        app.wsgi_app = between  # type: ignore[assignment]  # Flask's documented way
        return Koosloome(wires)

    return open_it


def main() -> int:
    """Run the door."""
    door, moment, number, what, *words = sys.argv[1:]
    fate = Fate(moment, int(number), what)
    over_ledger(fate)
    if door == "worker":
        with opened(fate)(load_settings()) as product:
            product.run_worker(1)
        return 0
    wiring.open_koosloome = opened(fate)  # the door opens it by name
    return run(words, environ=os.environ, stdin=sys.stdin, stdout=sys.stdout, stderr=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
