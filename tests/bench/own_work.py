"""What Koosloome takes for itself: plans, and everything after reading but for the reports."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from board_templates.brief import make_brief
from board_templates.layout import make_plan
from board_templates.library import Library
from tests.bench.crowding import crowded, performed
from workshops.example import read_example

MOST_PEOPLE = 40


@dataclass(frozen=True)
class OwnWork:
    """Seconds a method's harvest takes, by the number of notes."""

    method: str
    seconds: dict[int, float]

    @property
    def order(self) -> float:
        """Its place in a table: what takes the longest comes first."""
        return -self.seconds[max(self.seconds)]


@dataclass(frozen=True)
class Planning:
    """Seconds the plan of a method's example takes, for forty people or as many as it is for."""

    method: str
    items: int
    seconds: float


def timed(work: Callable[[], object], times: int = 1) -> float:
    """Return the seconds that something takes, the best of so many times."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


def harvests(library: Library, methods: Sequence[str], sizes: Sequence[int]) -> Iterator[OwnWork]:
    """Yield what the harvest of each method takes at each size; the first size runs twice."""
    for method in methods:
        performance = performed(library, method)
        found = {}
        for size in sizes:
            board = crowded(performance, size)
            found[size] = timed(partial(board.harvested, library), 2 if size == sizes[0] else 1)
        yield OwnWork(method, found)


def plans(library: Library, methods: Sequence[str]) -> Iterator[Planning]:
    """Yield what the plan of each method takes."""
    for method_id in methods:
        method, example = library.get(method_id), read_example(library.folder(method_id))
        people = min(MOST_PEOPLE, method.identity.people.max)
        values = {**example.brief["et"], "participants": people}
        brief = make_brief(method, library.shared, values, "et")
        work = partial(make_plan, method, library.shared, brief)
        yield Planning(method_id, len(work().items), timed(work, 3))
