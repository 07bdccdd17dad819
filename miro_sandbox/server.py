"""The sandbox on a socket, with threads; a dropped answer really closes the connection."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING, Self

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

# How often, in seconds, a listener looks whether it should stop.
_POLL = 0.05
# How many calls may wait to be taken.
_WAITING = 128


class _QuietHandler(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002  # werkzeug's
        """Say nothing; who wants to see calls has the client's log."""

    def address_string(self) -> str:
        """Give the bare address; looking names up would leave the machine."""
        return str(self.client_address[0])


class _Listener(ThreadedWSGIServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Let the connection close without an answer: that is what a drop rule asks for."""


class Server:
    """The sandbox listening on a port of this machine; use as a context manager, then call `url`.

    Port 0 takes a free one. Raises OSError when the address is not to be had.
    """

    def __init__(self, app: WSGIApplication, host: str = "127.0.0.1", port: int = 0) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        # Werkzeug, given the address itself, would end the process where it cannot be had.
        with socket.create_server((host, port), family=family, backlog=_WAITING) as opened:
            self._listener = _Listener(
                host,
                opened.getsockname()[1],
                app,
                handler=_QuietHandler,
                passthrough_errors=True,
                fd=opened.fileno(),
            )
        self._thread = threading.Thread(
            target=self._listener.serve_forever, args=(_POLL,), daemon=True
        )
        shown = f"[{host}]" if ":" in host else host
        self.url = f"http://{shown}:{self._listener.port}"

    def __enter__(self) -> Self:
        """Start listening."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop listening."""
        self._listener.shutdown()
        self._thread.join()
        self._listener.server_close()

    def run(self) -> None:
        """Listen until interrupted."""
        try:
            self._listener.serve_forever()
        finally:
            self._listener.server_close()
