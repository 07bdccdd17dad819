"""Serves the web service with waitress, workers inside the same process."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from signal import SIGTERM, signal
from threading import current_thread, main_thread
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from waitress import create_server, wasyncore  # type: ignore[import-untyped]  # it ships no types

from board_templates.method import Lang
from service.app import create_app
from service.config import ServiceConfig, is_loopback
from service.errors import sign_in_missing
from workshops.koosloome import Koosloome
from workshops.ports import Clock

THREADS = 8


class MachineClock:
    """The clock of this machine."""

    def now(self) -> float:
        """Return epoch seconds."""
        return time.time()


class Server:
    """An application that listens at an address; `run` answers until it is stopped."""

    def __init__(self, app: Flask, listener: socket.socket, url_scheme: str) -> None:
        self.port: int = listener.getsockname()[1]
        self._open: dict[int, Any] = {}
        self._server = create_server(
            app,
            map=self._open,
            sockets=[listener],
            threads=THREADS,
            ident="koosloome",
            url_scheme=url_scheme,
        )

    def run(self) -> None:
        """Answer until `stop`, SIGTERM or Ctrl + C, then let go of the address."""
        try:
            self._server.run()
        finally:
            self._server.task_dispatcher.shutdown()
            wasyncore.close_all(self._open)

    def stop(self) -> None:
        """Let `run` return, whichever thread it is in."""
        self._server.trigger.pull_trigger(lambda: wasyncore.close_all(self._open))


def serve(
    k: Koosloome,
    host: str,
    port: int,
    *,
    clock: Clock | None = None,
    lang: Lang = "et",
    ready: Callable[[int], None] | None = None,
) -> None:
    """Answer on this address until the process is told to stop.

    What is due is deleted first. `ready` is told the port once it is open. Raises as `make_server`.
    """
    server = make_server(k, host, port, clock=clock or MachineClock(), lang=lang)
    if ready is not None:
        ready(server.port)
    k.delete_due()
    k.start_worker()
    if current_thread() is main_thread():
        signal(SIGTERM, _leave)
    try:
        server.run()
    finally:
        k.stop_worker()


def make_server(k: Koosloome, host: str, port: int, *, clock: Clock, lang: Lang = "et") -> Server:
    """Return a server that listens; port 0 takes a free one.

    Raises `InputFaults`, in `lang`, when others could reach the address and sign-in isn't set up,
    or when it is and there is no key; and `OSError` when the port is not to be had.
    """
    config = ServiceConfig.of(k)
    if not is_loopback(host) and not config.sign_in:
        raise sign_in_missing(host, lang)
    app = create_app(k, clock=clock, config=config)
    listener = listening(host.strip("[]"), port)
    return Server(app, listener, urlsplit(config.public_url).scheme)


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that has the address; waitress forgets to let go of one it can't have."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


def _leave(_number: int, _frame: object) -> None:
    """End as on Ctrl + C, so that what is under way is put down in order."""
    raise SystemExit(0)
