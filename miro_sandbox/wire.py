"""Spoils answers on their way out, where a web framework could not: lost, cut and garbled ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from werkzeug.test import run_wsgi_app
from werkzeug.wrappers import Response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from miro_sandbox.faults import Fault, Faults

# A fault that the application itself must answer travels in the environment under this key.
FAULT_KEY = "miro_sandbox.fault"
SLEEP_KEY = "miro_sandbox.sleep"
CONTROL = "/_sandbox/"


class ConnectionDroppedError(Exception):
    """The connection ends here; a server closes it, an in-process adapter reports it lost."""

    def __init__(self) -> None:
        super().__init__("The sandbox dropped this connection because a fault rule said so.")


class DistantWire:
    """A WSGI application around another that answers `delay` seconds after a call, never earlier.

    What the application itself takes is part of the delay. The control interface is near.
    """

    def __init__(
        self,
        wsgi: WSGIApplication,
        delay: float,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        self._wsgi = wsgi
        self._delay = delay
        self._clock = clock
        self._sleep = sleep

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer a call, late."""
        if environ.get("PATH_INFO", "").startswith(CONTROL):
            return self._wsgi(environ, start)
        due = self._clock() + self._delay
        try:
            return self._wsgi(environ, start)
        finally:
            left = due - self._clock()
            if left > 0:
                environ.get(SLEEP_KEY, self._sleep)(left)


class FaultyWire:
    """A WSGI application around another that lets the fault rules strike.

    `sleep` is what a slow answer waits with; a caller in the same process may give its own in the
    environment.
    """

    def __init__(
        self, wsgi: WSGIApplication, faults: Faults, sleep: Callable[[float], None]
    ) -> None:
        self._wsgi = wsgi
        self._faults = faults
        self._sleep = sleep

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer a call, well or badly; raises ConnectionDroppedError."""
        path = environ.get("PATH_INFO", "")
        fault = (
            None if path.startswith(CONTROL) else self._faults.take(environ["REQUEST_METHOD"], path)
        )
        if fault is None:
            return self._wsgi(environ, start)
        if fault.kind in {"429", "500"}:
            environ[FAULT_KEY] = fault.kind
            return self._wsgi(environ, start)
        return self._struck(fault, environ, start)

    def _struck(
        self, fault: Fault, environ: WSGIEnvironment, start: StartResponse
    ) -> Iterable[bytes]:
        if fault.kind == "drop_before":
            raise ConnectionDroppedError
        if fault.kind == "502_html":
            return _bad_gateway()(environ, start)
        whole = self._whole(environ)
        if fault.kind == "drop_after":
            raise ConnectionDroppedError
        if fault.kind == "cut":
            return _cut(whole, start)
        if fault.kind == "slow":
            environ.get(SLEEP_KEY, self._sleep)(fault.seconds)
            return whole(environ, start)
        return _SPOILERS[fault.kind](whole)(environ, start)

    def _whole(self, environ: WSGIEnvironment) -> Response:
        body, status, headers = run_wsgi_app(self._wsgi, environ, buffered=True)
        return Response(b"".join(body), status=status, headers=headers)


def _bad_gateway() -> Response:
    return Response(
        "<html><head><title>502 Bad Gateway</title></head>"
        "<body><center><h1>502 Bad Gateway</h1></center></body></html>",
        status=502,
        mimetype="text/html",
    )


def _cut(whole: Response, start: StartResponse) -> Iterator[bytes]:
    body = whole.get_data()
    start(whole.status, list(whole.headers.items()))
    yield body[: len(body) // 2]
    raise ConnectionDroppedError


def _broken(whole: Response) -> Response:
    whole.set_data(whole.get_data()[:-1].rstrip(b"}]") + b',"')
    return whole


def _fewer(whole: Response) -> Response:
    return _with_data(whole, lambda data: data[:-1])


def _reordered(whole: Response) -> Response:
    return _with_data(whole, lambda data: data[::-1])


def _with_data(whole: Response, change: Callable[[list[Any]], list[Any]]) -> Response:
    body = json.loads(whole.get_data() or b"null")
    if isinstance(body, dict) and isinstance(body.get("data"), list):
        body["data"] = change(body["data"])
        whole.set_data(json.dumps(body))
    return whole


_SPOILERS: dict[str, Callable[[Response], Response]] = {
    "broken_json": _broken,
    "fewer_items": _fewer,
    "reordered": _reordered,
}
