"""Which calls are sent again, how often, and how long to wait before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from tenacity import RetryCallState, Retrying, retry_if_exception

from miro_client.errors import (
    GarbledAnswer,
    MiroError,
    NotSent,
    ServerTrouble,
    TooManyRequests,
    Unreachable,
)
from miro_client.limits import RateFacts
from miro_client.ports import Clock, Sleep

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """429 always; 5xx, lost and garbled answers only where a repeat can't double; never a create.

    What may be repeated is decided when the error is named: a create whose answer was lost is an
    `OutcomeUnknown`, which isn't in the list below. A call that was never sent may always be
    repeated.

    Attributes:
        attempts: tries of a call that fails or gets lost.
        attempts_when_limited: tries of a call that is refused for want of credits.
        first_wait: seconds before the second try, where Miro says nothing; doubles each time.
        longest_wait: no wait is longer; Miro refills its budget every minute.
        jitter: share of a wait added at random, so that threads don't return in step.
    """

    attempts: int = 5
    attempts_when_limited: int = 8
    first_wait: float = 1.0
    longest_wait: float = 61.0
    jitter: float = 0.25

    def may_repeat(self, error: BaseException) -> bool:
        """Whether what happened may be answered by sending the call again."""
        return isinstance(
            error, TooManyRequests | ServerTrouble | Unreachable | GarbledAnswer | NotSent
        )

    def is_last(self, error: BaseException | None, attempt: int) -> bool:
        """Whether this was the last try."""
        limited = isinstance(error, TooManyRequests)
        return attempt >= (self.attempts_when_limited if limited else self.attempts)

    def wait(
        self, error: BaseException | None, attempt: int, *, now: float, chance: float
    ) -> float:
        """Seconds to wait after a try.

        Args:
            error: what came of it.
            attempt: 1 after the first.
            now: epoch seconds.
            chance: between 0 and 1, for the jitter.
        """
        asked = _asked_wait(error.rate, now) if isinstance(error, TooManyRequests) else None
        if asked is not None:
            return min(asked, self.longest_wait)
        doubled = self.first_wait * 2.0 ** min(attempt - 1, 10)
        return min(doubled * (1 + self.jitter * chance), self.longest_wait)


def _asked_wait(rate: RateFacts, now: float) -> float | None:
    """What Miro asked for: Retry-After, else the refill; None when neither lies ahead."""
    if rate.retry_after is not None and rate.retry_after > 0:
        return rate.retry_after
    if rate.reset_at is not None and rate.reset_at > now:
        return rate.reset_at - now
    return None


@dataclass(frozen=True, slots=True)
class Try:
    """One try of a call.

    Attributes:
        number: 1 for the first.
        doubt: whether an earlier one may have been carried out.
    """

    number: int
    doubt: bool


def repeatedly(
    attempt: Callable[[Try], Result],
    *,
    policy: RetryPolicy,
    clock: Clock,
    sleep: Sleep,
    random: Callable[[], float],
) -> Result:
    """Makes tries until one gives a result or the policy says no.

    Raises:
        MiroError: that of the last try.
    """
    outcomes: list[BaseException] = []

    def numbered() -> Result:
        try:
            return attempt(Try(len(outcomes) + 1, any(map(_leaves_doubt, outcomes))))
        except MiroError as error:
            outcomes.append(error)
            raise

    def wait(state: RetryCallState) -> float:
        return policy.wait(_error(state), state.attempt_number, now=clock.now(), chance=random())

    tries = Retrying(
        sleep=sleep,
        wait=wait,
        stop=lambda state: policy.is_last(_error(state), state.attempt_number),
        retry=retry_if_exception(policy.may_repeat),
        reraise=True,
    )
    try:
        return tries(numbered)
    finally:
        # An error that holds itself through this list would keep its frames alive.
        outcomes.clear()


def _leaves_doubt(error: BaseException) -> bool:
    doubtful = isinstance(error, ServerTrouble | Unreachable | GarbledAnswer)
    return doubtful and not isinstance(error, NotSent)


def _error(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None
