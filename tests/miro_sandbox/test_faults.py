"""Faults on demand: rules, their strings, and what callers see in the same process."""

from __future__ import annotations

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from miro_sandbox.config import Config
from miro_sandbox.faults import KINDS, Fault, Faults, FaultSyntaxError, parse_fault
from miro_sandbox.state import open_state
from tests.miro_sandbox.conftest import Clock, Sandbox


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "POST /v2/boards/*/items/bulk#2=drop_after",
            Fault("POST", r"^/v2/boards/[^/]+/items/bulk$", "drop_after", nth=2),
        ),
        ("GET /v2/boards=slow:2.5", Fault("GET", "^/v2/boards$", "slow", seconds=2.5)),
        ("* /v2/boards#1x3=500", Fault("*", "^/v2/boards$", "500", nth=1, times=3)),
        ("PUT /v2/boardsx2=429", Fault("PUT", "^/v2/boards$", "429", times=2)),
    ],
)
def test_strings_are_read(text: str, fault: Fault) -> None:
    assert parse_fault(text) == fault


@pytest.mark.parametrize(
    "text", ["", "POST", "POST /v2=explode", "POST v2=500", "POST /v2#0=500", "POST /v2"]
)
def test_other_strings_are_refused(text: str) -> None:
    with pytest.raises(FaultSyntaxError):
        parse_fault(text)


@given(nth=st.integers(1, 5), times=st.integers(1, 5), calls=st.integers(0, 12))
def test_a_rule_strikes_from_the_nth_match_so_many_times(nth: int, times: int, calls: int) -> None:
    faults = Faults([Fault("GET", "/a", "500", nth=nth, times=times)])

    struck = [faults.take("GET", "/a") is not None for _ in range(calls)]

    assert struck == [nth <= i < nth + times for i in range(1, calls + 1)]
    assert bool(faults.pending()) == (calls < nth + times - 1)


def test_other_methods_and_paths_pass(sandbox: Sandbox, board: str) -> None:
    sandbox.faults.add(parse_fault("POST /v2/boards/*/frames=500"))

    sandbox.note(board)
    sandbox.ok("GET", board)
    assert sandbox.refused("POST", f"{board}/frames", {"data": {}}, status=500)["code"] == "3.0000"
    sandbox.frame(board)
    assert sandbox.faults.pending() == []


def test_an_injected_429_looks_like_a_real_one(sandbox: Sandbox, board: str) -> None:
    sandbox.faults.add(Fault("POST", "sticky_notes$", "429"))

    response = sandbox.call("POST", f"{board}/sticky_notes", {})

    assert response.status_code == 429
    assert response.json() == {
        "type": "error",
        "code": "tooManyRequests",
        "context": None,
        "message": "Request rate limit exceed",
        "status": 429,
    }
    assert int(response.headers["X-RateLimit-Remaining"]) == 100_000 - 500
    assert sandbox.ok("GET", f"{board}/items")["total"] == 0


def test_a_gateway_answers_html(sandbox: Sandbox, board: str) -> None:
    sandbox.faults.add(Fault("POST", "sticky_notes$", "502_html"))

    response = sandbox.call("POST", f"{board}/sticky_notes", {})

    assert response.status_code == 502
    assert response.headers["Content-Type"].startswith("text/html")
    assert sandbox.ok("GET", f"{board}/items")["total"] == 0


@pytest.mark.parametrize(
    ("kind", "effect", "error"),
    [
        ("drop_before", 0, requests.exceptions.ConnectionError),
        ("drop_after", 1, requests.exceptions.ConnectionError),
        ("cut", 1, requests.exceptions.ChunkedEncodingError),
    ],
)
def test_lost_answers(
    sandbox: Sandbox, board: str, kind: str, effect: int, error: type[Exception]
) -> None:
    sandbox.faults.add(Fault("POST", "sticky_notes$", kind))

    with pytest.raises(error):
        sandbox.call("POST", f"{board}/sticky_notes", {})

    assert sandbox.ok("GET", f"{board}/items")["total"] == effect


