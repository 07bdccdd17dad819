"""People delete things while a board is made: what they deleted stays deleted, the rest is made."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event, Lock
from typing import TYPE_CHECKING

import pytest

from tests.workshops.conftest import FakeClock, request
from tests.workshops.fault_table import BY_NAME, Fault, Wire, refusing, stand_before
from tests.workshops.small_board import keep_small
from workshops.building import Operation
from workshops.errors import MiroRefused, NeedsSignIn
from workshops.koosloome import Koosloome
from workshops.plan_json import plan_from_json
from workshops.requests_answers import Account
from workshops.wiring.wires import Wires

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment


@pytest.fixture
def wire(wires: Wires, clock: FakeClock) -> Wire:
    return stand_before(wires.sandbox.app, clock)


def deleting(text: str, kind: str) -> Fault:
    """Give the fault that somebody deletes what has this text, before the calls it strikes."""
    alone, gone = Lock(), Event()

    def strike(wire: Wire, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        with alone:
            if not gone.is_set():
                board = "/".join(environ["PATH_INFO"].split("/")[:4])
                items = wire.ask("GET", f"{board}/items", query=f"type={kind}&limit=50")["data"]
                [one] = [i for i in items if text in i["data"].values()]
                noun = "frames" if kind == "frame" else "items"
                wire.ask("DELETE", f"{board}/{noun}/{one['id']}")
                gone.set()
        return wire.inner(environ, start)

    return Fault("deleted", strike, times=9)


def test_a_frame_deleted_before_its_notes_come(
    koosloome: Koosloome, me: Account, wires: Wires, wire: Wire
) -> None:
    workshop = keep_small(wires)
    wire.arm(deleting("Raam 2", "frame"), "POST /v2/boards/*/items/bulk", 3)
    answer = koosloome.resume(me, workshop.id)
    plan = plan_from_json(workshop.plan)
    blanks = {item.key for item in plan.items if item.key.startswith("B")}
    made = wires.store.ledger.items(workshop.id)
    assert blanks.isdisjoint(made)
    assert "F2" in wires.store.ledger.gone(workshop.id)
    assert answer.created == answer.planned - 1 - len(blanks)
    with wires.connect(wires.people.me()) as client:
        there = [item.id for item in client.items.iterate(answer.board.id)]
    assert len(there) == answer.created
    assert len(set(there)) == len(there)


def test_a_note_deleted_before_its_line_comes(
    koosloome: Koosloome, me: Account, wires: Wires, wire: Wire
) -> None:
    workshop = keep_small(wires)
    wire.arm(deleting("Mõte 3", "sticky_note"), "POST /v2/boards/*/connectors", 1)
    answer = koosloome.resume(me, workshop.id)
    assert wires.store.ledger.gone(workshop.id) == ("N3",)
    assert {"L2", "L3"}.isdisjoint(wires.store.ledger.items(workshop.id))
    assert answer.created == answer.planned - 1
    assert koosloome.workshop(me, workshop.id).state == "ready"


@pytest.mark.parametrize("deleted", ["the note", "the note and its tag"])
def test_a_note_deleted_while_it_is_unknown_whether_it_got_its_tag(
    koosloome: Koosloome, me: Account, wires: Wires, wire: Wire, deleted: str
) -> None:
    workshop = keep_small(wires)
    stopped = Fault("403", BY_NAME["403"].strike, times=9)
    wire.arm(stopped, "POST /v2/boards/*/items/*", 1)
    with pytest.raises(NeedsSignIn):
        koosloome.resume(me, workshop.id)
    wire.mend()
    made, ledger = wires.store.ledger.items(workshop.id), wires.store.ledger
    key = "attach:power:N1"  # a process that was killed leaves its calls like this
    ledger.open_call(workshop.id, Operation.ATTACH, (key,), wires.jobs.now())
    board = f"/v2/boards/{koosloome.workshop(me, workshop.id).board.id}"  # type: ignore[union-attr]
    wire.ask("DELETE", f"{board}/items/{made['N1']}")
    if deleted == "the note and its tag":
        wire.ask("DELETE", f"{board}/tags/{made['tag:power']}")
        ledger.lose(workshop.id, [made["N1"], made["tag:power"]])
    answer = koosloome.resume(me, workshop.id)
    assert answer.created == answer.planned - 1
    assert koosloome.workshop(me, workshop.id).state == "ready"


def test_a_refusal_that_nobody_caused_is_told(
    koosloome: Koosloome, me: Account, wire: Wire
) -> None:
    wire.arm(Fault("400", refusing(400, "2.0703", "Bad")), "POST /v2/boards/*/items/bulk", 2)
    with pytest.raises(MiroRefused) as refused:
        koosloome.create(me, request())
    assert refused.value.resume
    assert koosloome.resume(me, refused.value.resume.split()[-1]).created
