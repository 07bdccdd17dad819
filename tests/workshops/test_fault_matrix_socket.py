"""The same faults over a socket, where a connection really breaks and a server really is away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from miro_client.ports import CallFacts
from miro_sandbox.app import create_app
from miro_sandbox.config import App, Config
from miro_sandbox.server import Server
from miro_sandbox.state import State, open_state
from tests.workshops.conftest import FakeClock
from tests.workshops.fault_table import BY_NAME, FAULTS, Fault, Wire, stand_before
from tests.workshops.signing import BACK, CLIENT, SECRET, TOKENS, Miro
from tests.workshops.small_board import assert_as_planned, keep_small
from tests.workshops.test_fault_matrix import (
    LOST,
    MAKING,
    RESUMING,
    Bench,
    chosen,
    interrupted,
    made_or_resumed,
)
from tests.workshops.test_token_sources import sign_in
from workshops.errors import BoardUnfinished, NotSignedIn
from workshops.koosloome import Koosloome
from workshops.wiring.wires import Wires

SHOWN = tuple(fault for fault in FAULTS if not fault.in_process)


@dataclass
class Machine:
    """A server that can be taken away and brought back on the same port."""

    state: State
    clock: FakeClock
    wire: Wire = field(init=False)
    server: Server = field(init=False)

    def start(self, port: int = 0) -> None:
        app = create_app(self.state, sleep=self.clock.sleep)
        self.wire = stand_before(app, self.clock)
        self.server = Server(app, port=port)
        self.server.__enter__()

    def stop(self) -> int:
        self.server.__exit__()
        return int(self.server.url.rpartition(":")[2])


@pytest.fixture
def machine(clock: FakeClock) -> Iterator[Machine]:
    here = Machine(open_state(None, clock=clock.now), clock)
    here.start()
    yield here
    here.stop()
    here.state.close()


@pytest.mark.parametrize(("name", "kind", "position"), chosen(MAKING, SHOWN, one_in=7))
def test_a_board_ends_as_planned_over_a_socket(
    open_wires: Callable[..., Wires], machine: Machine, name: str, kind: str, position: int
) -> None:
    wires = open_wires(MIRO_ACCESS_TOKEN="sandbox-me", MIRO_API_URL=machine.server.url)
    bench = Bench(wires, Koosloome(wires), machine.wire, machine.clock)
    workshop = keep_small(wires)
    machine.wire.arm(BY_NAME[name], kind, position)
    made_or_resumed(bench, workshop.id, passes=BY_NAME[name].passes)
    assert name in machine.wire.struck
    machine.wire.mend()
    assert_as_planned(wires, workshop.id)


def resumes() -> list[object]:
    """Give every call of every resume; what a lost answer interrupted is tried most by default."""
    return [
        pytest.param(
            interruption,
            *case.values,  # type: ignore[attr-defined]
            marks=case.marks,  # type: ignore[attr-defined]
            id=f"{interruption}-{case.id}",  # type: ignore[attr-defined]
        )
        for interruption, counts in RESUMING.items()
        for case in chosen(counts, SHOWN, one_in=13 if interruption == LOST else 19)
    ]


@pytest.mark.parametrize(("interruption", "name", "kind", "position"), resumes())
def test_a_resume_that_goes_wrong_over_a_socket(  # noqa: PLR0917  # the table's columns
    open_wires: Callable[..., Wires],
    machine: Machine,
    interruption: str,
    name: str,
    kind: str,
    position: int,
) -> None:
    wires = open_wires(MIRO_ACCESS_TOKEN="sandbox-me", MIRO_API_URL=machine.server.url)
    bench = Bench(wires, Koosloome(wires), machine.wire, machine.clock)
    workshop = interrupted(bench, interruption)
    machine.wire.arm(BY_NAME[name], kind, position)
    made_or_resumed(bench, workshop.id)
    assert name in machine.wire.struck
    machine.wire.mend()
    assert_as_planned(wires, workshop.id)


@pytest.mark.parametrize("after", [1, 3, 9])
def test_a_server_that_goes_away_in_the_middle(
    open_wires: Callable[..., Wires], machine: Machine, after: int
) -> None:
    wires = open_wires(MIRO_ACCESS_TOKEN="sandbox-me", MIRO_API_URL=machine.server.url)
    workshop = keep_small(wires)
    answered = 0
    ports: list[int] = []

    def leave(facts: CallFacts) -> None:
        nonlocal answered
        answered += facts.method == "POST"
        if answered == after and not ports:
            ports.append(machine.stop())

    wires.clients._on_call = leave
    product = Koosloome(wires)
    with pytest.raises(BoardUnfinished) as away:
        product.resume(product.account(), workshop.id)
    assert away.value.command == f"koosloome board resume {workshop.id}"
    machine.start(ports[0])
    product.resume(product.account(), workshop.id)
    assert_as_planned(wires, workshop.id)


@contextmanager
def signed_in(open_wires: Callable[..., Wires], clock: FakeClock) -> Iterator[tuple[Wires, Wire]]:
    """Give a person who signed in through Miro's page, and the wire to Miro."""
    state = open_state(None, clock=clock.now)
    known = App(CLIENT, SECRET, (BACK,))
    app = create_app(state, config=Config(apps=(known,)), sleep=clock.sleep)
    wire = stand_before(app, clock)
    with Server(app) as server:
        miro = Miro(server.url)
        wires = open_wires(**miro.environ)
        sign_in(wires, miro)
        yield wires, wire
    state.close()


@pytest.mark.parametrize(
    ("kind", "position"), [("POST /v2/boards", 1), ("POST /v2/boards/*/items/bulk", 3)]
)
def test_a_token_that_ends_in_the_middle_is_renewed(
    open_wires: Callable[..., Wires], clock: FakeClock, kind: str, position: int
) -> None:
    with signed_in(open_wires, clock) as (wires, wire):
        workshop = keep_small(wires)
        wire.arm(BY_NAME["401"], kind, position)
        product = Koosloome(wires)
        product.resume(product.account(), workshop.id)
        assert wire.calls.count(f"POST {TOKENS}") == 2
        assert_as_planned(wires, workshop.id)


def test_a_sign_in_that_was_taken_away_in_the_middle(
    open_wires: Callable[..., Wires], clock: FakeClock
) -> None:
    with signed_in(open_wires, clock) as (wires, wire):
        workshop = keep_small(wires)
        wire.arm(Fault("401", BY_NAME["401"].strike, 99), "POST /v2/boards/*/items/bulk", 2)
        product = Koosloome(wires)
        with pytest.raises(NotSignedIn) as ended:
            product.resume(product.account(), workshop.id)
        assert ended.value.resume == f"koosloome board resume {workshop.id}"
        wire.mend()
        product.resume(product.account(), workshop.id)
        assert_as_planned(wires, workshop.id)
