"""What can go wrong with a call, as a table, and the wire that lets it go wrong at any position."""

from __future__ import annotations

import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from werkzeug.datastructures import Headers
from werkzeug.test import EnvironBuilder, run_wsgi_app
from werkzeug.wrappers import Response

from miro_sandbox.wire import SLEEP_KEY, ConnectionDroppedError

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from flask import Flask

    from tests.workshops.conftest import FakeClock

NO_ANSWER = 31.0  # seconds, one more than the product waits
FAR_AHEAD = 7_200.0
TWENTY = 20
ID = re.compile(r"(?<=/)(?:\d{6,}|uXj[^/]+)(?=/|$)")

Strike = Callable[["Wire", "WSGIEnvironment", "StartResponse"], Iterable[bytes]]


@dataclass(frozen=True)
class Fault:
    """One row of the table.

    `times` is how many calls of the kind it strikes from the position on. `passes` tells that the
    product must get over it by itself; else it may stop, say so and be resumed. `on` limits it to
    calls that write (`POST`) or read (`GET`). `in_process` is what no socket shows quickly.
    """

    name: str
    strike: Strike
    times: int = 1
    passes: bool = True
    on: str = ""
    in_process: bool = False

    def fits(self, kind: str) -> bool:
        """Tell whether a call of this kind can suffer it."""
        return kind.startswith(self.on)


@dataclass
class Wire:
    """Stands before the sandbox: counts the calls by kind, and strikes the one that is armed."""

    inner: WSGIApplication
    clock: FakeClock
    calls: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    hands: threading.Lock = field(default_factory=threading.Lock)  # one person meddles at a time
    seen: Counter[str] = field(default_factory=Counter)
    armed: list[tuple[Fault, str, int]] = field(default_factory=list)
    struck: set[str] = field(default_factory=set)

    def arm(self, fault: Fault, kind: str, position: int) -> None:
        """Let the fault strike the calls of a kind from its nth on, counted from now."""
        with self.lock:
            self.armed.append((fault, kind, self.seen[kind] + position))

    def mend(self) -> None:
        """Let everything go well again, and forget what was counted; not what has struck."""
        with self.lock:
            self.armed.clear()
            self.calls.clear()
            self.seen.clear()

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer a call, or let it go wrong."""
        kind = kind_of(environ["REQUEST_METHOD"], environ.get("PATH_INFO", ""))
        with self.lock:
            self.calls.append(kind)
            self.seen[kind] += 1
            now = self.seen[kind]
            fault = next(
                (f for f, k, n in self.armed if k == kind and n <= now < n + f.times), None
            )
            self.struck |= {fault.name} if fault else set()
        return fault.strike(self, environ, start) if fault else self.inner(environ, start)

    def whole(self, environ: WSGIEnvironment) -> Response:
        """Carry the call out and give its answer."""
        body, status, headers = run_wsgi_app(self.inner, environ, buffered=True)
        return Response(b"".join(body), status=status, headers=headers)

    def ask(
        self, method: str, path: str, body: object = None, *, query: str = ""
    ) -> dict[str, Any]:
        """Call the sandbox past all faults, as somebody on the board's team."""
        environ = _environ(method, path, body, query)
        answer = self.whole(environ)
        assert answer.status_code < 300, answer.get_data(as_text=True)
        return dict(json.loads(answer.get_data() or b"{}"))


def stand_before(app: Flask, clock: FakeClock) -> Wire:
    """Put a wire before a sandbox in this process."""
    wire = Wire(app.wsgi_app, clock)
    app.wsgi_app = wire  # type: ignore[assignment]  # Flask's documented way
    return wire


def kind_of(method: str, path: str) -> str:
    """Give the kind of a call: `POST /v2/boards/*/items/bulk`."""
    return f"{method} {ID.sub('*', path)}"


def _environ(method: str, path: str, body: object, query: str) -> WSGIEnvironment:
    builder = EnvironBuilder(
        path=path,
        query_string=query,
        method=method,
        headers=Headers({"Authorization": "Bearer sandbox-me"}),
        data=None if body is None else json.dumps(body),
        content_type=None if body is None else "application/json",
    )
    try:
        return builder.get_environ()
    finally:
        builder.close()


