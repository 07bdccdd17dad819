"""From the client's errors to ours: what they mean for the person at the door."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from miro_client import errors as miro
from miro_client.losses import Loss
from workshops.errors import (
    BoardNotFound,
    KoosloomeError,
    MiroRefused,
    MiroUnreachable,
    NotAllowed,
    NotSignedIn,
    SandboxTokenElsewhere,
)
from workshops.faults import N_


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


LOSSES = {
    Loss.REFUSED: N_("The connection was refused; check the network, and MIRO_API_URL if set."),
    Loss.UNKNOWN_HOST: N_("The host is not known; check the network, and MIRO_API_URL if set."),
    Loss.CERTIFICATE: N_("Its certificate is not trusted here."),
    Loss.LATE: N_("There was no answer in time."),
    Loss.BROKEN: N_("The connection broke."),
    Loss.OTHER: N_("The call could not be made."),
}


def said(error: miro.MiroError) -> str:
    """Return what Miro said, or why it could not, as a sentence; never holds a token."""
    if error.facts.loss is not None:
        return LOSSES[error.facts.loss]
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
