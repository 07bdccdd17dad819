"""Serves the web service with waitress, workers inside the same process."""

from __future__ import annotations

import socket
import time
from typing import Any
from urllib.parse import urlsplit

from waitress import create_server  # type: ignore[import-untyped]  # it ships no types

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


def serve(
    k: Koosloome, host: str, port: int, *, clock: Clock | None = None, lang: Lang = "et"
) -> None:
    """Answer on this address until the process is told to stop.

    What is due is deleted first. Raises as `make_server`.
    """
    server = make_server(k, host, port, clock=clock or MachineClock(), lang=lang)
    k.delete_due()
    k.start_worker()
    try:
        server.run()
    finally:
        server.close()
        k.stop_worker()


def make_server(k: Koosloome, host: str, port: int, *, clock: Clock, lang: Lang = "et") -> Any:  # noqa: ANN401  # waitress has no types
    """Return a server that listens; its `run` answers, its `effective_port` is the one taken.

    Raises `InputFaults`, in `lang`, when others could reach the address and sign-in isn't set up,
    or when it is and there is no key; and `OSError` when the port is not to be had.
    """
    config = ServiceConfig.of(k)
    if not is_loopback(host) and not config.sign_in:
        raise sign_in_missing(host, lang)
    app = create_app(k, clock=clock, config=config)
    return create_server(
        app,
        sockets=[listening(host.strip("[]"), port)],
        threads=THREADS,
        ident="koosloome",
        url_scheme=urlsplit(config.public_url).scheme,
    )


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that has the address; waitress forgets to let go of one it can't have."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)