def refusing(status: int, code: str, message: str) -> Strike:
    """Give the strike that answers with a refusal and does nothing."""
    body = {"type": "error", "code": code, "message": message, "status": status}

    def strike(_wire: Wire, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        return _json(status, body)(environ, start)

    return strike


def _limited(**headers: Callable[[float], float]) -> Strike:
    """Give a 429 whose headers are made of the time of day."""
    names = {"retry_after": "Retry-After", "reset": "X-RateLimit-Reset"}

    def strike(wire: Wire, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        answer = _json(429, {"type": "error", "code": "tooManyRequests", "status": 429})
        answer.headers["X-RateLimit-Limit"] = "100000"
        answer.headers["X-RateLimit-Remaining"] = "0"
        for name, value in headers.items():
            answer.headers[names[name]] = str(int(value(wire.clock.now())))
        return answer(environ, start)

    return strike


def _json(status: int, body: object) -> Response:
    return Response(json.dumps(body), status=status, mimetype="application/json")


def _bad_gateway(_wire: Wire, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    page = "<html><body><h1>502 Bad Gateway</h1></body></html>"
    return Response(page, status=502, mimetype="text/html")(environ, start)


def _refused(_wire: Wire, _environ: WSGIEnvironment, _start: StartResponse) -> Iterable[bytes]:
    raise ConnectionRefusedError(111, "Connection refused")


def _reset(_wire: Wire, _environ: WSGIEnvironment, _start: StartResponse) -> Iterable[bytes]:
    raise ConnectionDroppedError


def _lost(wire: Wire, environ: WSGIEnvironment, _start: StartResponse) -> Iterable[bytes]:
    wire.whole(environ)
    raise ConnectionDroppedError


def _cut(wire: Wire, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    answer = wire.whole(environ)

    def half() -> Iterator[bytes]:
        body = answer.get_data()
        start(answer.status, list(answer.headers.items()))
        yield body[: len(body) // 2]
        raise ConnectionDroppedError

    return half()


def _silent_before(wire: Wire, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    environ[SLEEP_KEY](NO_ANSWER)
    return wire.inner(environ, start)


def _silent_after(wire: Wire, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    answer = wire.whole(environ)
    environ[SLEEP_KEY](NO_ANSWER)
    return answer(environ, start)


def _spoiled(change: Callable[[bytes], bytes]) -> Strike:
    def strike(wire: Wire, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        answer = wire.whole(environ)
        answer.set_data(change(answer.get_data()))
        return answer(environ, start)

    return strike


def _broken(body: bytes) -> bytes:
    return body.rstrip()[:-1] + b',"'


def _list_changed(change: Callable[[list[Any]], list[Any]]) -> Callable[[bytes], bytes]:
    def changed(body: bytes) -> bytes:
        told = json.loads(body or b"null")
        if isinstance(told, dict) and isinstance(told.get("data"), list):
            told["data"] = change(told["data"])
        return json.dumps(told).encode() if told is not None else body

    return changed


def _board_deleted(wire: Wire, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    wire.ask("DELETE", "/".join(environ["PATH_INFO"].split("/")[:4]))
    return wire.inner(environ, start)


def _item_added(wire: Wire, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    board = "/".join(environ["PATH_INFO"].split("/")[:4])
    wire.ask("POST", f"{board}/sticky_notes", {"data": {"content": "Vahepeal kirjutatud"}})
    return wire.inner(environ, start)


def _gone(kind: str) -> Strike:
    """Delete the first item of a kind that the board lists."""

    def gone(wire: Wire, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        board = "/".join(environ["PATH_INFO"].split("/")[:4])
        with wire.hands:
            [first, *_] = wire.ask("GET", f"{board}/items", query=f"type={kind}")["data"]
            wire.ask("DELETE", f"{board}/items/{first['id']}")
        return wire.inner(environ, start)

    return gone


FAULTS = (
    Fault("429 once", _limited()),
    Fault("429 once with Retry-After", _limited(retry_after=lambda _now: 3)),
    Fault("429 once, reset in the past", _limited(reset=lambda now: now - 100)),
    Fault("429 once, reset far ahead", _limited(reset=lambda now: now + FAR_AHEAD)),
    Fault("429 × 20", _limited(), TWENTY, passes=False),
    Fault("429 × 20 with Retry-After", _limited(retry_after=lambda _now: 3), TWENTY, passes=False),
    Fault("500 once", refusing(500, "3.0000", "Internal fault")),
    Fault("500 × 20", refusing(500, "3.0000", "Internal fault"), TWENTY, passes=False),
    Fault("502 with HTML", _bad_gateway),
    Fault("connection refused", _refused, in_process=True),
    Fault("connection refused × 20", _refused, TWENTY, passes=False, in_process=True),
    Fault("reset before the write", _reset),
    Fault("reset before the write × 20", _reset, TWENTY, passes=False),
    Fault("answer lost after the write", _lost),
    Fault("answer lost × 20", _lost, TWENTY, passes=False),
    Fault("answer cut in the middle", _cut),
    Fault("200 with broken JSON", _spoiled(_broken)),
    Fault("fewer items than sent", _spoiled(_list_changed(lambda data: data[:-1]))),
    Fault("items in another order", _spoiled(_list_changed(lambda data: data[::-1]))),
    Fault("no answer, nothing done", _silent_before, in_process=True),
    Fault("no answer, all done", _silent_after, in_process=True),
    Fault("401", refusing(401, "tokenNotProvided", "Token is invalid"), passes=False),
    Fault("403", refusing(403, "4.0300", "No access"), passes=False),
    Fault("404", refusing(404, "4.0401", "Not found"), passes=False),
)
BOARD_DELETED = Fault("board deleted", _board_deleted, passes=False)
ITEM_ADDED = Fault("an item added while paging", _item_added)
ITEM_GONE = Fault("an item vanishing between pages", _gone("sticky_note"))
AREA_GONE = Fault("an area vanishing between pages", _gone("shape"))
BY_NAME = {fault.name: fault for fault in (*FAULTS, BOARD_DELETED, ITEM_ADDED, ITEM_GONE)}