def test_broken_json_counts(sandbox: Sandbox, board: str) -> None:
    sandbox.faults.add(Fault("POST", "sticky_notes$", "broken_json"))

    response = sandbox.call("POST", f"{board}/sticky_notes", {})

    assert response.status_code == 201
    with pytest.raises(requests.exceptions.JSONDecodeError):
        response.json()
    assert sandbox.ok("GET", f"{board}/items")["total"] == 1


def test_slow_answers_wait(sandbox: Sandbox, board: str) -> None:
    sandbox.faults.add(Fault("POST", "sticky_notes$", "slow", seconds=2.5))

    sandbox.ok("POST", f"{board}/sticky_notes", {})

    assert sandbox.slept == [2.5]


def test_an_answer_slower_than_the_time_out_comes_too_late(sandbox: Sandbox, board: str) -> None:
    sandbox.faults.add(Fault("POST", "sticky_notes$", "slow", seconds=60))

    with pytest.raises(requests.exceptions.ReadTimeout):
        sandbox.call("POST", f"{board}/sticky_notes", {}, timeout=(3, 10))

    assert sandbox.slept == [10]
    assert sandbox.ok("GET", f"{board}/items")["total"] == 1


def test_lists_may_come_short_or_in_another_order(sandbox: Sandbox, board: str) -> None:
    ids = [sandbox.note(board, str(i)) for i in range(3)]
    sandbox.faults.add(Fault("GET", "items$", "fewer_items"))
    sandbox.faults.add(Fault("GET", "items$", "reordered"))

    first, second, third = (sandbox.ok("GET", f"{board}/items")["data"] for _ in range(3))

    assert [i["id"] for i in first] == ids[:2]
    assert [i["id"] for i in second] == ids[::-1]
    assert [i["id"] for i in third] == ids


def test_the_control_interface_sets_shows_and_clears_rules(sandbox: Sandbox, board: str) -> None:
    path = "/_sandbox/faults"
    assert sandbox.call("POST", path, {"fault": f"GET {board}=500"}, who=None).status_code == 201
    sandbox.call("POST", path, {"method": "GET", "path": "x", "kind": "slow", "seconds": 1})

    shown = sandbox.ok("GET", path)["faults"]

    assert [(f["kind"], f["seen"], f["fired"]) for f in shown] == [("500", 0, 0), ("slow", 0, 0)]
    assert sandbox.call("DELETE", path, who=None).status_code == 204
    sandbox.ok("GET", board)
    assert sandbox.ok("GET", path) == {"faults": []}


@pytest.mark.parametrize(
    "body", [{"fault": "x"}, {"method": "GET"}, {"method": "GET", "path": "(", "kind": "500"}, []]
)
def test_the_control_interface_refuses_nonsense(sandbox: Sandbox, body: object) -> None:
    sandbox.refused("POST", "/_sandbox/faults", body)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_performed(sandbox: Sandbox, board: str, kind: str) -> None:
    sandbox.faults.add(Fault("GET", "/items$", kind))

    try:
        sandbox.call("GET", f"{board}/items")
    except requests.RequestException:
        assert kind in {"drop_before", "drop_after", "cut"}

    assert sandbox.faults.pending() == []


def test_a_distant_sandbox_answers_after_its_delay_whatever_came_of_the_call() -> None:
    clock = Clock()
    state = open_state(None, clock=clock)
    far = Sandbox(state, clock, config=Config(delay=0.25))
    assert far.call("POST", "/v2/boards", {"name": "x"}).status_code == 201
    far.faults.add(Fault("GET", "boards$", "drop_before"))
    with pytest.raises(requests.ConnectionError):
        far.call("GET", "/v2/boards")
    assert far.slept == [0.25, 0.25]
    far.call("GET", "/_sandbox/faults")
    assert len(far.slept) == 2
    state.close()
