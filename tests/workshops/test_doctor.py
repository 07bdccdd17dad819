"""What is set up and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from miro_sandbox.app import create_app
from miro_sandbox.server import Server
from miro_sandbox.state import open_state
from tests.workshops.conftest import FakeClock, request
from workshops.koosloome import Koosloome
from workshops.messages import doctor_text
from workshops.requests_answers import Account, DoctorLine
from workshops.wiring.wires import Wires


def by_key(koosloome: Koosloome) -> dict[str, DoctorLine]:
    lines = koosloome.doctor()
    for line in lines:
        for lang in ("et", "en"):
            assert doctor_text(line, lang)[0]
    return {line.key: line for line in lines}


@pytest.fixture
def address(clock: FakeClock) -> Iterator[str]:
    app = create_app(open_state(None, clock=clock.now))
    with Server(app) as server:
        yield server.url


def test_a_fresh_machine(koosloome: Koosloome) -> None:
    found = by_key(koosloome)
    assert found["world"].facts == {"world": "sandbox"}
    assert found["token"].state == "warning"
    assert {found[key].state for key in ("python", "home", "methods", "database", "clock")} == {
        "ok"
    }
    assert found["due"].facts == {"count": 0}
    assert "unfinished" not in found


def test_unfinished_boards_are_named(koosloome: Koosloome, me: Account, wires: Wires) -> None:
    answer = koosloome.create(me, request())
    wires.store.workshops.set_state(answer.workshop, "unfinished")
    assert by_key(koosloome)["unfinished"].facts == {"count": 1}


def test_signed_in_to_a_server(open_wires: Callable[..., Wires], address: str) -> None:
    found = by_key(Koosloome(open_wires(MIRO_ACCESS_TOKEN="sandbox-mari", MIRO_API_URL=address)))
    assert found["token"] == DoctorLine(key="token", state="ok", facts={"name": "mari"})
    assert found["team"].state == "ok"


@pytest.mark.parametrize("token", ["nonsense", "sandbox-"])
def test_a_token_that_is_refused(
    open_wires: Callable[..., Wires], address: str, token: str
) -> None:
    found = by_key(Koosloome(open_wires(MIRO_ACCESS_TOKEN=token, MIRO_API_URL=address)))
    assert found["token"].state == "missing"
    assert "team" not in found


def test_clocks_that_differ(
    open_wires: Callable[..., Wires], address: str, clock: FakeClock
) -> None:
    ahead = FakeClock(clock.now() + 600)
    wires = open_wires(MIRO_ACCESS_TOKEN="sandbox-mari", MIRO_API_URL=address)
    wires.clock = ahead
    found = by_key(Koosloome(wires))
    assert found["clock"].state == "warning"
    assert found["clock"].facts["seconds"] >= 540  # type: ignore[operator]


def test_a_database_that_does_not_answer(open_wires: Callable[..., Wires]) -> None:
    url = "postgresql://mari:saladus@127.0.0.1:1/none"
    found = by_key(Koosloome(open_wires(KOOSLOOME_DATABASE_URL=url)))
    assert found["database"].state == "missing"
    assert "saladus" not in str(found["database"].facts)
    assert "world" not in found
