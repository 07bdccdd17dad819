"""How an answer can be lost, as far as the exceptions of a network tell."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable
from enum import StrEnum

import requests


class Loss(StrEnum):
    """Why no answer came."""

    REFUSED = "refused"
    UNKNOWN_HOST = "unknown_host"
    CERTIFICATE = "certificate"
    LATE = "late"
    BROKEN = "broken"
    OTHER = "other"


# In the order they are looked for: a failed connection holds all that led to it.
_SIGNS: tuple[tuple[Loss, tuple[type[BaseException], ...]], ...] = (
    (Loss.REFUSED, (ConnectionRefusedError,)),
    (Loss.UNKNOWN_HOST, (socket.gaierror,)),
    (Loss.CERTIFICATE, (ssl.SSLError,)),
    (Loss.LATE, (requests.exceptions.Timeout, TimeoutError)),
    (
        Loss.BROKEN,
        (
            requests.exceptions.ConnectionError,
            requests.exceptions.ChunkedEncodingError,
            ConnectionError,
        ),
    ),
)


def loss_of(causes: Iterable[BaseException]) -> Loss:
    """Return why no answer came, by an exception and what it was raised from."""
    found = tuple(causes)
    return next(
        (loss for loss, kinds in _SIGNS if any(isinstance(cause, kinds) for cause in found)),
        Loss.OTHER,
    )
