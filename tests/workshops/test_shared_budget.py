"""Two processes share one budget: they take no longer than it lets them, and are never refused."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from miro_sandbox.config import Config
from tests.workshops.conftest import FakeClock
from tests.workshops.crews import Crew, RealClock, miro, states
from tests.workshops.small_board import keep_small, small_plan
from workshops.building import cost
from workshops.koosloome import Koosloome
from workshops.wiring.wires import Wires

BOARDS = 5
BUDGET = 20_000
ENDLESS = 10**9
PATIENCE = 300.0


@pytest.fixture
def clock() -> FakeClock:
    return RealClock()


@pytest.mark.parametrize("window", [8, pytest.param(60, marks=pytest.mark.full)])
def test_five_boards_in_the_windows_that_the_budget_allows(
    open_wires: Callable[..., Wires], home: Path, window: int
) -> None:
    free = Config(credits_per_minute=ENDLESS, window_seconds=2)
    unhindered, _ = made(open_wires, home, "free", free)
    config = Config(credits_per_minute=BUDGET, window_seconds=window)
    taken, refused = made(open_wires, home, "paced", config)
    _, credits_each = cost(small_plan())
    windows = math.ceil(BOARDS * credits_each / BUDGET)
    assert windows == 2
    last_opens = (windows - 1) * window
    assert last_opens <= taken <= last_opens + unhindered + 0.05 * windows * window
    assert refused == 0


def made(
    open_wires: Callable[..., Wires], home: Path, name: str, config: Config
) -> tuple[float, int]:
    """Let two workers make the boards; give the seconds from a window's start, and the 429s."""
    with miro(config) as (address, answered):
        environ = {
            "KOOSLOOME_HOME": str(home),
            "KOOSLOOME_DATABASE_URL": f"sqlite:///{home / name}.sqlite",
            "MIRO_ACCESS_TOKEN": "sandbox-me",
            "MIRO_API_URL": address,
        }
        wires = open_wires(**environ)
        product = Koosloome(wires)
        me = product.account()
        kept = [keep_small(wires).id for _ in range(BOARDS)]
        crew = Crew(environ, 2, Random(1))  # noqa: S311  # nobody dies here
        try:
            time.sleep(3.0)  # both work by now
            time.sleep(config.window_seconds - time.time() % config.window_seconds)
            begun = time.time()
            jobs = [product.submit_resume(me, workshop).id for workshop in kept]
            while states(product, jobs) != {"done"}:
                assert time.time() < begun + PATIENCE, states(product, jobs)
                time.sleep(0.05)
            return time.time() - begun, answered["429"]
        finally:
            crew.end()
