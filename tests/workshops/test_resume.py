"""A process that was killed leaves a board that the next one finishes, once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from miro_sandbox.config import Config
from tests.workshops.conftest import FakeClock, request
from tests.workshops.readings import name_of
from tests.workshops.test_reconcile import assert_exactly_once, boards
from workshops.errors import AlreadyUnfinished, BeingMade, BoardUnfinished, WorkshopNotFound
from workshops.koosloome import Koosloome
from workshops.requests_answers import Account
from workshops.wiring.wires import Wires

in_every_reading = True
ROOT = Path(__file__).parents[2]


@pytest.fixture
def clock() -> FakeClock:
    """Start where the other process's clock stands."""
    return FakeClock(time.time())


def die_at(home: Path, reading: str, operation: str, number: int) -> None:
    """Make a board in another process and let it be killed right after an answer came."""
    ended = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, str(ROOT / "tests/workshops/dying.py"), reading, operation, str(number)],
        env={**os.environ, "KOOSLOOME_HOME": str(home), "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=60,
    )
    assert ended.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("operation", "number"),
    [("create_board", 1), ("create_frame", 2), ("create_items", 1), ("create_items", 5)],
)
def test_a_killed_process_is_resumed_exactly_once(
    home: Path, open_wires: Callable[..., Wires], reading: Config, operation: str, number: int
) -> None:
    die_at(home, name_of(reading), operation, number)
    wires = open_wires()
    product = Koosloome(wires)
    me = product.account()
    [left] = product.workshops(me)
    assert left.state == "unfinished"
    answer = product.resume(me, left.workshop)
    assert_exactly_once(wires, answer)
    assert boards(wires) == 1


def test_create_again_names_the_command_that_resumes(
    koosloome: Koosloome, me: Account, break_next: Callable[[str], None]
) -> None:
    break_next("POST /v2/boards/*/items/bulk#1x400=drop_before")
    with pytest.raises(BoardUnfinished):
        koosloome.create(me, request())
    [left] = koosloome.workshops(me)
    with pytest.raises(AlreadyUnfinished) as refused:
        koosloome.create(me, request())
    assert refused.value.command == f"koosloome board resume {left.workshop}"
    with pytest.raises(BoardUnfinished) as other:
        koosloome.create(me, request(new=True))
    assert other.value.workshop != left.workshop


def test_another_brief_is_another_workshop(koosloome: Koosloome, me: Account, wires: Wires) -> None:
    first = koosloome.create(me, request())
    wires.store.workshops.set_state(first.workshop, "unfinished")
    second = koosloome.create(me, request(values={"issue": "Hoopis teine küsimus siin?"}))
    assert second.workshop != first.workshop


def test_two_resumes_at_once(
    koosloome: Koosloome, me: Account, open_wires: Callable[..., Wires], wires: Wires
) -> None:
    answer = koosloome.create(me, request())
    wires.store.workshops.set_state(answer.workshop, "unfinished")
    workshop = wires.refs.workshop(me, answer.workshop)
    job = wires.resume.take(workshop)
    other = open_wires()
    with pytest.raises(BeingMade) as refused:
        Koosloome(other).resume(me, answer.workshop)
    assert answer.workshop in str(refused.value)
    with wires.jobs.held(job.id):
        pass
    assert Koosloome(other).resume(me, answer.workshop).created == answer.planned


def test_a_worker_whose_heart_stopped_loses_its_job(
    koosloome: Koosloome,
    me: Account,
    open_wires: Callable[..., Wires],
    wires: Wires,
    clock: FakeClock,
) -> None:
    answer = koosloome.create(me, request())
    workshop = wires.refs.workshop(me, answer.workshop)
    wires.resume.take(workshop)
    clock.sleep(31)
    other = Koosloome(open_wires())
    assert other.resume(me, answer.workshop).workshop == answer.workshop


def test_a_finished_board_is_left_alone(koosloome: Koosloome, me: Account, wires: Wires) -> None:
    answer = koosloome.create(me, request())
    again = koosloome.resume(me, answer.board.url)
    assert (again.created, again.requests) == (answer.planned, 0)
    assert_exactly_once(wires, again)


def test_miro_that_loses_every_answer_is_given_up_and_resumed(
    koosloome: Koosloome, me: Account, wires: Wires, break_next: Callable[[str], None]
) -> None:
    break_next("POST /v2/boards/*/items/bulk#1x400=drop_before")
    with pytest.raises(BoardUnfinished) as given_up:
        koosloome.create(me, request())
    assert given_up.value.command
    assert given_up.value.made == 4
    with wires.sandbox.app.test_client() as client:
        client.delete("/_sandbox/faults")
    answer = koosloome.resume(me, str(given_up.value.workshop))
    assert_exactly_once(wires, answer)


def test_others_cannot_resume_it(
    koosloome: Koosloome, me: Account, open_wires: Callable[..., Wires]
) -> None:
    answer = koosloome.create(me, request())
    stranger = Koosloome(open_wires(MIRO_ACCESS_TOKEN="sandbox-jaan"))
    with pytest.raises(WorkshopNotFound):
        stranger.resume(stranger.account(), answer.workshop)
