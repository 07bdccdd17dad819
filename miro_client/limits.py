"""What Miro's calls cost and what its answers say about the budget."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from enum import Enum

CREDITS_PER_MINUTE = 100_000
"""Budget of one user of one application. Source: https://developers.miro.com/docs/rate-limiting."""

WINDOW_SECONDS = 60.0

TOO_MANY = 429

# Epochs beyond this are in milliseconds: as seconds it is the year 5138.
_MILLISECONDS_FROM = 1e11


class Level(Enum):
    """How dear a call is; the value is its credits.

    Source: https://developers.miro.com/docs/rate-limiting.
    """

    ONE = 50
    TWO = 100
    THREE = 500
    FOUR = 2000

    @property
    def credits(self) -> int:
        """Credits of one call."""
        return self.value


@dataclass(frozen=True, slots=True)
class RateFacts:
    """What one answer said about the budget; None where it said nothing.

    Attributes:
        limit: credits per minute.
        remaining: credits left in the window.
        reset_at: when the window is refilled, in epoch seconds.
        retry_after: seconds to wait, counted from when the answer came.
        refused: whether the call was refused for want of credits (429).
    """

    limit: int | None = None
    remaining: int | None = None
    reset_at: float | None = None
    retry_after: float | None = None
    refused: bool = False


def rate_facts(headers: Mapping[str, str], *, status: int, now: float) -> RateFacts:
    """Reads the limit headers; whatever can't be understood is left out.

    Args:
        headers: with names in lower case.
        status: of the answer.
        now: epoch seconds, for a Retry-After given as a date.

    Sources: https://developers.miro.com/v1.0/reference/ratelimiting for X-RateLimit-*; RFC 9110
    10.2.3 for Retry-After, which Miro doesn't document.
    """
    return RateFacts(
        limit=_whole(headers.get("x-ratelimit-limit")),
        remaining=_whole(headers.get("x-ratelimit-remaining")),
        reset_at=_epoch(headers.get("x-ratelimit-reset")),
        retry_after=_delay(headers.get("retry-after"), now),
        refused=status == TOO_MANY,
    )


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _whole(text: str | None) -> int | None:
    number = _number(text)
    return None if number is None else int(number)


def _epoch(text: str | None) -> float | None:
    number = _number(text)
    if number is None:
        return None
    return number / 1000 if number > _MILLISECONDS_FROM else number


def _delay(text: str | None, now: float) -> float | None:
    if text is None:
        return None
    number = _number(text)
    return number if number is not None else _until_date(text, now)


def _until_date(text: str, now: float) -> float | None:
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now)
    except (ValueError, TypeError, OverflowError, IndexError, OSError):
        return None
