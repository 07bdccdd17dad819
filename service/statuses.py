"""Which HTTP status answers which error: the one table of this door."""

from __future__ import annotations

from http import HTTPStatus

from workshops.errors import (
    AlreadyUnfinished,
    BeingMade,
    Cancelled,
    InputFaults,
    KoosloomeError,
    NeedsSignIn,
    NotAllowed,
    NotFound,
    OurFault,
    Unfinished,
)

STATUSES: tuple[tuple[type[KoosloomeError], HTTPStatus], ...] = (
    (InputFaults, HTTPStatus.UNPROCESSABLE_ENTITY),
    (NotAllowed, HTTPStatus.FORBIDDEN),
    (NeedsSignIn, HTTPStatus.UNAUTHORIZED),
    (NotFound, HTTPStatus.NOT_FOUND),
    (AlreadyUnfinished, HTTPStatus.CONFLICT),
    (BeingMade, HTTPStatus.CONFLICT),
    (Cancelled, HTTPStatus.CONFLICT),
    (Unfinished, HTTPStatus.SERVICE_UNAVAILABLE),
    (OurFault, HTTPStatus.INTERNAL_SERVER_ERROR),
)


def status_for(error: KoosloomeError) -> HTTPStatus:
    """Return the status of an error: that of the first of its kinds in the table."""
    found = (status for kind, status in STATUSES if isinstance(error, kind))
    return next(found, HTTPStatus.INTERNAL_SERVER_ERROR)
