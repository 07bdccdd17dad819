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
        self.clock_off = 0.0

    def count(self, facts: CallFacts) -> None:
        """Take in one try of a call."""
        with self._lock:
            self.requests += 1
            self.credits += facts.credits

    def listen(self, facts: RateFacts) -> None:
        """Take in what an answer said about the budget: when it refills tells Miro's clock.

        A refill lies at most a window ahead; by how much more, or how far back it lies, is how
        many seconds the clocks differ at least (`clock_off`).
        """
        if facts.reset_at is None:
            return
        ahead = facts.reset_at - self._clock.now()
        off = max(0.0, ahead - WINDOW_SECONDS, -ahead)
        with self._lock:
            self.clock_off = off

    @property
    def seconds(self) -> float:
        """How long it has been counting."""
        return self._clock.now() - self._started
