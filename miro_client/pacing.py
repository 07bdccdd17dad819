"""Keeps the calls of one process within Miro's budget."""

from __future__ import annotations

import threading
import time

from miro_client.clocks import SystemClock
from miro_client.limits import CREDITS_PER_MINUTE, WINDOW_SECONDS, RateFacts
from miro_client.ports import Clock, Sleep

# Resets are in whole seconds, so two answers of one window may differ by one.
_SAME_WINDOW = 1.5

# A clock that differs from Miro's makes a reset look further away than a window is long.
_LONGEST_AHEAD = WINDOW_SECONDS + 1.0

# With a small budget the reserve shrinks with it, else nothing could ever be sent.
_LARGEST_RESERVE_SHARE = 20

# After a refusal that names no time; the transport backs off by itself as well.
_UNKNOWN_WAIT = 1.0


class NoPacer:
    """Lets every call through at once."""

    def reserve(self, cost: int, /) -> None:
        """Returns at once."""

    def settle(self, cost: int, facts: RateFacts, /) -> None:
        """Ignores what the answer said."""


class CreditPacer:
    """Counts the credits of one account in a fixed window, for the threads of one process.

    What is left is what Miro last said, less what is under way; the window ends when Miro says,
    else a minute after it began. Sleeps until then and no longer, and only when the next call
    would eat into the reserve.

    Args:
        clock: epoch seconds.
        sleep: lets time pass.
        limit: credits per minute until Miro says otherwise.
        reserve: credits left for others who use the same account, at most a twentieth of the
            limit.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        sleep: Sleep = time.sleep,
        limit: int = CREDITS_PER_MINUTE,
        reserve: int = 2_000,
    ) -> None:
        self._clock = clock or SystemClock()
        self._sleep = sleep
        self._limit = limit
        self._reserve = reserve
        self._left = limit
        self._under_way = 0
        self._ends_at: float | None = None
        self._end_is_named = False
        self._over: float | None = None
        self._changed = threading.Condition()

    def reserve(self, cost: int, /) -> None:
        """Returns when the credits may be spent; sleeps or waits for other answers till then."""
        while (pause := self._take_or_wait(cost)) > 0:
            self._sleep(pause)

    def settle(self, cost: int, facts: RateFacts, /) -> None:
        """Takes in what the answer said; without word of what is left, the call's own cost."""
        with self._changed:
            self._under_way = max(0, self._under_way - cost)
            self._take_in(cost, facts)
            self._changed.notify_all()

    def _take_or_wait(self, cost: int) -> float:
        """Reserves and gives 0, or gives the seconds to sleep before asking again."""
        with self._changed:
            while True:
                now = self._clock.now()
                self._open_window(now)
                if self._fits(cost):
                    self._under_way += cost
                    return 0.0
                if self._ends_at is not None:
                    return self._ends_at - now
                # Nothing is known of this window until one of the calls under way is answered.
                self._changed.wait()

    def _open_window(self, now: float) -> None:
        if self._ends_at is None or now < self._ends_at:
            return
        self._over = self._ends_at if self._end_is_named else None
        self._left, self._ends_at = self._limit, None

    def _fits(self, cost: int) -> bool:
        if self._left - self._under_way - cost >= self._held_back():
            return True
        # Dearer than any window allows: Miro decides, but nothing else is under way.
        return self._ends_at is None and not self._under_way

    def _held_back(self) -> int:
        return min(self._reserve, self._limit // _LARGEST_RESERVE_SHARE)

    def _take_in(self, cost: int, facts: RateFacts) -> None:
        now = self._clock.now()
        self._open_window(now)
        if self._speaks_of_the_past(facts):
            return
        self._limit = facts.limit or self._limit
        left = self._left_after(cost, facts)
        end = _end_named(facts, now)
        if self._ends_at is not None and (end is None or self._is_same(end)):
            # Answers overtake each other, and within a window the budget only shrinks.
            self._left = min(self._left, left)
        else:
            self._left = left
            self._end_is_named = end is not None and end == facts.reset_at
            self._ends_at = end or now + (_UNKNOWN_WAIT if facts.refused else WINDOW_SECONDS)

    def _left_after(self, cost: int, facts: RateFacts) -> int:
        if facts.remaining is not None:
            return facts.remaining
        return 0 if facts.refused else self._left - cost

    def _is_same(self, end: float) -> bool:
        return self._ends_at is not None and abs(end - self._ends_at) <= _SAME_WINDOW

    def _speaks_of_the_past(self, facts: RateFacts) -> bool:
        """Whether a late answer speaks of the window before this one."""
        if self._over is None or facts.reset_at is None:
            return False
        return facts.reset_at <= self._over + _SAME_WINDOW


def _end_named(facts: RateFacts, now: float) -> float | None:
    """When the window ends by this answer; None when it says nothing that lies ahead."""
    if facts.refused and facts.retry_after:
        return now + min(facts.retry_after, _LONGEST_AHEAD)
    if facts.reset_at is None or facts.reset_at <= now:
        return None
    return min(facts.reset_at, now + _LONGEST_AHEAD)
