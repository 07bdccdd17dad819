"""Waits on this machine for the browser that Miro sends back after a sign-in."""

from __future__ import annotations

import hmac
import html
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit

HOST = "127.0.0.1"
PORT = 8912
PATH = "/miro/callback"
MOST_WAIT = 1.0
PATIENCE = 5.0  # with a browser that connects and says nothing


def redirect_uri(port: int) -> str:
    """Return the address that has to be set with the app in Miro."""
    return f"http://{HOST}:{port}{PATH}"


@dataclass(frozen=True)
class Pages:
    """What the browser shows: the answer that was awaited, and any other."""

    done: str
    other: str


class Callback:
    """Listens on this machine's own address until the right answer has come.

    An answer with another `state` is refused and the wait goes on: whoever sends one cannot end
    somebody else's sign-in. Raises `OSError` when the port is taken.
    """

    def __init__(self, port: int, state: str, pages: Pages) -> None:
        self._state = state
        self._pages = pages
        self._server = _Server((HOST, port), _Handler, self._judged)
        self._redirected: str | None = None

    @property
    def port(self) -> int:
        """The port that was taken."""
        return int(self._server.server_address[1])

    def __enter__(self) -> Self:
        """Listen."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop listening."""
        self._server.server_close()

    def wait(self, seconds: float, clock: Callable[[], float]) -> str | None:
        """Return path and query of the right answer; null when it did not come in time."""
        end = clock() + seconds
        while self._redirected is None and (left := end - clock()) > 0:
            self._server.timeout = min(left, MOST_WAIT)
            self._server.handle_request()
        return self._redirected

    def _judged(self, target: str) -> tuple[int, str]:
        parts = urlsplit(target)
        if parts.path != PATH:
            return 404, self._pages.other
        given = parse_qs(parts.query).get("state", [""])[0]
        if not hmac.compare_digest(given.encode(), self._state.encode()):
            return 400, self._pages.other
        self._redirected = target
        return 200, self._pages.done


class _Server(HTTPServer):
    allow_reuse_address = False  # on Windows two programs could share the port

    def __init__(
        self,
        address: tuple[str, int],
        handler: type[BaseHTTPRequestHandler],
        judge: Callable[[str], tuple[int, str]],
    ) -> None:
        self.judge = judge
        super().__init__(address, handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Let go of a browser that went away; the address it called may hold the code."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "Koosloome"
    sys_version = ""
    timeout = PATIENCE

    def do_GET(self) -> None:
        """Answer with a page that loads nothing."""
        status, sentence = self.server.judge(self.path)
        page = f'<!doctype html><meta charset="utf-8"><title>Koosloome</title><p>{_text(sentence)}'
        body = page.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's word
        """Say nothing: the address holds the code."""


def _text(sentence: str) -> str:
    return html.escape(sentence)
