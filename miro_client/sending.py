"""The thin I/O: one call out, one answer in, and no exception for what the network does."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from typing import NamedTuple

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from requests.exceptions import BaseHTTPError  # type: ignore[attr-defined]  # urllib3's base

from miro_client.answers import Answer, Lost
from miro_client.calls import Call
from miro_client.losses import loss_of
from miro_client.ports import Clock
from miro_client.redaction import Secret, redactor

SessionFactory = Callable[[], requests.Session]

# What certainly happens before a request leaves. A failed TLS handshake isn't here, except for
# an unfit certificate: urllib3 reports a handshake and a broken read by the same class. Nor are
# requests' InvalidHeader and InvalidURL: it raises them for an answer's headers as well.
_BEFORE_SENDING = (
    requests.exceptions.ConnectTimeout,
    requests.exceptions.InvalidProxyURL,
    socket.gaierror,
    ConnectionRefusedError,
    ssl.SSLCertVerificationError,
)

# ValueError: requests parses the address of a redirect even when it isn't to follow it.
_FAULTS = (requests.RequestException, BaseHTTPError, OSError, ValueError)

_DEEPEST_CAUSE = 12


class Timeout(NamedTuple):
    """Seconds to wait for a connection, and between two pieces of an answer."""

    connect: float = 10.0
    read: float = 30.0


class Bearer(AuthBase):
    """Sets the Authorization header, so that a `.netrc` of the machine can't replace it.

    Source: requests overwrites the header from `.netrc` unless `auth` is given.
    """

    def __init__(self, token: Secret) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Signs the request."""
        request.headers["Authorization"] = f"Bearer {self._token.reveal()}"
        return request


class Anonymous(AuthBase):
    """Sends no Authorization header, also when the machine has a `.netrc`."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Leaves the request as it is."""
        return request


def pooled_sessions(connections: int = 16) -> SessionFactory:
    """A factory of sessions that share one pool of connections.

    Each thread has a session of its own, since `requests.Session` doesn't promise to be safe;
    the pool does, and spares every new thread a TLS handshake.
    """
    adapter = HTTPAdapter(pool_connections=4, pool_maxsize=connections)

    def new_session() -> requests.Session:
        session = requests.Session()
        session.mount("https://", adapter)
        session.mount("http://", adapter)
        return session

    return new_session


def send(
    session: requests.Session,
    base_url: str,
    call: Call,
    *,
    token: Secret | None,
    timeout: Timeout,
    clock: Clock,
) -> Answer | Lost:
    """Sends one call once and gives what came of it, without following redirects.

    A redirect isn't followed because it can turn a POST into a GET and drop a query; dropping
    `tag_id` would turn the removal of a tag into the deletion of a note.
    """
    try:
        response = session.request(
            call.operation.method,
            base_url + call.path,
            data=call.content,
            files=_files(call),
            headers=_headers(call),
            auth=Anonymous() if token is None else Bearer(token),
            timeout=(timeout.connect, timeout.read),
            allow_redirects=False,
        )
        return _answer(response, clock.now())
    except _FAULTS as exc:
        return _lost(exc, token)


def _headers(call: Call) -> dict[str, str]:
    headers = {"Accept": "application/json"}
    if call.content_type:
        headers["Content-Type"] = call.content_type
    return headers


def _files(call: Call) -> list[tuple[str, tuple[str | None, bytes, str]]] | None:
    if not call.parts:
        return None
    return [(part.name, (part.filename, part.content, part.media_type)) for part in call.parts]


def _answer(response: requests.Response, now: float) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(response.status_code, headers, response.content or b"", now)


def _lost(exc: Exception, token: Secret | None) -> Lost:
    """Keeps the words of an exception, not the exception: it carries the request's headers."""
    redact = redactor(*([token.reveal()] if token else []))
    causes = tuple(_causes(exc))
    sent = not any(isinstance(cause, _BEFORE_SENDING) for cause in causes)
    return Lost(reason=redact(f"{type(exc).__name__}: {exc}"), sent=sent, loss=loss_of(causes))


def _causes(exc: BaseException) -> Iterator[BaseException]:
    """The exception, what it was raised from and what it holds, to a limited depth."""
    waiting, seen = [exc], 0
    while waiting and seen < _DEEPEST_CAUSE:
        one = waiting.pop(0)
        seen += 1
        yield one
        inner = (one.__cause__, one.__context__, getattr(one, "reason", None), *one.args)
        waiting += [cause for cause in inner if isinstance(cause, BaseException)]
