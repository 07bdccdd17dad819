"""What the client asks of its host: time, tokens, pacing and a witness of calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from miro_client.limits import RateFacts


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> float:
        """Epoch seconds."""
        ...


class Sleep(Protocol):
    """Lets time pass."""

    def __call__(self, seconds: float, /) -> None:
        """Returns after so many seconds."""
        ...


class TokenSource(Protocol):
    """Holds the access token of one account; called from several threads."""

    def token(self) -> str:
        """The token to send now."""
        ...

    def renewed(self, *, after: str) -> str | None:
        """A token newer than the one Miro just refused, or None when there can't be one."""
        ...


class Pacer(Protocol):
    """Keeps the calls of one account within Miro's budget; called from several threads.

    For every `reserve` there is exactly one `settle` with the same credits, also when no answer
    came (`facts` is then empty). A repeated call reserves again.
    """

    def reserve(self, cost: int, /) -> None:
        """Returns when so many credits may be spent; sleeps till then."""
        ...

    def settle(self, cost: int, facts: RateFacts, /) -> None:
        """Tells what the answer to a reserved call said about the budget."""
        ...


@dataclass(frozen=True, slots=True)
class CallFacts:
    """One attempt at a call, for counting and logging; holds no token and no content.

    Attributes:
        operation: name in `miro_client.operations`.
        method: HTTP method.
        path: path template, without ids.
        status: of the answer; None when none came.
        credits: what the attempt cost by Miro's table.
        seconds: from sending to the whole answer.
        attempt: 1 for the first; a call renewed after a 401 keeps its number.
        request_id: Miro's name of the request, if it gave one.
        lost: why no answer came; None when one did.
        server_time: the server's clock in epoch seconds, if its answer told it.
    """

    operation: str
    method: str
    path: str
    status: int | None
    credits: int
    seconds: float
    attempt: int
    request_id: str | None
    lost: str | None
    server_time: float | None = None


class Observer(Protocol):
    """Is told of every attempt; must not raise, and is called from several threads."""

    def __call__(self, facts: CallFacts, /) -> object:
        """Takes note."""
        ...
