"""Sees every exchange of a test run: what is asked through requests, what the sandbox answers."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import flask
import requests
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from tests.openapi.checking import Exchange

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.openapi.checking import Checker

# The sandbox's own pages and switches, and the sign-in endpoints, which the document leaves out.
ELSEWHERE = ("/sandbox/", "/_sandbox/", "/oauth/", "/v1/oauth/token")
# Where a picture's bytes are fetched from; a test fake of an exporter shows the form.
FILES = "/resources/"
# The sandbox's word for an operation it lacks.
NOT_EMULATED = 501
# Miro's host or the sandbox's: everything else that tests call has other paths.
OURS = ("/v1/", "/v2/")


class Watch:
    """Holds what it sees against the document and keeps the faults until they are taken.

    Every answer of the sandbox is checked. A request is checked unless it was refused, for a test
    may well send what must be refused: so the sandbox may accept nothing that the document doesn't,
    and our client may send nothing else.
    """

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._lock = threading.Lock()
        self._faults: dict[str, None] = {}
        self._send: Callable[..., requests.Response] | None = None
        self.exchanges = 0

    def start(self) -> None:
        """Begin to watch."""
        flask.request_finished.connect(self._answered)
        send = self._send = requests.Session.send

        def seen(
            session: requests.Session, request: requests.PreparedRequest, **more: object
        ) -> requests.Response:
            response = send(session, request, **more)
            self._asked(request, response.status_code)
            return response

        requests.Session.send = seen  # type: ignore[method-assign]  # looks on, changes nothing

    def stop(self) -> None:
        """Watch no more."""
        flask.request_finished.disconnect(self._answered)
        if self._send is not None:
            requests.Session.send = self._send  # type: ignore[method-assign]  # as it was

    def taken(self) -> list[str]:
        """Give the faults found since the last time."""
        with self._lock:
            found = list(self._faults)
            self._faults.clear()
        return found

    def _answered(self, sender: flask.Flask, response: flask.Response, **_: object) -> None:
        path = flask.request.path
        if sender.name != "miro_sandbox" or path.startswith(ELSEWHERE) or FILES in path:
            return
        exchange = _exchange(flask.request, response.status_code, response.get_data())
        faults = self._checker.faults_of_answer(exchange)
        if _accepted(response.status_code):
            faults += self._checker.faults_of_request(exchange)
        self._keep(faults)

    def _asked(self, request: requests.PreparedRequest, status: int) -> None:
        path = urlsplit(str(request.url)).path
        if not path.startswith(OURS) or path.startswith(ELSEWHERE) or FILES in path:
            return
        if _accepted(status):
            with _parsed(request) as parsed:
                # The path as it went out, in which an id may hold an escaped slash.
                exchange = replace(_exchange(parsed, status), path=path)
            self._keep(self._checker.faults_of_request(exchange))

    def _keep(self, faults: list[str]) -> None:
        with self._lock:
            self.exchanges += 1
            self._faults.update(dict.fromkeys(faults))


def _accepted(status: int) -> bool:
    """Say whether the request itself was found right: carried out, or refused for other reasons."""
    return status < 400 or status == 429 or (status >= 500 and status != NOT_EMULATED)


def _exchange(request: Request, status: int, answered: bytes = b"") -> Exchange:
    sent = request.get_data()
    parts = {}
    for name, file in request.files.items():
        # Whoever answered has read it to its end.
        file.seek(0)
        parts[name] = file.read().decode("latin-1")
    return Exchange(
        method=request.method,
        path=request.path,
        query=request.args.to_dict(),
        media_type=request.mimetype,
        sent=sent,
        status=status,
        answered=answered,
        parts=parts | request.form.to_dict(),
    )


def _parsed(request: requests.PreparedRequest) -> Request:
    address = urlsplit(str(request.url))
    body = request.body or b""
    builder = EnvironBuilder(
        path=address.path,
        query_string=address.query,
        method=request.method or "GET",
        headers=list(request.headers.items()),
        data=body.encode() if isinstance(body, str) else body,
    )
    return Request(builder.get_environ())
