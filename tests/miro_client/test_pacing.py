"""Pacing: within the budget, never longer asleep than needed."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miro_client.limits import RateFacts
from miro_client.pacing import CreditPacer, NoPacer
from tests.miro_client.world import NOW, FakeClock


def pacer(clock: FakeClock, limit: int = 1_000, reserve: int = 0) -> CreditPacer:
    return CreditPacer(clock=clock, sleep=clock.sleep, limit=limit, reserve=reserve)


@dataclass
class Miro:
    """Counts credits in fixed windows as Miro seems to, and refuses what is over."""

    clock: FakeClock
    limit: int = 1_000
    window: float = 60.0
    spent: dict[float, int] = field(default_factory=dict)
    refused: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, cost: int) -> RateFacts:
        with self.lock:
            start = self.clock.now() // self.window * self.window
            used = self.spent.get(start, 0) + cost
            over = used > self.limit
            if over:
                self.refused += 1
                used -= cost
            self.spent[start] = used
            return RateFacts(self.limit, self.limit - used, start + self.window, refused=over)


def call(paced: CreditPacer, miro: Miro, cost: int) -> None:
    paced.reserve(cost)
    paced.settle(cost, miro.answer(cost))


def test_a_full_budget_is_spent_without_sleeping() -> None:
    clock = FakeClock()
    paced, miro = pacer(clock), Miro(clock)
    for _ in range(10):
        call(paced, miro, 100)
    assert clock.slept == []


def test_then_it_sleeps_exactly_until_the_refill() -> None:
    clock = FakeClock(NOW + 13)
    paced, miro = pacer(clock), Miro(clock)
    for _ in range(11):
        call(paced, miro, 100)
    assert clock.slept == [(NOW + 13) // 60 * 60 + 60 - (NOW + 13)]
    assert miro.refused == 0


def test_a_reserve_is_left_for_others() -> None:
    clock = FakeClock()
    paced, miro = pacer(clock, limit=10_000, reserve=400), Miro(clock, limit=10_000)
    for _ in range(97):
        call(paced, miro, 100)
    assert len(clock.slept) == 1
    assert min(miro.limit - spent for spent in miro.spent.values()) == 400


def test_the_reserve_of_a_small_budget_is_small() -> None:
    clock = FakeClock()
    paced, miro = pacer(clock, limit=1_000, reserve=2_000), Miro(clock)
    for _ in range(9):
        call(paced, miro, 100)
    assert clock.slept == []


def test_the_limit_is_learnt_from_answers() -> None:
    clock = FakeClock()
    paced, miro = pacer(clock, limit=100_000), Miro(clock, limit=300)
    for _ in range(7):
        call(paced, miro, 100)
    assert len(clock.slept) == 2
    assert miro.refused == 0


def test_what_others_spend_counts() -> None:
    clock = FakeClock()
    paced, miro = pacer(clock), Miro(clock)
    call(paced, miro, 100)
    miro.answer(800)
    call(paced, miro, 50)
    call(paced, miro, 100)
    assert len(clock.slept) == 1
    assert miro.refused == 0


def test_what_is_under_way_counts() -> None:
    clock = FakeClock()
    paced = pacer(clock)
    paced.reserve(100)
    paced.settle(100, RateFacts(1_000, 500, clock.now() + 20))
    paced.reserve(400)
    paced.reserve(200)
    assert clock.slept == [20.0]


def test_answers_that_overtake_each_other_do_not_raise_the_budget() -> None:
    clock = FakeClock()
    paced = pacer(clock)
    end = clock.now() + 20
    paced.reserve(100)
    paced.reserve(100)
    paced.settle(100, RateFacts(1_000, 50, end))
    paced.settle(100, RateFacts(1_000, 950, end))
    paced.reserve(100)
    assert clock.slept == [20.0]


def test_a_late_answer_of_the_last_window_does_not_spoil_the_new_one() -> None:
    clock = FakeClock()
    paced = pacer(clock)
    end = clock.now() + 20
    paced.reserve(100)
    paced.reserve(100)
    paced.settle(100, RateFacts(1_000, 50, end))
    clock.sleep(21)
    paced.reserve(100)
    paced.settle(100, RateFacts(1_000, 0, end))
    paced.reserve(700)
    assert clock.slept == [21]


def test_without_headers_it_counts_by_itself() -> None:
    clock = FakeClock()
    paced = pacer(clock)
    for _ in range(11):
        paced.reserve(100)
        paced.settle(100, RateFacts())
    assert clock.slept == [60.0]


def test_a_refusal_with_retry_after_stops_everybody_that_long() -> None:
    clock = FakeClock()
    paced = pacer(clock)
    paced.reserve(100)
    paced.settle(100, RateFacts(retry_after=5.0, refused=True))
    paced.reserve(100)
    assert clock.slept == [5.0]


def test_a_refusal_without_a_word_is_not_slept_over() -> None:
    clock = FakeClock()
    paced = pacer(clock)
    paced.reserve(100)
    paced.settle(100, RateFacts(refused=True))
    paced.reserve(100)
    assert sum(clock.slept) <= 1.0


def test_a_call_dearer_than_the_budget_is_left_to_miro() -> None:
    clock = FakeClock()
    paced, miro = pacer(clock), Miro(clock)
    call(paced, miro, 2_000)
    assert miro.refused == 1
    call(paced, miro, 2_000)
    assert len(clock.slept) == 1


@pytest.mark.parametrize("reset", [NOW - 500, NOW + 500, NOW + 1e9])
def test_a_clock_that_differs_from_miros_costs_a_minute_at_most(reset: float) -> None:
    clock = FakeClock()
    paced = pacer(clock)
    paced.reserve(100)
    paced.settle(100, RateFacts(1_000, 0, reset))
    paced.reserve(100)
    assert 0 < sum(clock.slept) <= 61


def test_with_a_clock_ahead_of_miros_it_still_counts() -> None:
    clock = FakeClock()
    paced = pacer(clock)
    for left in (900, 500, 0):
        paced.reserve(100)
        paced.settle(100, RateFacts(1_000, left, clock.now() - 300))
    paced.reserve(100)
    paced.settle(100, RateFacts(1_000, 0, clock.now() - 300))
    paced.reserve(100)
    assert len(clock.slept) == 2


def test_threads_together_keep_the_budget() -> None:
    clock = FakeClock()
    paced, miro = pacer(clock, limit=2_000), Miro(clock, limit=2_000)

    def work(_: int) -> None:
        for _ in range(10):
            call(paced, miro, 100)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert sum(miro.spent.values()) == 8_000
    assert miro.refused == 0
    assert max(miro.spent.values()) <= 2_000


def test_a_thread_waits_for_an_answer_under_way_when_nothing_is_known() -> None:
    clock = FakeClock()
    paced = pacer(clock)
    paced.reserve(900)
    waiting = threading.Thread(target=paced.reserve, args=(900,))
    waiting.start()
    paced.settle(900, RateFacts(1_000, 950, clock.now() + 60))
    waiting.join(timeout=10)
    assert not waiting.is_alive()
    assert clock.slept == []


@given(
    costs=st.lists(st.sampled_from([50, 100, 500, 2_000]), max_size=60),
    limit=st.sampled_from([2_000, 5_000, 100_000]),
    began=st.floats(0, 59.9),
)
def test_no_order_of_calls_is_refused_or_slept_too_long(
    costs: list[int], limit: int, began: float
) -> None:
    clock = FakeClock(NOW // 60 * 60 + began)
    paced, miro = pacer(clock, limit=limit), Miro(clock, limit=limit)
    for cost in costs:
        call(paced, miro, cost)
    assert miro.refused == 0
    assert all(0 < pause <= 60 for pause in clock.slept)
    least_windows = -(-sum(costs) // limit)
    assert len(clock.slept) <= max(0, 2 * least_windows - 1)


def test_no_pacer_lets_everything_through() -> None:
    NoPacer().reserve(10**9)
    NoPacer().settle(10**9, RateFacts(refused=True))
