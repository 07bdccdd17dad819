"""How an answer can be lost, as far as the exceptions of a network tell."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable
from enum import StrEnum


class Loss(StrEnum):
    """Why no answer came."""

    REFUSED = "refused"
    UNKNOWN_HOST = "unknown_host"
    CERTIFICATE = "certificate"
    LATE = "late"
    BROKEN = "broken"
    OTHER = "other"


def loss_of(causes: Iterable[BaseException]) -> Loss:
    """Return why no answer came, by an exception and what it was raised from."""
    found = tuple(causes)
    return next(
        (loss for loss, kinds in _signs() if any(isinstance(cause, kinds) for cause in found)),
        Loss.OTHER,
    )


def _signs() -> Iterable[tuple[Loss, tuple[type[BaseException], ...]]]:
    """Yield losses by their exceptions, in the order they are looked for.

    A failed connection holds all that led to it.
    """
    from requests import exceptions  # noqa: PLC0415  # heavy, and who only plans loses no answer

    yield Loss.REFUSED, (ConnectionRefusedError,)
    yield Loss.UNKNOWN_HOST, (socket.gaierror,)
    yield Loss.CERTIFICATE, (ssl.SSLError,)
    yield Loss.LATE, (exceptions.Timeout, TimeoutError)
    yield (
        Loss.BROKEN,
        (exceptions.ConnectionError, exceptions.ChunkedEncodingError, ConnectionError),
    )
