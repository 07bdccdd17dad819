"""Three workers on PostgreSQL share boards and one budget, and die at random: every board once."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from miro_sandbox.config import Config
from tests.workshops.conftest import FakeClock
from tests.workshops.crews import Crew, RealClock, miro, states
from tests.workshops.small_board import assert_as_planned, keep_small
from workshops.koosloome import Koosloome
from workshops.wiring.wires import Wires

ROOT = Path(__file__).parents[2]
WORKERS = 3
BETWEEN_DEATHS = (0.4, 2.5)  # seconds
pytestmark = pytest.mark.postgres


@pytest.fixture
def clock() -> FakeClock:
    return RealClock()


@pytest.mark.parametrize(
    ("boards", "deaths", "config", "patience"),
    [
        pytest.param(6, 3, Config(credits_per_minute=40_000, window_seconds=5), 120, id="6"),
        pytest.param(60, 40, Config(), 1_500, id="60", marks=pytest.mark.full),
    ],
)
@pytest.mark.parametrize("seed", [7])
def test_every_board_is_made_once_however_many_workers_die(  # noqa: PLR0917  # the table's columns
    open_wires: Callable[..., Wires],
    empty_postgres: str,
    home: Path,
    boards: int,
    deaths: int,
    config: Config,
    patience: float,
    seed: int,
) -> None:
    with miro(config) as (address, answered):
        environ = {
            "KOOSLOOME_HOME": str(home),
            "KOOSLOOME_DATABASE_URL": empty_postgres,
            "MIRO_ACCESS_TOKEN": "sandbox-me",
            "MIRO_API_URL": address,
        }
        wires = open_wires(**environ)
        product = Koosloome(wires)
        me = product.account()
        kept = [keep_small(wires).id for _ in range(boards)]
        jobs = [product.submit_resume(me, workshop).id for workshop in kept]
        crew = Crew(environ, WORKERS, Random(seed))  # noqa: S311  # nothing secret hangs on it
        try:
            until = time.monotonic() + patience
            while states(product, jobs) != {"done"} and time.monotonic() < until:
                if crew.deaths < deaths:
                    crew.one_dies()
                else:
                    time.sleep(0.2)
        finally:
            crew.end()
        assert Counter(product.job(me, job).state for job in jobs) == {"done": boards}
        assert crew.deaths == deaths
        for workshop in kept:
            assert_as_planned(wires, workshop)
        assert answered["429"] == 0
