"""Listings that show what was made only after a while, as some tools saw Miro's do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from miro_sandbox.config import Config
from tests.workshops.conftest import FakeClock, request
from tests.workshops.readings import STRICT
from tests.workshops.test_reconcile import assert_exactly_once, boards
from workshops.errors import BoardUnfinished
from workshops.koosloome import Koosloome
from workshops.plan_json import plan_from_json
from workshops.plan_moves import moved
from workshops.requests_answers import Account, HarvestRequest
from workshops.wiring.wires import Wires

LAGS = (25.0, pytest.param(3.0, marks=pytest.mark.full))


@pytest.fixture(params=LAGS)
def lag(request: pytest.FixtureRequest) -> float:
    return float(request.param)


@pytest.fixture
def reading(lag: float) -> Config:
    return replace(STRICT, list_lag=lag, board_list_lag=lag)


@pytest.mark.parametrize(
    "fault",
    [
        "POST /v2/boards=drop_after",
        "POST /v2/boards/*/frames#4=drop_after",
        "POST /v2/boards/*/items/bulk#2=drop_after",
        "POST /v2/boards/*/items/bulk#1x8=drop_after",
        "POST /v2/boards/*/items/bulk#3=drop_before",
    ],
)
def test_what_is_listed_late_is_neither_doubled_nor_lost(  # noqa: PLR0917  # fixtures
    koosloome: Koosloome,
    me: Account,
    wires: Wires,
    clock: FakeClock,
    lag: float,
    break_next: Callable[[str], None],
    fault: str,
) -> None:
    break_next(fault)
    answer = koosloome.create(me, request())
    clock.sleep(lag)
    assert_exactly_once(wires, answer)
    assert boards(wires) == 1


def test_a_board_resumed_at_once_is_made_once(  # noqa: PLR0917  # fixtures
    koosloome: Koosloome,
    me: Account,
    wires: Wires,
    clock: FakeClock,
    lag: float,
    break_next: Callable[[str], None],
) -> None:
    break_next("POST /v2/boards/*/items/bulk#5x400=drop_before")
    with pytest.raises(BoardUnfinished) as given_up:
        koosloome.create(me, request())
    with wires.sandbox.app.test_client() as client:
        client.delete("/_sandbox/faults")
    answer = koosloome.resume(me, str(given_up.value.workshop))
    clock.sleep(lag)
    assert_exactly_once(wires, answer)


def test_a_second_plan_made_at_once_stands_beside_the_first(  # noqa: PLR0917  # fixtures
    koosloome: Koosloome,
    me: Account,
    wires: Wires,
    clock: FakeClock,
    lag: float,
    break_next: Callable[[str], None],
) -> None:
    first = koosloome.create(me, request())
    break_next("POST /v2/boards/*/items/bulk#2=drop_after")
    second = koosloome.create(me, request(on=first.workshop, new=True))
    clock.sleep(lag)
    one, two = (wires.store.workshops.get(answer.workshop) for answer in (first, second))
    assert one is not None
    assert two is not None
    there = moved(plan_from_json(one.plan), one.origin).extent
    assert two.origin.x >= there.right + 1000
    made = [set(wires.store.ledger.items(answer.workshop).values()) for answer in (first, second)]
    with wires.connect(wires.people.me()) as client:
        listed = {item.id for item in client.items.iterate(first.board.id)}
        tags = {tag.id for tag in client.tags.iterate(first.board.id)}
    assert len(listed) == first.planned + second.planned
    assert listed <= made[0] | made[1]
    assert made[0] & made[1] - {first.board.id} <= tags


def test_a_board_that_is_listed_whole_by_now_is_harvested_whole(
    koosloome: Koosloome, me: Account, clock: FakeClock, lag: float
) -> None:
    answer = koosloome.create(me, request())
    clock.sleep(lag)
    summary = koosloome.harvest(me, answer.workshop, HarvestRequest()).summary
    assert summary.accounting.read == answer.planned
