"""From the client's errors to ours: what they mean for the person at the door."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from miro_client import errors as miro
from workshops.errors import (
    BoardNotFound,
    KoosloomeError,
    MiroRefused,
    MiroUnreachable,
    NotAllowed,
    NotSignedIn,
    SandboxTokenElsewhere,
)


def meaning(error: miro.MiroError, *, board: str | None = None) -> KoosloomeError:
    """Return what a client's error means here; `board` is named when Miro knows no such thing."""
    reason = said(error)
    if isinstance(error, miro.SandboxTokenRefused):
        return SandboxTokenElsewhere()
    if isinstance(error, miro.NotSignedIn | miro.SignInRefused):
        return NotSignedIn(reason=reason)
    if isinstance(error, miro.NotAllowed):
        return NotAllowed(reason=reason)
    if isinstance(error, miro.NotFound) and board is not None:
        return BoardNotFound(ref=board)
    if isinstance(error, miro.Refused) and not isinstance(error, miro.TooManyRequests):
        return MiroRefused(reason=reason, operation=error.operation, status=error.status)
    return MiroUnreachable(reason=reason)


def said(error: miro.MiroError) -> str:
    """Return what Miro said, as a sentence; never holds a token."""
    words = error.message or error.happened
    fields = "; ".join(str(field) for field in error.fields)
    sentence = f"{words} ({fields})" if fields else words
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


@contextmanager
def meant(*, board: str | None = None) -> Iterator[None]:
    """Raise what a client's error means here, in its place."""
    try:
        yield
    except miro.MiroError as error:
        raise meaning(error, board=board) from error
