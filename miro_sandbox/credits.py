"""The credit budget: a fixed window per person and app, with Miro's three headers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from miro_sandbox.errors import TooManyRequestsError

if TYPE_CHECKING:
    from miro_sandbox.config import Config
    from miro_sandbox.operations import Caller
    from miro_sandbox.state.database import Tx


@dataclass(frozen=True)
class Budget:
    """What is left of the window's credits, and the epoch second it is refilled at."""

    limit: int
    remaining: int
    reset: int

    def headers(self) -> dict[str, str]:
        """Give the headers Miro sends with every answer."""
        return {
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(self.remaining),
            "X-RateLimit-Reset": str(self.reset),
        }


def untouched(now: float, config: Config) -> Budget:
    """Give the budget of somebody who has spent nothing."""
    window = int(now) // config.window_seconds
    return Budget(
        config.credits_per_minute, config.credits_per_minute, (window + 1) * config.window_seconds
    )


def left(tx: Tx, caller: Caller, config: Config) -> Budget:
    """Give the caller's budget as it stands."""
    full = untouched(tx.now, config)
    return Budget(full.limit, max(0, full.limit - _used(tx, caller, config)), full.reset)


def spend(tx: Tx, caller: Caller, cost: int, config: Config) -> Budget | None:
    """Take a call's cost; None when it does not fit (whether refused calls cost is a switch)."""
    used = _used(tx, caller, config)
    fits = used + cost <= config.credits_per_minute
    if fits or config.refused_calls_cost:
        window = int(tx.now) // config.window_seconds
        tx.run(
            "INSERT OR REPLACE INTO credits VALUES (?, ?, ?, ?)",
            caller.person.id,
            caller.app,
            window,
            used + cost,
        )
    return left(tx, caller, config) if fits else None


def refusal(budget: Budget, now: float) -> TooManyRequestsError:
    """Give the 429; its wait is the rest of the window, at least one second."""
    return TooManyRequestsError(retry_after=max(1, budget.reset - int(now)))


def _used(tx: Tx, caller: Caller, config: Config) -> int:
    return tx.number(
        "SELECT used FROM credits WHERE person = ? AND app = ? AND window = ?",
        caller.person.id,
        caller.app,
        int(tx.now) // config.window_seconds,
    )
