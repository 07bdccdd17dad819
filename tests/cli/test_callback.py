"""The one answer that login waits for."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection

import pytest

from cli.callback import HOST, PATH, Callback, Pages, redirect_uri

PAGES = Pages(done="valmis <b>", other="vale")


@pytest.fixture
def callback() -> Iterator[Callback]:
    with Callback(0, "right-state", PAGES) as listening:
        yield listening


class Waiting(threading.Thread):
    """The wait, in a thread; `came` is what it gave."""

    def __init__(self, callback: Callback) -> None:
        super().__init__(daemon=True)
        self._callback = callback
        self.came: str | None = None

    def run(self) -> None:
        self.came = self._callback.wait(30, time.monotonic)


def get(callback: Callback, target: str, method: str = "GET") -> tuple[int, str]:
    connection = HTTPConnection(HOST, callback.port, timeout=10)
    connection.request(method, target)
    answer = connection.getresponse()
    told = answer.status, answer.read().decode()
    connection.close()
    return told


def test_the_right_answer_ends_the_wait_and_others_do_not(callback: Callback) -> None:
    waiting = Waiting(callback)
    waiting.start()
    assert get(callback, "/favicon.ico")[0] == 404
    assert get(callback, f"{PATH}?code=theirs&state=another")[0] == 400
    assert get(callback, f"{PATH}?code=theirs")[0] == 400
    assert get(callback, f"{PATH}?code=c&state=right-state", "POST")[0] == 501
    status, page = get(callback, f"{PATH}?code=mine&state=right-state")
    waiting.join(30)
    assert waiting.came == f"{PATH}?code=mine&state=right-state"
    assert status == 200
    assert "valmis &lt;b&gt;" in page


def test_a_refusal_is_an_answer_too(callback: Callback) -> None:
    waiting = Waiting(callback)
    waiting.start()
    assert get(callback, f"{PATH}?error=access_denied&state=right-state")[0] == 200
    waiting.join(30)
    assert waiting.came == f"{PATH}?error=access_denied&state=right-state"


def test_the_wait_ends(callback: Callback) -> None:
    times = iter([0.0, 10.0, 31.0])
    assert callback.wait(10.001, lambda: next(times)) is None


def test_only_this_machine_is_listened_to(callback: Callback) -> None:
    assert callback._server.server_address[0] == "127.0.0.1"


def test_a_taken_port_is_said(callback: Callback) -> None:
    with pytest.raises(OSError, match="in use"):
        Callback(callback.port, "s", PAGES)


def test_nothing_listens_afterwards() -> None:
    with Callback(0, "s", PAGES) as listening:
        port = listening.port
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((HOST, port), timeout=5)


def test_the_address_to_set_with_the_app() -> None:
    assert redirect_uri(8912) == "http://127.0.0.1:8912/miro/callback"
