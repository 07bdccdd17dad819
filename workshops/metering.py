"""Counts what work cost: calls sent, credits, seconds; and tells how far the clocks differ."""

from __future__ import annotations

from threading import Lock

from miro_client.limits import WINDOW_SECONDS, RateFacts
from miro_client.ports import CallFacts
from workshops.ports import Clock


class Meter:
    """Counts the tries of every thread since it was made."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._started = clock.now()
        self._lock = Lock()
        self.requests = 0
        self.credits = 0
        self._off_by_refill = 0.0
        self._off_by_date: float | None = None

    def count(self, facts: CallFacts) -> None:
        """Take in one try of a call."""
        with self._lock:
            self.requests += 1
            self.credits += facts.credits
            if facts.server_time is not None:
                self._off_by_date = abs(facts.server_time - self._clock.now())

    def listen(self, facts: RateFacts) -> None:
        """Take in what an answer said about the budget: when it refills tells Miro's clock.

        A refill lies at most a window ahead; by how much more, or how far back it lies, is how
        many seconds the clocks differ at least.
        """
        if facts.reset_at is None:
            return
        ahead = facts.reset_at - self._clock.now()
        off = max(0.0, ahead - WINDOW_SECONDS, -ahead)
        with self._lock:
            self._off_by_refill = off

    @property
    def clock_off(self) -> float:
        """By how many seconds the clocks differ: by the answers' date, else at least by this."""
        return self._off_by_refill if self._off_by_date is None else self._off_by_date

    @property
    def seconds(self) -> float:
        """How long it has been counting."""
        return self._clock.now() - self._started
