"""One budget for every process of an account."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from miro_client.limits import RateFacts
from tests.workshops.conftest import FakeClock
from workshops.pacing import SharedPacer, fits, opened, reserved, settled
from workshops.records import BudgetRecord
from workshops.storage.store import open_store

NOW = 1_000_000.0


def facts(
    remaining: int | None = None,
    reset_at: float | None = None,
    *,
    refused: bool = False,
    retry_after: float | None = None,
) -> RateFacts:
    return RateFacts(
        limit=100_000,
        remaining=remaining,
        reset_at=reset_at,
        retry_after=retry_after,
        refused=refused,
    )


def budget(
    left: int = 100_000, ends_at: float | None = NOW + 30, under_way: int = 0
) -> BudgetRecord:
    return BudgetRecord(account="a", ends_at=ends_at, left=left, under_way=under_way, limit=100_000)


def test_a_window_that_ended_starts_anew() -> None:
    assert opened("a", budget(left=0, ends_at=NOW, under_way=500), NOW) == budget(ends_at=None)
    assert opened("a", budget(left=7), NOW) == budget(left=7)
    assert opened("a", None, NOW).left == 100_000


def test_some_credits_are_left_for_others() -> None:
    assert fits(budget(left=4_000), 2_000)
    assert not fits(budget(left=3_999), 2_000)
    assert not fits(budget(left=4_000, under_way=1), 2_000)


def test_a_call_dearer_than_any_window_goes_alone() -> None:
    small = BudgetRecord(account="a", ends_at=None, left=1_000, under_way=0, limit=1_000)
    assert fits(small, 2_000)
    assert not fits(reserved(small, 2_000, NOW), 50)


def test_what_miro_says_counts() -> None:
    after = settled(budget(under_way=2_000), 2_000, facts(remaining=97_600, reset_at=NOW + 30), NOW)
    assert (after.left, after.under_way) == (97_600, 0)
    sooner = settled(budget(under_way=0), 0, facts(remaining=5, reset_at=NOW + 3), NOW)
    assert (sooner.left, sooner.ends_at) == (5, NOW + 3)


def test_answers_that_overtake_each_other_do_not_give_credits_back() -> None:
    after = settled(budget(left=90_000), 100, facts(remaining=95_000, reset_at=NOW + 30.5), NOW)
    assert after.left == 90_000


def test_a_late_answer_of_the_window_before_is_ignored() -> None:
    after = settled(budget(under_way=100), 100, facts(remaining=3, reset_at=NOW - 5), NOW)
    assert after.left == 100_000


def test_no_word_of_the_budget_costs_what_the_call_costs() -> None:
    assert settled(budget(under_way=500), 500, RateFacts(), NOW).left == 99_500


def test_a_refusal_empties_the_window() -> None:
    after = settled(budget(), 100, facts(refused=True, retry_after=7.0), NOW)
    assert (after.left, after.ends_at) == (0, NOW + 7)
    silent = settled(budget(ends_at=None), 100, RateFacts(refused=True), NOW)
    assert (silent.left, silent.ends_at) == (0, NOW + 1)


@given(st.lists(st.sampled_from([50, 100, 500, 2_000]), max_size=120))
def test_within_a_window_never_more_than_the_limit_is_spent(costs: list[int]) -> None:
    present = opened("a", None, NOW)
    spent = 0
    for cost in costs:
        if fits(present, cost):
            present = settled(reserved(present, cost, NOW), cost, RateFacts(), NOW)
            spent += cost
    assert spent <= 100_000 - 2_000
    assert present.left == 100_000 - spent


def test_two_pacers_share_one_row_and_sleep_till_the_window_ends(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'x.sqlite'}")
    clock = FakeClock(NOW)
    one, two = (SharedPacer("a", store.budgets, clock, clock.sleep) for _ in range(2))
    one.reserve(2_000)
    one.settle(2_000, facts(remaining=2_500, reset_at=NOW + 20))
    two.reserve(500)
    assert clock.slept == []
    two.reserve(100)
    assert clock.slept == [20.0]
    store.close()
