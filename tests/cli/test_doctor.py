"""What is set up and what is missing, as the command says it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.cli.conftest import Koosloome, Ran
from tests.workshops.signing import Miro, miro_on_a_socket


@pytest.fixture
def miro() -> Iterator[Miro]:
    with miro_on_a_socket(time.time) as server:
        yield server


def states(ran: Ran) -> dict[str, str]:
    return {check["check"]: check["state"] for check in ran.data["checks"]}


def test_a_fresh_machine_is_fine_without_a_network(koosloome: Koosloome) -> None:
    ran = koosloome("doctor", "--json")
    assert ran.code == 0
    assert {name for name, state in states(ran).items() if state != "ok"} == {"token"}
    for check in ran.data["checks"]:
        assert bool(check["remedy"]) == (check["state"] != "ok")


def test_lines_for_people(koosloome: Koosloome) -> None:
    ran = koosloome("doctor")
    assert "✓ Python 3." in ran.out
    assert "! Miro kontot ei ole" in ran.out
    assert "  → Mirosse logib sisse `koosloome login`" in ran.out


def test_a_good_token(koosloome: Koosloome, miro: Miro) -> None:
    ran = koosloome("doctor", "--json", MIRO_ACCESS_TOKEN="sandbox-mari", MIRO_API_URL=miro.url)
    assert ran.code == 0
    assert set(states(ran).values()) == {"ok"}
    assert {"token", "scopes", "team", "clock", "miro"} <= set(states(ran))


def test_a_bad_token(koosloome: Koosloome, miro: Miro) -> None:
    ran = koosloome("doctor", "--json", MIRO_ACCESS_TOKEN="ended-token", MIRO_API_URL=miro.url)
    assert (ran.code, states(ran)["token"]) == (3, "missing")
    assert "ended-token" not in ran.out + ran.err


def test_no_token_where_miro_is_meant(koosloome: Koosloome) -> None:
    ran = koosloome("doctor", "--json", "--world", "miro")
    assert (ran.code, states(ran)["token"]) == (3, "missing")


def test_miro_out_of_reach_is_no_bad_token(koosloome: Koosloome) -> None:
    ran = koosloome(
        "doctor", "--json", MIRO_ACCESS_TOKEN="sandbox-mari", MIRO_API_URL="http://127.0.0.1:1"
    )
    assert (ran.code, states(ran)["miro"]) == (0, "warning")
