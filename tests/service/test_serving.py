"""The service answers on a port of this machine, and on no other without sign-in."""

from __future__ import annotations

import socket
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest

from service.serving import make_server, serve
from tests.service.conftest import StillClock, open_at
from workshops.errors import InputFaults
from workshops.koosloome import Koosloome


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5"])  # noqa: S104  # what is refused
def test_beyond_this_machine_people_must_sign_in(k: Koosloome, host: str) -> None:
    with pytest.raises(InputFaults, match="MIRO_CLIENT_ID"):
        serve(k, host, 0, clock=StillClock())


def has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        pytest.param("::1", marks=pytest.mark.skipif(not has_ipv6(), reason="no IPv6 here")),
    ],
)
def test_a_port_of_this_machine_answers(tmp_path: Path, host: str) -> None:
    with open_at(tmp_path) as k:
        server = make_server(k, host, 0, clock=StillClock())
        thread = Thread(target=server.run, daemon=True)
        thread.start()
        try:
            connection = HTTPConnection(host, server.port, timeout=10)
            connection.request("GET", "/api/methods")
            answer = connection.getresponse()
            assert (answer.status, answer.getheader("Content-Type")) == (200, "application/json")
            connection.close()
        finally:
            server.stop()
            thread.join(timeout=10)
        assert not thread.is_alive()


def test_a_port_in_use_says_so(k: Koosloome) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="already in use"):
            make_server(k, "127.0.0.1", taken.getsockname()[1], clock=StillClock())
