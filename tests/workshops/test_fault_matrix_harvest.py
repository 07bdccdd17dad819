"""Whatever goes wrong with whichever call of a harvest: the whole board, proven, or a clear no."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from harvest.summary import Summary
from miro_client.bodies.boards import BoardBody
from tests.workshops.conftest import METHOD, FakeClock, request
from tests.workshops.fault_table import (
    BOARD_DELETED,
    BY_NAME,
    FAULTS,
    ITEM_ADDED,
    ITEM_GONE,
    Wire,
    kind_of,
    stand_before,
)
from tests.workshops.test_fault_matrix import chosen
from workshops.errors import HarvestIncomplete, KoosloomeError, NeedsSignIn, NotFound, Unfinished
from workshops.example import read_example
from workshops.koosloome import Koosloome
from workshops.messages import message
from workshops.plan_json import plan_from_json
from workshops.records import SnapshotKind
from workshops.rehearse import rehearse
from workshops.requests_answers import CreateAnswer, HarvestRequest
from workshops.settings import load_settings
from workshops.wiring.wires import Wires

READING = Counter(
    {
        kind_of("GET", path): count
        for path, count in {
            "/v2/boards/uXjV": 1,
            "/v2/boards/uXjV/items": 5,
            "/v2/boards/uXjV/tags": 1,
            "/v2/boards/uXjV/connectors": 1,
            "/v2/boards/uXjV/groups": 1,
            "/v2/boards/uXjV/members": 1,
        }.items()
    }
)
"""The calls of a harvest of the example's board; the notes of each tag are among its items."""

SAID = ("200 with broken JSON",)
"""What is not read once more, since an answer that makes no sense will make none again."""

CHANGES = (ITEM_ADDED, ITEM_GONE)


@dataclass
class Written:
    """A board on which everybody of the example has written, and what it says."""

    product: Koosloome
    wires: Wires
    wire: Wire
    board: CreateAnswer
    summary: Summary

    def harvest(self, ref: str | None = None) -> Summary:
        me = self.product.account()
        return self.product.harvest(me, ref or self.board.workshop, HarvestRequest()).summary

    def copy(self) -> str:
        """Copy the board, for a case that changes it."""
        with self.wires.connect(self.wires.people.me()) as client:
            return client.boards.copy(self.board.board.id, BoardBody(name="Koopia")).id


@pytest.fixture(scope="module")
def shared_board(
    tmp_path_factory: pytest.TempPathFactory, methods_cache: Path
) -> Iterator[Written]:
    home = tmp_path_factory.mktemp("matrix")
    (home / "methods-cache").symlink_to(methods_cache)
    clock = FakeClock()
    wires = Wires(
        load_settings({"KOOSLOOME_HOME": str(home)}),
        clock=clock,
        sleep=clock.sleep,
        chance=secrets.token_bytes,
        on_call=None,
    )
    with Koosloome(wires) as product:
        me = product.account()
        example = read_example(product.library.folder(METHOD))
        board = product.create(me, request(values=example.brief["et"]))
        kept = wires.store.workshops.get(board.workshop)
        assert kept is not None
        plan = plan_from_json(kept.plan)
        steps = rehearse(product.shared, plan, example, facilitator="me")
        wires.sandbox.perform(steps, board.board.id, lambda _done: None)
        summary = product.harvest(me, board.workshop, HarvestRequest()).summary
        yield Written(product, wires, stand_before(wires.sandbox.app, clock), board, summary)


@pytest.fixture
def written(shared_board: Written) -> Iterator[Written]:
    shared_board.wire.mend()
    shared_board.wire.struck.clear()
    yield shared_board
    shared_board.wire.mend()


def same(one: Summary, other: Summary) -> bool:
    """Tell whether two summaries say the same of the same board."""
    return (
        one.accounting == other.accounting
        and one.result == other.result
        and [note.text for note in one.notes] == [note.text for note in other.notes]
        and [signal.code for signal in one.signals] == [signal.code for signal in other.signals]
    )


