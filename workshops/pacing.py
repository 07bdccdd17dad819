"""Keeps every process that acts for an account within Miro's budget: one row, one arithmetic.

Pure arithmetic first; the pacer itself only adds storage and waiting. A process that dies leaves
its calls `under_way`; they are forgotten when the window ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from miro_client.limits import CREDITS_PER_MINUTE, WINDOW_SECONDS, RateFacts
from workshops.ports import BudgetStore, Clock, Sleep
from workshops.records import BudgetRecord

HELD_BACK = 2_000  # for others who use the same account
LARGEST_SHARE = 20  # of a small budget no more than a twentieth is held back
SAME_WINDOW = 1.5  # resets come in whole seconds, so two answers of one window may differ by one
UNKNOWN_WAIT = 1.0  # after a refusal that names no time; the client backs off by itself as well
LONGEST_WAIT = WINDOW_SECONDS + 1.0  # a clock that differs makes a reset look further away


def opened(account: str, budget: BudgetRecord | None, now: float) -> BudgetRecord:
    """Return the budget of the present window; a window that ended starts anew, full."""
    if budget is None:
        return BudgetRecord(
            account=account, ends_at=None, left=CREDITS_PER_MINUTE, under_way=0,
            limit=CREDITS_PER_MINUTE,
        )  # fmt: skip
    if budget.ends_at is None or now < budget.ends_at:
        return budget
    return replace(budget, ends_at=None, left=budget.limit, under_way=0)


def fits(budget: BudgetRecord, cost: int) -> bool:
    """Tell whether a call fits into what is left; one dearer than any window goes alone."""
    held = min(HELD_BACK, budget.limit // LARGEST_SHARE)
    if budget.left - budget.under_way - cost >= held:
        return True
    return budget.ends_at is None and not budget.under_way


def reserved(budget: BudgetRecord, cost: int, now: float) -> BudgetRecord:
    """Return the budget with a call under way; the first call of a window begins it."""
    ends_at = budget.ends_at if budget.ends_at is not None else now + WINDOW_SECONDS
    return replace(budget, under_way=budget.under_way + cost, ends_at=ends_at)


def settled(budget: BudgetRecord, cost: int, facts: RateFacts, now: float) -> BudgetRecord:
    """Return the budget after an answer: what Miro says counts, else the call's own cost."""
    after = replace(
        budget,
        under_way=max(0, budget.under_way - cost),
        limit=facts.limit or budget.limit,
    )
    end = _end_named(facts, now)
    left = facts.remaining if facts.remaining is not None else budget.left - cost
    if facts.refused and facts.remaining is None:
        left = 0
    if end is None:
        past = facts.reset_at is not None and facts.reset_at <= now and not facts.refused
        if past:
            return after  # a late answer that speaks of the window before
        wait = now + UNKNOWN_WAIT if facts.refused else budget.ends_at
        return replace(after, left=left, ends_at=wait)
    if budget.ends_at is not None and abs(end - budget.ends_at) <= SAME_WINDOW:
        return replace(after, left=min(budget.left, left))
    return replace(after, left=left, ends_at=end)


def _end_named(facts: RateFacts, now: float) -> float | None:
    if facts.refused and facts.retry_after:
        return now + min(facts.retry_after, LONGEST_WAIT)
    if facts.reset_at is None or facts.reset_at <= now:
        return None
    return min(facts.reset_at, now + LONGEST_WAIT)


class SharedPacer:
    """The client's pacer over the row of one account; `heard` is told what each answer said."""

    def __init__(
        self,
        account: str,
        budgets: BudgetStore,
        clock: Clock,
        sleep: Sleep,
        heard: Callable[[RateFacts], None] | None = None,
    ) -> None:
        self._heard = heard
        self._account = account
        self._budgets = budgets
        self._clock = clock
        self._sleep = sleep

    def reserve(self, cost: int, /) -> None:
        """Return when the credits may be spent; sleep till the window ends if they may not."""
        while (pause := self._take(cost)) > 0:
            self._sleep(pause)

    def settle(self, cost: int, facts: RateFacts, /) -> None:
        """Take in what the answer said."""
        if self._heard is not None:
            self._heard(facts)
        now = self._clock.now()

        def change(budget: BudgetRecord | None) -> BudgetRecord:
            return settled(opened(self._account, budget, now), cost, facts, now)

        self._budgets.change(self._account, change)

    def _take(self, cost: int) -> float:
        now = self._clock.now()
        pause = 0.0

        def change(budget: BudgetRecord | None) -> BudgetRecord:
            nonlocal pause
            present = opened(self._account, budget, now)
            if fits(present, cost):
                pause = 0.0
                return reserved(present, cost, now)
            pause = max(0.05, (present.ends_at or now) - now)
            return present

        self._budgets.change(self._account, change)
        return pause
