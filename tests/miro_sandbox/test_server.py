"""The sandbox over a real socket: one smoke, and answers that are really lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import requests

from miro_sandbox.faults import Fault
from miro_sandbox.server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.miro_sandbox.conftest import Sandbox

ME = {"Authorization": "Bearer sandbox-me"}


@pytest.fixture
def url(sandbox: Sandbox) -> Iterator[str]:
    with Server(sandbox.app) as server:
        yield server.url


@pytest.fixture
def session() -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.headers.update(ME)
        yield session


def test_a_board_is_made_and_read_over_a_socket(url: str, session: requests.Session) -> None:
    board = session.post(f"{url}/v2/boards", json={"name": "Õhtu"}, timeout=5).json()

    again = session.get(board["links"]["self"], timeout=5)

    assert again.json()["name"] == "Õhtu"
    assert again.headers["X-RateLimit-Limit"] == "100000"
    assert session.delete(board["links"]["self"], timeout=5).status_code == 204
    assert session.get(board["links"]["self"], timeout=5).status_code == 404


@pytest.mark.parametrize(("kind", "boards"), [("drop_before", 0), ("drop_after", 1)])
def test_a_dropped_answer_closes_the_connection(
    sandbox: Sandbox, url: str, session: requests.Session, kind: str, boards: int
) -> None:
    sandbox.faults.add(Fault("POST", "boards$", kind))

    with pytest.raises(requests.exceptions.ConnectionError):
        session.post(f"{url}/v2/boards", json={}, timeout=5)

    assert session.get(f"{url}/v2/boards", timeout=5).json()["total"] == boards


def test_a_cut_answer_breaks_off(sandbox: Sandbox, url: str, session: requests.Session) -> None:
    sandbox.faults.add(Fault("POST", "boards$", "cut"))

    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        session.post(f"{url}/v2/boards", json={}, timeout=5)

    assert session.get(f"{url}/v2/boards", timeout=5).json()["total"] == 1
