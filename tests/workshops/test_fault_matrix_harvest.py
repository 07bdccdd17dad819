"""Whatever goes wrong with whichever call of a harvest: the whole board, proven, or a clear no."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

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
from tests.workshops.fault_table import (
    BOARD_DELETED,
    FAULTS,
    ITEM_ADDED,
    ITEM_GONE,
)
from tests.workshops.test_fault_matrix import chosen
from workshops.errors import HarvestIncomplete, NotFound
from workshops.koosloome import Koosloome

CHANGES = (ITEM_ADDED, ITEM_GONE)


@pytest.fixture(scope="module")
def shared_board(
    tmp_path_factory: pytest.TempPathFactory, methods_cache: Path
) -> Iterator[Written]:
    clock = FakeClock()
    wires = opened(tmp_path_factory.mktemp("matrix") / "ours", methods_cache, clock)
    with Koosloome(wires) as product:
        yield written_on(product, wires, wires.sandbox, clock)


@pytest.fixture
def written(shared_board: Written) -> Iterator[Written]:
    shared_board.wire.mend()
    shared_board.wire.struck.clear()
    yield shared_board
    shared_board.wire.mend()


def test_the_table_knows_every_call(written: Written) -> None:
    written.harvest()
    assert set(written.wire.seen) == set(READING)
    assert {k: n for k, n in written.wire.seen.items() if not k.endswith("items")} == {
        k: n for k, n in READING.items() if not k.endswith("items")
    }
    assert written.wire.seen["GET /v2/boards/*/items"] >= READING["GET /v2/boards/*/items"]


@pytest.mark.parametrize(("name", "kind", "position"), chosen(READING, FAULTS, one_in=6))
def test_whole_or_a_clear_no(written: Written, name: str, kind: str, position: int) -> None:
    assert_whole_or_a_clear_no(written, name, kind, position)


@pytest.mark.parametrize(("name", "kind", "position"), chosen(READING, FAULTS, one_in=9))
def test_a_check_judges_the_whole_board_or_none(
    written: Written, name: str, kind: str, position: int
) -> None:
    assert_judges_the_whole_or_none(written, name, kind, position)


@pytest.mark.parametrize("position", range(1, 6))
@pytest.mark.parametrize("name", [fault.name for fault in CHANGES])
def test_people_go_on_writing_while_it_reads(written: Written, name: str, position: int) -> None:
    assert_holds_what_is_there_in_the_end(written, name, position)


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
