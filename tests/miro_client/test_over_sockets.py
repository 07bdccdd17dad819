"""Broken answers over real sockets, since an adapter can't break the way a network does."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from miro_client.bodies.items import StickyNoteBody
from miro_client.client import MiroClient
from miro_client.errors import MiroError, NotSent, OutcomeUnknown, Unreachable, UnreadableAnswer
from miro_client.pacing import NoPacer
from miro_client.retrying import RetryPolicy
from tests.miro_client.world import TOKEN, FakeClock

MADE = b"HTTP/1.1 201 Created\r\n"

ANSWERS = {
    "nothing": b"",
    "no HTTP": b"\x00\xffnonsense\r\n\r\n",
    "half a status line": b"HTTP/1.1 20",
    "a body cut short": MADE + b'Content-Length: 1000\r\n\r\n{"id":',
    "a broken chunk": MADE + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc",
    "no gzip": MADE + b"Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
    "an endless header": MADE + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
    "too many headers": MADE + b"".join(b"X%d: a\r\n" % n for n in range(300)) + b"\r\n",
    "two lengths": MADE + b"Content-Length: 5, 6\r\n\r\n{}",
    "a redirect to nowhere": b"HTTP/1.1 302 x\r\nLocation: http://[::\xff\r\n\r\n",
    "a negative length": MADE + b"Content-Length: -5\r\n\r\n{}",
}


@contextmanager
def server(answer: bytes) -> Iterator[str]:
    """Answers every connection with these bytes and closes it."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                connection.recv(65_536)
                connection.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


def error_of(address: str, ask: Callable[[MiroClient], object]) -> MiroError:
    clock = FakeClock()
    with (
        MiroClient.connect(
            token=TOKEN,
            base_url=address,
            pacer=NoPacer(),
            clock=clock,
            sleep=clock.sleep,
            policy=RetryPolicy(attempts=2),
        ) as client,
        pytest.raises(MiroError) as caught,
    ):
        ask(client)
    return caught.value


def read(client: MiroClient) -> object:
    return client.items.get("b", "1")


def make(client: MiroClient) -> object:
    return client.notes.create("b", StickyNoteBody(content="x"))


@pytest.mark.usefixtures("socket_enabled")
@pytest.mark.parametrize("name", ANSWERS)
def test_a_create_with_a_broken_answer_is_unknown(name: str) -> None:
    with server(ANSWERS[name]) as address:
        assert type(error_of(address, make)) is OutcomeUnknown


@pytest.mark.usefixtures("socket_enabled")
@pytest.mark.parametrize("name", ANSWERS)
def test_a_read_with_a_broken_answer_is_told(name: str) -> None:
    with server(ANSWERS[name]) as address:
        assert type(error_of(address, read)) in {Unreachable, UnreadableAnswer}


@pytest.mark.usefixtures("socket_enabled")
def test_a_refused_connection_was_never_sent() -> None:
    with server(b"") as address:
        pass
    assert type(error_of(address, make)) is NotSent
    assert type(error_of(address, read)) is NotSent
