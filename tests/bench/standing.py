"""The stand-in as the bench sees it: started, asked, ended."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Measured:
    """What came of some work: calls and most of them in flight at the stand-in, and wall time."""

    calls: int
    most: int
    seconds: float


@dataclass
class StandIn:
    """A stand-in at an address, `delay` seconds away."""

    url: str
    delay: float

    def ask(self, what: str) -> Any:  # noqa: ANN401  # JSON of any shape
        """Ask for something of the bench's own."""
        with urlopen(f"{self.url}/_sandbox/bench/{what}") as answer:  # noqa: S310  # our own address
            return json.load(answer)

    def board(self, items: int, frames: int) -> str:
        """Return the id of a board of so many items, the frames among them."""
        return str(self.ask(f"fill?items={items}&frames={frames}"))

    @contextmanager
    def counting(self) -> Iterator[list[Measured]]:
        """Give a list that holds what was measured once the block has ended."""
        self.ask("again")
        found: list[Measured] = []
        began = time.perf_counter()
        yield found
        seconds = time.perf_counter() - began
        figures = self.ask("figures")
        found.append(Measured(figures["calls"], figures["most"], seconds))


@contextmanager
def stand_in(delay: float) -> Iterator[StandIn]:
    """Start a stand-in in a process of its own, so that its work is not ours."""
    process = subprocess.Popen(  # noqa: S603  # our own module
        [sys.executable, "-m", "tests.bench.stand_in", str(delay)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield StandIn(process.stdout.readline().strip(), delay)
        finally:
            process.stdin.close()
