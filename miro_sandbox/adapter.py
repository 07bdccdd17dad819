"""Calls the sandbox in the same process, by a requests adapter that speaks WSGI."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter, HTTPAdapter
from urllib3 import HTTPHeaderDict
from urllib3.response import HTTPResponse
from werkzeug.datastructures import Headers
from werkzeug.test import EnvironBuilder

from miro_sandbox.wire import SLEEP_KEY, ConnectionDroppedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from wsgiref.types import WSGIApplication, WSGIEnvironment

    Write = Callable[[bytes], object]


class WsgiAdapter(BaseAdapter):
    """Mounts a WSGI application on a requests session in place of a socket.

    Dropped answers surface as requests.ConnectionError, cut ones as ChunkedEncodingError, and an
    answer slower than the call's time-out as ReadTimeout, after its effect; `sleep` does the
    waiting.
    """

    def __init__(
        self, app: WSGIApplication, *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        super().__init__()
        self._app = app
        self._sleep = sleep
        self._builder = HTTPAdapter()

    def send(  # noqa: D102, PLR0917  # documented and shaped by requests
        self,
        request: requests.PreparedRequest,
        stream: bool = False,  # noqa: FBT001, FBT002  # requests' signature
        timeout: float | tuple[float, float] | tuple[float, None] | None = None,
        verify: bool | str = True,  # noqa: FBT001, FBT002, ARG002  # requests' signature
        cert: object = None,  # noqa: ARG002  # requests' signature
        proxies: Mapping[str, str] | None = None,  # noqa: ARG002  # requests' signature
    ) -> requests.Response:
        environ = _environ(request)
        environ[SLEEP_KEY] = self._sleeper(request, timeout)
        try:
            raw = _run(self._app, environ)
        except ConnectionDroppedError as error:
            raise requests.exceptions.ConnectionError(error, request=request) from error
        response = self._builder.build_response(request, raw)
        if not stream:
            _ = response.content
        return response

    def close(self) -> None:
        """Let go of nothing; there is no socket."""
        self._builder.close()

    def _sleeper(
        self,
        request: requests.PreparedRequest,
        timeout: float | tuple[float, float] | tuple[float, None] | None,
    ) -> Callable[[float], None]:
        patience = timeout[1] if isinstance(timeout, tuple) else timeout

        def wait(seconds: float) -> None:
            if patience is None or seconds <= patience:
                self._sleep(seconds)
                return
            self._sleep(patience)
            raise requests.exceptions.ReadTimeout(
                f"No answer within {patience} seconds", request=request
            )

        return wait


def _environ(request: requests.PreparedRequest) -> WSGIEnvironment:
    address = urlsplit(str(request.url))
    body = request.body if request.body is not None else b""
    builder = EnvironBuilder(
        path=address.path,
        base_url=f"{address.scheme}://{address.netloc}",
        query_string=address.query,
        method=request.method or "GET",
        headers=Headers(list(request.headers.items())),
        data=None,
        input_stream=io.BytesIO(body.encode() if isinstance(body, str) else bytes(body)),
    )
    environ = builder.get_environ()
    builder.close()
    return environ


def _run(app: WSGIApplication, environ: WSGIEnvironment) -> HTTPResponse:
    chunks: list[bytes] = []
    started: list[tuple[str, list[tuple[str, str]]]] = []

    def start(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> Write:  # noqa: ARG001  # WSGI
        started.append((status, headers))
        return chunks.append

    answer = app(environ, start)
    try:
        # Not extend: what came before a lost connection must stay.
        for chunk in answer:
            chunks.append(chunk)  # noqa: PERF402  # as above
    except ConnectionDroppedError:
        if not started:
            raise
    finally:
        close = getattr(answer, "close", None)
        if close is not None:
            close()
    status, headers = started[-1]
    code, _, reason = status.partition(" ")
    return HTTPResponse(
        body=io.BytesIO(b"".join(chunks)),
        headers=HTTPHeaderDict(headers),
        status=int(code),
        reason=reason,
        preload_content=False,
    )
