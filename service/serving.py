"""Serves the web service with waitress, workers inside the same process."""

from __future__ import annotations

from urllib.parse import urlsplit

from waitress import serve as listen  # type: ignore[import-untyped]  # it ships no types

from service.app import create_app
from service.config import ServiceConfig, is_loopback
from service.errors import SignInMissing
from workshops.koosloome import Koosloome
from workshops.ports import Clock

THREADS = 8


def serve(k: Koosloome, host: str, port: int, *, clock: Clock) -> None:
    """Answer on this address until the process is told to stop.

    Raises `SignInMissing` when others could reach the address and sign-in isn't set up, and
    `InputFaults` when sign-in is set up without a key. What is due is deleted first.
    """
    config = ServiceConfig.of(k)
    if not is_loopback(host) and not config.sign_in:
        raise SignInMissing(host=host)
    app = create_app(k, clock=clock, config=config)
    k.delete_due()
    k.start_worker()
    try:
        listen(
            app,
            host=host.strip("[]"),
            port=port,
            threads=THREADS,
            ident="koosloome",
            url_scheme=urlsplit(config.public_url).scheme,
        )
    finally:
        k.stop_worker()
