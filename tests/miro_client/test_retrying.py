"""The retry policy as a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miro_client.errors import (
    Conflict,
    ErrorFacts,
    GarbledAnswer,
    InvalidRequest,
    MiroError,
    NotAllowed,
    NotFound,
    NotSent,
    NotSignedIn,
    OutcomeUnknown,
    ServerTrouble,
    TooManyRequests,
    Unreachable,
    UnreadableAnswer,
)
from miro_client.limits import RateFacts
from miro_client.retrying import RetryPolicy, Try, repeatedly
from tests.miro_client.world import NOW, FakeClock

POLICY = RetryPolicy()


def limited(**rate: float) -> TooManyRequests:
    return TooManyRequests(ErrorFacts(rate=RateFacts(refused=True, **rate)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "again"),
    [
        (TooManyRequests, True),
        (ServerTrouble, True),
        (Unreachable, True),
        (NotSent, True),
        (OutcomeUnknown, False),
        (GarbledAnswer, True),
        (UnreadableAnswer, False),
        (InvalidRequest, False),
        (NotSignedIn, False),
        (NotAllowed, False),
        (NotFound, False),
        (Conflict, False),
    ],
)
def test_what_is_sent_again(kind: type[MiroError], *, again: bool) -> None:
    assert POLICY.may_repeat(kind(ErrorFacts())) is again


def test_a_fault_of_ours_is_not_repeated() -> None:
    assert not POLICY.may_repeat(KeyError("x"))


@pytest.mark.parametrize(
    ("error", "waits"),
    [
        (limited(retry_after=7.0), 7.0),
        (limited(retry_after=7.0, reset_at=NOW + 30), 7.0),
        (limited(reset_at=NOW + 30), 30.0),
        (limited(reset_at=NOW - 30), 1.0),
        (limited(reset_at=NOW + 1e6), 61.0),
        (limited(retry_after=0.0), 1.0),
        (limited(retry_after=86_400.0), 61.0),
        (limited(), 1.0),
        (ServerTrouble(ErrorFacts(rate=RateFacts(reset_at=NOW + 30))), 1.0),
    ],
)
def test_how_long_it_waits_first(error: MiroError, waits: float) -> None:
    assert POLICY.wait(error, 1, now=NOW, chance=0.0) == waits


def test_waits_double() -> None:
    waits = [POLICY.wait(limited(), n, now=NOW, chance=0.0) for n in range(1, 8)]
    assert waits == [1, 2, 4, 8, 16, 32, 61]


def test_jitter_adds_a_quarter_at_most() -> None:
    assert POLICY.wait(limited(), 3, now=NOW, chance=1.0) == 5.0


@given(
    attempt=st.integers(1, 10_000),
    chance=st.floats(0, 1),
    after=st.none() | st.floats(0, 1e12),
    reset=st.none() | st.floats(-1e12, 1e12),
)
def test_no_wait_is_negative_or_endless(
    attempt: int, chance: float, after: float | None, reset: float | None
) -> None:
    error = TooManyRequests(ErrorFacts(rate=RateFacts(retry_after=after, reset_at=reset)))
    assert 0 < POLICY.wait(error, attempt, now=NOW, chance=chance) <= POLICY.longest_wait


@pytest.mark.parametrize(("error", "tries"), [(limited(), 8), (ServerTrouble(ErrorFacts()), 5)])
def test_it_gives_up_after_the_tries_it_has(error: MiroError, tries: int) -> None:
    clock, seen = FakeClock(), []

    def attempt(this: Try) -> None:
        seen.append(this.number)
        raise error

    with pytest.raises(type(error)):
        _repeat(attempt, clock)
    assert seen == list(range(1, tries + 1))
    assert len(clock.slept) == tries - 1


@pytest.mark.parametrize(
    ("first", "doubt"),
    [
        (ServerTrouble(ErrorFacts()), True),
        (Unreachable(ErrorFacts()), True),
        (NotSent(ErrorFacts()), False),
        (limited(), False),
    ],
)
def test_doubt_is_left_by_what_may_have_been_carried_out(first: MiroError, *, doubt: bool) -> None:
    def attempt(this: Try) -> bool:
        if this.number == 1:
            raise first
        return this.doubt

    assert _repeat(attempt, FakeClock()) is doubt


def _repeat(attempt: object, clock: FakeClock) -> object:
    return repeatedly(
        attempt,  # type: ignore[arg-type]
        policy=POLICY,
        clock=clock,
        sleep=clock.sleep,
        random=lambda: 0.0,
    )
