"""A board that was written on, read while something goes wrong: in-process or over a socket."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from harvest.summary import Summary
from miro_client.bodies.boards import BoardBody
from tests.workshops.conftest import METHOD, FakeClock, request
from tests.workshops.fault_table import BY_NAME, Wire, kind_of, stand_before
from workshops.errors import KoosloomeError, NeedsSignIn, NotFound, Unfinished
from workshops.example import read_example
from workshops.koosloome import Koosloome
from workshops.messages import message
from workshops.plan_json import plan_from_json
from workshops.records import SnapshotKind
from workshops.rehearse import rehearse
from workshops.requests_answers import CreateAnswer, HarvestRequest
from workshops.settings import load_settings
from workshops.wiring.sandbox import Sandbox
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


def opened(home: Path, methods_cache: Path, clock: FakeClock, **environ: str) -> Wires:
    """Open a product over a folder of its own."""
    home.mkdir()
    (home / "methods-cache").symlink_to(methods_cache)
    return Wires(
        load_settings({"KOOSLOOME_HOME": str(home), **environ}),
        clock=clock,
        sleep=clock.sleep,
        chance=secrets.token_bytes,
        on_call=None,
    )


def written_on(product: Koosloome, wires: Wires, sandbox: Sandbox, clock: FakeClock) -> Written:
    """Make a board, let everybody of the example write on it in the sandbox, and read it."""
    me = product.account()
    example = read_example(product.library.folder(METHOD))
    board = product.create(me, request(values=example.brief["et"]))
    kept = wires.store.workshops.get(board.workshop)
    assert kept is not None
    steps = rehearse(product.shared, plan_from_json(kept.plan), example, facilitator="me")
    sandbox.perform(steps, board.board.id, lambda _done: None)
    summary = product.harvest(me, board.workshop, HarvestRequest()).summary
    return Written(product, wires, stand_before(sandbox.app, clock), board, summary)


def same(one: Summary, other: Summary) -> bool:
    """Tell whether two summaries say the same of the same board."""
    return (
        one.accounting == other.accounting
        and one.result == other.result
        and [note.text for note in one.notes] == [note.text for note in other.notes]
        and [signal.code for signal in one.signals] == [signal.code for signal in other.signals]
    )


def assert_whole_or_a_clear_no(written: Written, name: str, kind: str, position: int) -> None:
    """A harvest reads the whole board or keeps nothing and says so; the next one reads it all."""
    kept = len(written.wires.store.summaries.of(written.board.workshop))
    written.wire.arm(BY_NAME[name], kind, position)
    stopped: KoosloomeError | None = None
    try:
        assert same(written.harvest(), written.summary)
    except KoosloomeError as error:
        stopped = error
    assert name in written.wire.struck
    if stopped is not None:
        assert_may_stop(stopped, name)
        assert len(written.wires.store.summaries.of(written.board.workshop)) == kept
    written.wire.mend()
    assert same(written.harvest(), written.summary)


def assert_judges_the_whole_or_none(written: Written, name: str, kind: str, position: int) -> None:
    """A check finds what it finds on a quiet day, or says clearly that it could not look."""
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
        assert_may_stop(stopped, name)


def assert_holds_what_is_there_in_the_end(written: Written, name: str, position: int) -> None:
    """A harvest holds the board as it is after what people did to it at a page of the listing."""
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


def assert_may_stop(stopped: KoosloomeError, name: str) -> None:
    """Only what doesn't pass stops a reading, in a way that a person can act on."""
    assert not BY_NAME[name].passes or name in SAID, repr(stopped)
    assert isinstance(stopped, Unfinished | NeedsSignIn | NotFound), repr(stopped)
    assert message(stopped, "et")
