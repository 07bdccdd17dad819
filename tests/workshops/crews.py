"""Workers as processes of their own, over a sandbox on a port that counts what it answers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from miro_sandbox.app import create_app
from miro_sandbox.config import Config
from miro_sandbox.server import Server
from miro_sandbox.state import open_state
from tests.workshops.conftest import FakeClock
from workshops.koosloome import Koosloome

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

ROOT = Path(__file__).parents[2]
BETWEEN_DEATHS = (0.4, 2.5)  # seconds


class RealClock(FakeClock):
    """The time of the workers, which are processes of their own."""

    def now(self) -> float:
        return time.time()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


@dataclass
class Counted:
    """Counts the statuses that a server answers with."""

    inner: WSGIApplication
    statuses: Counter[str] = field(default_factory=Counter)

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        def told(status: str, headers: list[tuple[str, str]], exc: object = None) -> object:
            self.statuses[status[:3]] += 1
            return start(status, headers, exc)  # type: ignore[arg-type]  # as it came

        return self.inner(environ, told)  # type: ignore[arg-type]  # as above


@contextmanager
def miro(config: Config) -> Iterator[tuple[str, Counter[str]]]:
    """Answer on a port, with credits; give the address and what was answered."""
    state = open_state(None, clock=time.time)
    counted = Counted(create_app(state, config=config))
    with Server(counted) as server:
        yield server.url, counted.statuses
    state.close()


class Crew:
    """Workers, one of whom dies now and then and is followed by another."""

    def __init__(self, environ: dict[str, str], workers: int, chance: Random) -> None:
        self._environ = environ
        self._chance = chance
        self._workers = [self._begin() for _ in range(workers)]
        self.deaths = 0

    def _begin(self) -> subprocess.Popen[bytes]:
        words = [sys.executable, "-c", "from cli.main import main; main()", "worker"]
        return subprocess.Popen(  # noqa: S603  # our own command
            words,
            cwd=ROOT,
            env={**os.environ, **self._environ},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def one_dies(self) -> None:
        time.sleep(self._chance.uniform(*BETWEEN_DEATHS))
        number = self._chance.randrange(len(self._workers))
        self._workers[number].send_signal(signal.SIGKILL)
        assert self._workers[number].wait(10) == -signal.SIGKILL
        self._workers[number] = self._begin()
        self.deaths += 1

    def end(self) -> None:
        for worker in self._workers:
            worker.terminate()
        for worker in self._workers:
            worker.wait(30)


def states(product: Koosloome, jobs: list[str]) -> set[str]:
    return {product.job(product.account(), job).state for job in jobs}
