"""The faults of a harvest and a check over a socket: the whole board, proven, or a clear no."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from miro_sandbox.server import Server
from tests.workshops.board_in_trouble import (
    READING,
    Written,
    assert_holds_what_is_there_in_the_end,
    assert_judges_the_whole_or_none,
    assert_whole_or_a_clear_no,
    opened,
    written_on,
)
from tests.workshops.conftest import FakeClock
from tests.workshops.fault_table import BOARD_DELETED, FAULTS, ITEM_ADDED, ITEM_GONE
from tests.workshops.test_fault_matrix import chosen
from workshops.errors import HarvestIncomplete, NotFound
from workshops.koosloome import Koosloome

SHOWN = tuple(fault for fault in FAULTS if not fault.in_process)


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
            yield written_on(product, wires, miro.sandbox, clock)


@pytest.fixture
def written(shared_board: Written) -> Iterator[Written]:
    shared_board.wire.mend()
    shared_board.wire.struck.clear()
    yield shared_board
    shared_board.wire.mend()


@pytest.mark.parametrize(("name", "kind", "position"), chosen(READING, SHOWN, one_in=7))
def test_a_harvest_over_a_socket_is_whole_or_a_clear_no(
    written: Written, name: str, kind: str, position: int
) -> None:
    assert_whole_or_a_clear_no(written, name, kind, position)


@pytest.mark.parametrize(("name", "kind", "position"), chosen(READING, SHOWN, one_in=13))
def test_a_check_over_a_socket_judges_the_whole_board_or_none(
    written: Written, name: str, kind: str, position: int
) -> None:
    assert_judges_the_whole_or_none(written, name, kind, position)


@pytest.mark.parametrize(
    "position", [pytest.param(n, marks=() if n == 2 else pytest.mark.full) for n in range(1, 6)]
)
@pytest.mark.parametrize("name", [ITEM_ADDED.name, ITEM_GONE.name])
def test_people_go_on_writing_while_it_is_read_over_a_socket(
    written: Written, name: str, position: int
) -> None:
    assert_holds_what_is_there_in_the_end(written, name, position)


def test_a_board_deleted_while_it_is_read_over_a_socket(written: Written) -> None:
    copy = written.copy()
    written.wire.arm(BOARD_DELETED, "GET /v2/boards/*/items", 2)
    with pytest.raises((NotFound, HarvestIncomplete)):
        written.harvest(copy)
    assert BOARD_DELETED.name in written.wire.struck
