"""A process that is killed at any moment, through either door: the next one finishes, once."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cli.main import run
from tests.workshops.conftest import FakeClock, request
from tests.workshops.small_board import assert_as_planned
from workshops.errors import WorkshopNotFound
from workshops.koosloome import Koosloome
from workshops.requests_answers import Account
from workshops.wiring.wires import Wires

ROOT = Path(__file__).parents[2]
CREATE = ("board", "create", "stakeholder-map", "--set", "issue=Kuidas parandada kaasamist?")
CALLS = 19
WRITES = 2 * CALLS
MOMENTS = {"call": CALLS, "answer": CALLS, "write": WRITES, "written": WRITES}
USUAL = {
    "cli": {("call", 1), ("answer", 1), ("write", 3), ("written", 16), ("answer", 12)},
    "worker": {("answer", 5), ("written", 2), ("call", 19)},
}

Open = Callable[[], Wires]


def moments(door: str) -> list[object]:
    """Give every moment of making a board; a few of them in the default run."""
    return [
        pytest.param(moment, n, marks=() if (moment, n) in USUAL[door] else pytest.mark.full)
        for moment, count in MOMENTS.items()
        for n in range(1, count + 1)
    ]


class LateClock(FakeClock):
    """A clock that is never behind those of other processes, and needs nobody to wait."""

    def now(self) -> float:
        return max(super().now(), time.time())


@pytest.fixture
def clock() -> FakeClock:
    return LateClock(time.time())


@pytest.fixture(
    params=["sqlite", pytest.param("postgres", marks=[pytest.mark.postgres, pytest.mark.full])]
)
def database(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Give the variables of a database of its own."""
    if request.param == "sqlite":
        yield {}
        return
    yield {"KOOSLOOME_DATABASE_URL": request.getfixturevalue("empty_postgres")}


@pytest.fixture
def start(home: Path, database: dict[str, str]) -> Callable[..., subprocess.Popen[str]]:
    """Give what starts a door in a process of its own."""

    def begin(*words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(  # noqa: S603  # our own script
            [sys.executable, str(ROOT / "tests/workshops/killed.py"), *words],
            env={**os.environ, **database, "KOOSLOOME_HOME": str(home), "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return begin


@pytest.fixture
def open_here(open_wires: Callable[..., Wires], database: dict[str, str]) -> Open:
    return lambda: open_wires(**database)


def killed(process: subprocess.Popen[str]) -> None:
    _, told = process.communicate(timeout=90)
    assert process.returncode == -signal.SIGKILL, told


@pytest.mark.parametrize(("moment", "number"), moments("cli"))
def test_a_command_killed_is_resumed_once(
    start: Callable[..., subprocess.Popen[str]], open_here: Open, moment: str, number: int
) -> None:
    killed(start("cli", moment, str(number), "die", *CREATE))
    wires = open_here()
    product = Koosloome(wires)
    [left] = product.workshops(product.account())
    assert left.state == "unfinished"
    product.resume(product.account(), left.workshop)
    assert_as_planned(wires, left.workshop)


@pytest.mark.parametrize(("moment", "number"), [("call", 2), ("answer", 8), ("written", 20)])
def test_a_command_stopped_by_hand_ends_in_order_and_is_resumed_once(
    start: Callable[..., subprocess.Popen[str]], open_here: Open, moment: str, number: int
) -> None:
    process = start("cli", moment, str(number), "stop", *CREATE)
    _, told = process.communicate(timeout=90)
    wires = open_here()
    product = Koosloome(wires)
    [left] = product.workshops(product.account())
    if process.returncode != 0:  # now and then Python loses an interrupt that meets a destructor
        job = wires.store.jobs.latest(left.workshop)
        assert job is not None
        assert (left.state, job.state, job.owner) == ("unfinished", "cancelled", None), told
        assert f"koosloome board resume {left.workshop}" in told
        assert process.returncode == 5
        product.resume(product.account(), left.workshop)
    assert_as_planned(wires, left.workshop)


@pytest.mark.parametrize(("moment", "number"), moments("worker"))
def test_a_worker_killed_is_followed_by_the_next(
    start: Callable[..., subprocess.Popen[str]], open_here: Open, moment: str, number: int
) -> None:
    wires = open_here()
    product = Koosloome(wires)
    job = product.submit_create(product.account(), request())
    killed(start("worker", moment, str(number), "die"))
    assert product.job(product.account(), job.id).state == "running"
    product.run_job(job.id)
    assert product.job(product.account(), job.id).state == "done"
    assert_as_planned(wires, str(job.workshop))


def test_of_two_resumes_one_works_and_the_other_says_so(
    start: Callable[..., subprocess.Popen[str]],
    open_here: Open,
    home: Path,
    database: dict[str, str],
) -> None:
    killed(start("cli", "answer", "6", "die", *CREATE))
    wires = open_here()
    product = Koosloome(wires)
    me: Account = product.account()
    [left] = product.workshops(me)
    _old_enough(wires, left.workshop)
    first = start("cli", "call", "3", "wait", "board", "resume", left.workshop)
    _until((home / "held").exists)
    told = io.StringIO()
    code = run(
        ["board", "resume", left.workshop, "--lang", "en"],
        environ={"KOOSLOOME_HOME": str(home), **database},
        stdin=io.StringIO(),
        stdout=io.StringIO(),
        stderr=told,
    )
    assert code == 5
    assert "being worked on by another process" in told.getvalue()
    (home / "go").touch()
    _, err = first.communicate(timeout=90)
    assert first.returncode == 0, err
    assert_as_planned(wires, left.workshop)
    with pytest.raises(WorkshopNotFound):
        product.resume(me, "w-aaaaaaaaaa")


def _old_enough(wires: Wires, workshop: str) -> None:
    """Let the calls of the killed process be older than a call may take."""
    from datetime import timedelta  # noqa: PLC0415  # this case only

    from sqlalchemy import update  # noqa: PLC0415  # as above

    from workshops.storage.tables import CALLS  # noqa: PLC0415  # as above

    long_ago = wires.jobs.now() - timedelta(hours=1)
    with wires.store.database.writing() as connection:
        connection.execute(
            update(CALLS).where(CALLS.c.workshop == workshop).values(sent_at=long_ago)
        )


def _until(there: Callable[[], bool]) -> None:
    for _ in range(1_200):
        if there():
            return
        time.sleep(0.05)
    pytest.fail("nothing came")
