"""People at work, a board deleted, a token that ends: at every call that makes or checks a board.

What the tables of `test_fault_matrix` leave out: somebody writes or deletes while a resume or a
check lists the board, the board goes during a resume, and a renewed sign-in goes on anywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from tests.workshops.conftest import FakeClock
from tests.workshops.fault_table import (
    AREA_GONE,
    BOARD_DELETED,
    BY_NAME,
    ITEM_ADDED,
    ITEM_GONE,
    Wire,
)
from tests.workshops.signing import TOKENS
from tests.workshops.small_board import assert_as_planned, keep_small, one_board
from tests.workshops.test_fault_matrix import (
    LOST,
    MAKING,
    RESUMING,
    Bench,
    chosen,
    interrupted,
    made_or_resumed,
)
from tests.workshops.test_fault_matrix_socket import signed_in
from tests.workshops.test_reading_in_trouble import Reached, in_process, over_a_socket
from workshops.building import item_keys
from workshops.errors import BoardNotFound
from workshops.koosloome import Koosloome
from workshops.messages import message
from workshops.plan_json import plan_from_json
from workshops.records import WorkshopRecord
from workshops.wiring.wires import Wires

PEOPLE = {fault.name: fault for fault in (ITEM_ADDED, AREA_GONE)}
ITEMS = "GET /v2/boards/*/items"
ADDED = "Vahepeal kirjutatud"
BOTH = pytest.mark.parametrize("reached", [in_process, over_a_socket])
LISTINGS = [pytest.param(n, marks=() if n == 2 else pytest.mark.full) for n in range(1, 4)]
Bring = Callable[[Bench], WorkshopRecord]


def bench_over(wires: Wires, wire: Wire, clock: FakeClock) -> Bench:
    return Bench(wires, Koosloome(wires), wire, clock)


def begun(bench: Bench) -> WorkshopRecord:
    """Let the next call for the second bulk of a new board lose its answer."""
    workshop = keep_small(bench.wires)
    bench.wire.arm(BY_NAME["answer lost after the write"], "POST /v2/boards/*/items/bulk", 2)
    return workshop


def stopped(bench: Bench) -> WorkshopRecord:
    return interrupted(bench, LOST)


def texts_on(wires: Wires, workshop: WorkshopRecord) -> dict[str, str]:
    kept = wires.store.workshops.get(workshop.id)
    assert kept is not None
    with wires.connect(wires.people.get(workshop.account)) as client:
        one_board(client, kept)
        every = list(client.items.iterate(str(kept.board_id)))
    return {one.id: str(one.data and (one.data.content or one.data.title)) for one in every}


@BOTH
@pytest.mark.parametrize("bring", [begun, stopped])
@pytest.mark.parametrize("position", LISTINGS)
@pytest.mark.parametrize("name", list(PEOPLE))
def test_people_at_work_while_a_lost_answer_is_looked_for(  # noqa: PLR0917  # the table's columns
    open_wires: Callable[..., Wires],
    clock: FakeClock,
    reached: Reached,
    bring: Bring,
    name: str,
    position: int,
) -> None:
    with reached(open_wires, clock) as (wires, wire):
        bench = bench_over(wires, wire, clock)
        workshop = bring(bench)
        wire.arm(PEOPLE[name], ITEMS, position)
        made_or_resumed(bench, workshop.id)
        struck = name in wire.struck
        assert struck or position == 3  # two listings that agree are enough
        wire.mend()
        there = texts_on(wires, workshop)
        made = wires.store.ledger.items(workshop.id)
        planned = item_keys(plan_from_json(workshop.plan))
        ours = [made[key] for key in planned if key in made]
        assert len(set(ours)) == len(ours)
        others = Counter(text for item, text in there.items() if item not in ours)
        assert others == Counter([ADDED] if struck and name == ITEM_ADDED.name else [])
        missing = len(planned) - len(set(ours) & there.keys())
        assert missing == (struck and name == AREA_GONE.name)  # what people deleted stays deleted


@pytest.mark.parametrize(
    ("reached", "kind", "position"),
    [
        pytest.param(reached, *case.values[1:], marks=case.marks)  # type: ignore[attr-defined]
        for reached in (in_process, over_a_socket)
        for case in chosen(RESUMING[LOST], (BOARD_DELETED,), one_in=3)
    ],
)
def test_a_board_deleted_while_it_is_resumed_is_said_to_be_gone(
    open_wires: Callable[..., Wires], clock: FakeClock, reached: Reached, kind: str, position: int
) -> None:
    with reached(open_wires, clock) as (wires, wire):
        bench = bench_over(wires, wire, clock)
        workshop = stopped(bench)
        wire.arm(BOARD_DELETED, kind, position)
        for _ in range(2):
            with pytest.raises(BoardNotFound) as gone:
                bench.product.resume(bench.me, workshop.id)
            assert "--new" in message(gone.value, "et")
        assert BOARD_DELETED.name in wire.struck


@pytest.mark.parametrize(
    ("kind", "position"),
    [case.values[1:] for case in chosen(MAKING, (BOARD_DELETED,), one_in=9)][1:],  # type: ignore[attr-defined]
)
@pytest.mark.full
def test_a_board_deleted_while_it_is_made_over_a_socket(
    open_wires: Callable[..., Wires], clock: FakeClock, kind: str, position: int
) -> None:
    with over_a_socket(open_wires, clock) as (wires, wire):
        bench = bench_over(wires, wire, clock)
        workshop = keep_small(wires)
        wire.arm(BOARD_DELETED, kind, position)
        with pytest.raises(BoardNotFound) as gone:
            bench.product.resume(bench.me, workshop.id)
        assert "--new" in message(gone.value, "et")


@BOTH
@pytest.mark.parametrize("position", LISTINGS[:2])
@pytest.mark.parametrize("name", [ITEM_ADDED.name, ITEM_GONE.name])
def test_people_at_work_while_a_board_is_checked(
    open_wires: Callable[..., Wires], clock: FakeClock, reached: Reached, name: str, position: int
) -> None:
    with reached(open_wires, clock) as (wires, wire):
        bench = bench_over(wires, wire, clock)
        workshop = keep_small(wires)
        bench.product.resume(bench.me, workshop.id)
        wire.mend()
        wire.arm(BY_NAME[name], ITEMS, position)
        found = bench.product.check(bench.me, workshop.id)
        assert name in wire.struck
        kinds = {one.kind for one in found.findings}
        there, gone = len(texts_on(wires, workshop)), name == ITEM_GONE.name
        assert found.read == there or (gone and found.read == there + 1)  # as it was just before
        assert ("missing" in kinds) == (gone and found.read == there)
        assert kinds <= {"missing", "outside"}


def renewals() -> list[object]:
    """Give every call that makes the small board or finishes it; a few of them by default."""
    return [
        pytest.param(bring, kind, n, marks=() if (kind, n) in USUAL else pytest.mark.full)
        for bring, counts in ((keep_small, MAKING), (interrupted, RESUMING[LOST]))
        for kind, count in counts.items()
        for n in range(1, count + 1)
    ]


USUAL = {("POST /v2/boards/*/tags", 1), (ITEMS, 3)}


@pytest.mark.parametrize(("bring", "kind", "position"), renewals())
def test_a_token_that_ends_at_any_call_is_renewed_once(
    open_wires: Callable[..., Wires],
    clock: FakeClock,
    bring: Callable[..., WorkshopRecord],
    kind: str,
    position: int,
) -> None:
    with signed_in(open_wires, clock) as (wires, wire):
        bench = bench_over(wires, wire, clock)
        workshop = keep_small(wires) if bring is keep_small else interrupted(bench, LOST)
        before = wire.calls.count(f"POST {TOKENS}")
        wire.arm(BY_NAME["401"], kind, position)
        bench.product.resume(bench.me, workshop.id)
        assert "401" in wire.struck
        assert wire.calls.count(f"POST {TOKENS}") == before + 1
        wire.mend()
        assert_as_planned(wires, workshop.id)