def test_the_table_knows_every_call(written: Written) -> None:
    written.harvest()
    assert set(written.wire.seen) == set(READING)
    assert {k: n for k, n in written.wire.seen.items() if not k.endswith("items")} == {
        k: n for k, n in READING.items() if not k.endswith("items")
    }
    assert written.wire.seen["GET /v2/boards/*/items"] >= READING["GET /v2/boards/*/items"]


@pytest.mark.parametrize(("name", "kind", "position"), chosen(READING, FAULTS, one_in=6))
def test_whole_or_a_clear_no(written: Written, name: str, kind: str, position: int) -> None:
    fault = BY_NAME[name]
    kept = len(written.wires.store.summaries.of(written.board.workshop))
    written.wire.arm(fault, kind, position)
    stopped: KoosloomeError | None = None
    try:
        assert same(written.harvest(), written.summary)
    except KoosloomeError as error:
        stopped = error
    assert name in written.wire.struck
    if stopped is not None:
        assert not fault.passes or name in SAID, repr(stopped)
        assert isinstance(stopped, Unfinished | NeedsSignIn | NotFound), repr(stopped)
        assert message(stopped, "et")
        assert len(written.wires.store.summaries.of(written.board.workshop)) == kept
    written.wire.mend()
    assert same(written.harvest(), written.summary)


@pytest.mark.parametrize(("name", "kind", "position"), chosen(READING, FAULTS, one_in=9))
def test_a_check_judges_the_whole_board_or_none(
    written: Written, name: str, kind: str, position: int
) -> None:
    me = written.product.account()
    usual = written.product.check(me, written.board.workshop)
    written.wire.arm(BY_NAME[name], kind, position)
    stopped: KoosloomeError | None = None
    try:
        found = written.product.check(me, written.board.workshop)
        assert (found.findings, found.read) == (usual.findings, usual.read)
    except KoosloomeError as error:
        stopped = error
    assert name in written.wire.struck
    if stopped is not None:
        assert not BY_NAME[name].passes or name in SAID, repr(stopped)
        assert isinstance(stopped, Unfinished | NeedsSignIn | NotFound), repr(stopped)


@pytest.mark.parametrize("position", range(1, 6))
@pytest.mark.parametrize("name", [fault.name for fault in CHANGES])
def test_people_go_on_writing_while_it_reads(written: Written, name: str, position: int) -> None:
    copy = written.copy()
    written.wire.arm(BY_NAME[name], "GET /v2/boards/*/items", position)
    summary = written.harvest(copy)
    assert name in written.wire.struck
    with written.wires.connect(written.wires.people.me()) as client:
        there = {item.id for item in client.items.iterate(copy)}
    [workshop] = written.wires.store.workshops.on_board(copy)
    [kept] = written.wires.store.snapshots.of(workshop.id, [SnapshotKind.HARVEST])
    assert {item["id"] for item in json.loads(kept.content)["items"]} == there
    assert summary.accounting.read == len(there)


def test_a_board_that_never_stands_still_is_a_clear_no(written: Written) -> None:
    copy = written.copy()
    for position in range(1, 40):
        written.wire.arm(ITEM_GONE, "GET /v2/boards/*/items", position)
    with pytest.raises(HarvestIncomplete) as incomplete:
        written.harvest(copy)
    assert incomplete.value.command == f"koosloome harvest {copy}"


@pytest.mark.parametrize("kind", [kind for kind in READING if kind != "GET /v2/boards/*"])
def test_a_board_deleted_while_it_is_read(written: Written, kind: str) -> None:
    copy = written.copy()
    written.wire.arm(BOARD_DELETED, kind, 1)
    with pytest.raises((NotFound, HarvestIncomplete)):
        written.harvest(copy)
    assert BOARD_DELETED.name in written.wire.struck
    assert not any(
        written.wires.store.summaries.of(one.id)
        for one in written.wires.store.workshops.on_board(copy)
    )
