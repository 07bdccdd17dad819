"""The faults of a harvest and a check over a socket: the whole board, proven, or a clear no."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from miro_sandbox.server import Server
from tests.workshops.conftest import METHOD, FakeClock, request
from tests.workshops.fault_table import BOARD_DELETED, BY_NAME, FAULTS, ITEM_GONE, stand_before
from tests.workshops.test_fault_matrix import chosen
from tests.workshops.test_fault_matrix_harvest import READING, SAID, Written, same
from workshops.errors import HarvestIncomplete, KoosloomeError, NeedsSignIn, NotFound, Unfinished
from workshops.example import read_example
from workshops.koosloome import Koosloome
from workshops.plan_json import plan_from_json
from workshops.rehearse import rehearse
from workshops.requests_answers import HarvestRequest
from workshops.settings import load_settings
from workshops.wiring.wires import Wires

SHOWN = tuple(fault for fault in FAULTS if not fault.in_process)


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


@pytest.fixture(scope="module")
def shared_board(
    tmp_path_factory: pytest.TempPathFactory, methods_cache: Path
) -> Iterator[Written]:
    """Give a board made over a socket, on which everybody of the example has written."""
    homes, clock = tmp_path_factory.mktemp("reading"), FakeClock()
    miro = opened(homes / "miro", methods_cache, clock)
    with Koosloome(miro), Server(miro.sandbox.app) as server:
        signed = {"MIRO_ACCESS_TOKEN": "sandbox-me", "MIRO_API_URL": server.url}
        wires = opened(homes / "ours", methods_cache, clock, **signed)
        with Koosloome(wires) as product:
            me = product.account()
            example = read_example(product.library.folder(METHOD))
            board = product.create(me, request(values=example.brief["et"]))
            kept = wires.store.workshops.get(board.workshop)
            assert kept is not None
            steps = rehearse(product.shared, plan_from_json(kept.plan), example, facilitator="me")
            miro.sandbox.perform(steps, board.board.id, lambda _done: None)
            summary = product.harvest(me, board.workshop, HarvestRequest()).summary
            yield Written(product, wires, stand_before(miro.sandbox.app, clock), board, summary)


@pytest.fixture
def written(shared_board: Written) -> Iterator[Written]:
    shared_board.wire.mend()
    shared_board.wire.struck.clear()
    yield shared_board
    shared_board.wire.mend()


def clear(stopped: KoosloomeError, name: str) -> bool:
    """Tell whether it may stop there, and says so in a way that a person can act on."""
    return (not BY_NAME[name].passes or name in SAID) and isinstance(
        stopped, Unfinished | NeedsSignIn | NotFound
    )


@pytest.mark.parametrize(("name", "kind", "position"), chosen(READING, SHOWN, one_in=7))
def test_a_harvest_over_a_socket_is_whole_or_a_clear_no(
    written: Written, name: str, kind: str, position: int
) -> None:
    written.wire.arm(BY_NAME[name], kind, position)
    stopped: KoosloomeError | None = None
    try:
        assert same(written.harvest(), written.summary)
    except KoosloomeError as error:
        stopped = error
    assert name in written.wire.struck
    assert stopped is None or clear(stopped, name), repr(stopped)
    written.wire.mend()
    assert same(written.harvest(), written.summary)


@pytest.mark.parametrize(("name", "kind", "position"), chosen(READING, SHOWN, one_in=13))
def test_a_check_over_a_socket_judges_the_whole_board_or_none(
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
    assert stopped is None or clear(stopped, name), repr(stopped)


@pytest.mark.parametrize("name", [ITEM_GONE.name, BOARD_DELETED.name])
def test_people_delete_while_it_is_read_over_a_socket(written: Written, name: str) -> None:
    copy = written.copy()
    written.wire.arm(BY_NAME[name], "GET /v2/boards/*/items", 2)
    if name == BOARD_DELETED.name:
        with pytest.raises((NotFound, HarvestIncomplete)):
            written.harvest(copy)
    else:
        assert written.harvest(copy).accounting.read == written.summary.accounting.read - 1
    assert name in written.wire.struck
