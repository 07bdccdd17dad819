"""What is set up and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from miro_sandbox.app import create_app
from miro_sandbox.server import Server
from miro_sandbox.state import open_state
from tests.workshops.conftest import FakeClock, request
from tests.workshops.signing import BACK, miro_on_a_socket
from workshops.koosloome import Koosloome
from workshops.messages import doctor_text
from workshops.requests_answers import Account, DoctorLine
from workshops.wiring.wires import Wires
from workshops.worlds import World


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


def test_what_a_token_may_do(open_wires: Callable[..., Wires], clock: FakeClock) -> None:
    with miro_on_a_socket(clock.now, scopes=("boards:read",)) as server:
        narrow = by_key(
            Koosloome(open_wires(MIRO_ACCESS_TOKEN="sandbox-narrow", MIRO_API_URL=server.url))
        )
        whole = by_key(
            Koosloome(open_wires(MIRO_ACCESS_TOKEN="sandbox-mari", MIRO_API_URL=server.url))
        )
    assert narrow["scopes"].state == "warning"
    assert narrow["scopes"].facts == {"scopes": "boards:write"}
    assert whole["scopes"].facts == {"scopes": "boards:read, boards:write"}


def test_miro_out_of_reach_says_nothing_about_the_token(
    open_wires: Callable[..., Wires], clock: FakeClock
) -> None:
    wires = open_wires(MIRO_ACCESS_TOKEN="sandbox-mari", MIRO_API_URL="http://127.0.0.1:1")
    found = by_key(Koosloome(wires))
    assert found["miro"].state == "warning"
    assert "token" not in found
    assert clock.slept == []


def test_nobody_signed_in_where_miro_is_meant(open_wires: Callable[..., Wires]) -> None:
    wires = open_wires()
    wires.settings = replace(wires.settings, world=World.MIRO)
    found = by_key(Koosloome(wires))
    assert found["token"].state == "missing"
    assert "määratud" in doctor_text(found["token"], "et")[0]


def test_a_sign_in_that_has_ended(open_wires: Callable[..., Wires], clock: FakeClock) -> None:
    with miro_on_a_socket(clock.now) as server:
        wires = open_wires(**server.environ)
        product = Koosloome(wires)
        page = product.sign_in_page(BACK)
        signed = product.signed_back(
            server.answer(page.address), state=page.state, redirect_uri=BACK, machine=True
        )
        assert by_key(product)["token"].facts == {"name": "ada"}
        wires.store.accounts.connect_again(signed.account.id)
        found = by_key(product)
    assert found["world"].facts == {"world": "miro"}
    assert found["token"].state == "missing"
    assert "uuesti" in doctor_text(found["token"], "et")[0]


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


def test_a_faulty_method_is_named_with_its_folder(
    open_wires: Callable[..., Wires], tmp_path: Path
) -> None:
    (tmp_path / "x-vigane").mkdir()
    (tmp_path / "x-vigane" / "method.yaml").write_text("id: x-vigane\n")
    found = by_key(Koosloome(open_wires(KOOSLOOME_METHODS=str(tmp_path))))
    assert found["methods"].state == "ok"
    assert found["faulty_method"].state == "warning"
    assert found["faulty_method"].facts["path"] == str(tmp_path / "x-vigane")
