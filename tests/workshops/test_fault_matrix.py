"""Whatever goes wrong with whichever call of a job: complete and once, or said and resumed.

The table of faults stands in `fault_table`. The default run takes each fault to some kinds of call
at one position; `full` takes each to every call.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.workshops.conftest import FakeClock
from tests.workshops.fault_table import (
    BOARD_DELETED,
    BY_NAME,
    FAULTS,
    Fault,
    Wire,
    stand_before,
)
from tests.workshops.small_board import assert_as_planned, keep_small
from workshops.errors import (
    BoardNotFound,
    KoosloomeError,
    MiroRefused,
    NeedsSignIn,
    NotFound,
    Unfinished,
)
from workshops.koosloome import Koosloome
from workshops.messages import message
from workshops.records import WorkshopRecord
from workshops.requests_answers import Account
from workshops.settings import load_settings
from workshops.wiring.wires import Wires

MAKING = Counter(
    {
        "POST /v2/boards": 1,
        "POST /v2/boards/*/frames": 2,
        "POST /v2/boards/*/items/bulk": 5,
        "POST /v2/boards/*/connectors": 3,
        "POST /v2/boards/*/tags": 2,
        "POST /v2/boards/*/items/*": 3,
    }
)
"""The calls that make the small board."""

LOST, ABSENT, FAILED = INTERRUPTIONS = (
    "answer lost × 20",
    "reset before the write × 20",
    "500 × 20",
)
FOUND = Counter(
    {
        "GET /v2/boards/*/items": 3,
        "POST /v2/boards/*/items/bulk": 3,
        "POST /v2/boards/*/connectors": 3,
        "POST /v2/boards/*/tags": 2,
        "POST /v2/boards/*/items/*": 3,
    }
)
RESUMING = {LOST: FOUND}
RESUMING[ABSENT] = RESUMING[FAILED] = FOUND + Counter({"POST /v2/boards/*/items/bulk": 1})
"""The calls that finish it when a bulk call was lost and the search for it failed, by what kept
them from it: what had come to the board is found there, what had not is sent once more."""


@dataclass
class Bench:
    """A product over a sandbox whose wire can be spoiled."""

    wires: Wires
    product: Koosloome
    wire: Wire
    clock: FakeClock

    @property
    def me(self) -> Account:
        return self.product.account()


@pytest.fixture(scope="module")
def shared_bench(tmp_path_factory: pytest.TempPathFactory, methods_cache: Path) -> Iterator[Bench]:
    """Give one product for all cases: each has a board of its own."""
    home = tmp_path_factory.mktemp("matrix")
    (home / "methods-cache").symlink_to(methods_cache)
    clock = FakeClock()
    wires = Wires(
        load_settings({"KOOSLOOME_HOME": str(home)}),
        clock=clock,
        sleep=lambda seconds: clock.sleep(seconds),  # noqa: PLW0108  # one case may replace it
        chance=secrets.token_bytes,
        on_call=None,
    )
    with Koosloome(wires) as product:
        yield Bench(wires, product, stand_before(wires.sandbox.app, clock), clock)


@pytest.fixture
def bench(shared_bench: Bench) -> Iterator[Bench]:
    shared_bench.wire.struck.clear()
    yield shared_bench
    shared_bench.wire.mend()


def chosen(counts: Counter[str], faults: tuple[Fault, ...], *, one_in: int = 1) -> list[object]:
    """Give every case; of the rows and columns of the table one in so many is in the default run.

    There it stands for a kind of call at its first, middle or last position, in turn.
    """
    cases: list[object] = []
    for row, fault in enumerate(faults):
        for column, (kind, count) in enumerate(sorted(counts.items())):
            turn = row + column
            usual = (1, (count + 1) // 2, count)[turn % 3] if turn % one_in == 0 else None
            cases += [
                pytest.param(
                    fault.name,
                    kind,
                    position,
                    marks=() if position == usual else pytest.mark.full,
                    id=f"{fault.name}-{kind}#{position}",
                )
                for position in range(1, count + 1)
                if fault.fits(kind)
            ]
    return cases


def said_and_resumable(error: KoosloomeError, workshop: str) -> None:
    """The error is one a person can act on, and names the command that goes on."""
    assert isinstance(error, Unfinished | NeedsSignIn | NotFound | MiroRefused), repr(error)
    for lang in ("et", "en"):
        assert f"koosloome board resume {workshop}" in message(error, lang)


def made_or_resumed(bench: Bench, workshop: str, *, passes: bool = False) -> None:
    """Make the board; where that stops, mend everything and resume once."""
    stopped: KoosloomeError | None = None
    try:
        bench.product.resume(bench.me, workshop)
    except KoosloomeError as error:
        stopped = error
    if stopped is not None:
        assert not passes, repr(stopped)
        said_and_resumable(stopped, workshop)
        assert bench.product.workshop(bench.me, workshop).state == "unfinished"
        bench.wire.mend()
        bench.product.resume(bench.me, workshop)


def ends_as_planned(bench: Bench, workshop: str) -> None:
    bench.wire.mend()
    assert_as_planned(bench.wires, workshop)
    bench.product.remove(bench.me, workshop)


@pytest.mark.parametrize(("name", "kind", "position"), chosen(MAKING, FAULTS, one_in=2))
def test_a_board_ends_as_planned(bench: Bench, name: str, kind: str, position: int) -> None:
    workshop = keep_small(bench.wires)
    bench.wire.arm(BY_NAME[name], kind, position)
    made_or_resumed(bench, workshop.id, passes=BY_NAME[name].passes)
    assert name in bench.wire.struck
    ends_as_planned(bench, workshop.id)


LOOKS = {
    "POST /v2/boards": Counter({"GET /v2/boards": 2}),
    "POST /v2/boards/*/frames": Counter({"GET /v2/boards/*/items": 2}),
    "POST /v2/boards/*/items/bulk": Counter({"GET /v2/boards/*/items": 2}),
    "POST /v2/boards/*/connectors": Counter({"GET /v2/boards/*/connectors": 2}),
    "POST /v2/boards/*/tags": Counter({"GET /v2/boards/*/tags": 2}),
}
"""The readings that find out what became of a lost answer, by what was asked.

A tag is put on a note once more without looking: that twice is the same as once.
"""


def looks() -> list[object]:
    """Give every reading of every search, in every way it can go wrong."""
    cases: list[object] = []
    for number, (lost, counts) in enumerate(LOOKS.items()):
        for row, case in enumerate(chosen(counts, FAULTS)):
            full = case.marks or row % len(LOOKS) != number  # type: ignore[attr-defined]
            cases.append(
                pytest.param(
                    lost,
                    *case.values,  # type: ignore[attr-defined]
                    marks=pytest.mark.full if full else (),
                    id=f"{lost}-{case.id}",  # type: ignore[attr-defined]
                )
            )
    return cases


@pytest.mark.parametrize("loss", ["answer lost after the write", "reset before the write"])
@pytest.mark.parametrize(("lost", "name", "kind", "position"), looks())
def test_a_search_that_goes_wrong_itself(  # noqa: PLR0917  # the table's columns
    bench: Bench, loss: str, lost: str, name: str, kind: str, position: int
) -> None:
    workshop = keep_small(bench.wires)
    bench.wire.arm(BY_NAME[loss], lost, 1)
    bench.wire.arm(BY_NAME[name], kind, position)
    made_or_resumed(bench, workshop.id)
    assert {loss, name} <= bench.wire.struck
    ends_as_planned(bench, workshop.id)


def resumes() -> list[object]:
    """Give every call of every resume, in every way it can go wrong."""
    cases: list[object] = []
    for interruption, counts in RESUMING.items():
        for case in chosen(counts, FAULTS, one_in=5):
            full = case.marks or interruption != LOST  # type: ignore[attr-defined]
            cases.append(
                pytest.param(
                    interruption,
                    *case.values,  # type: ignore[attr-defined]
                    marks=pytest.mark.full if full else (),
                    id=f"{interruption}-{case.id}",  # type: ignore[attr-defined]
                )
            )
    return cases


def interrupted(bench: Bench, interruption: str) -> WorkshopRecord:
    """Let the making of a board end in the middle, in doubt."""
    workshop = keep_small(bench.wires)
    bench.wire.arm(BY_NAME[interruption], "POST /v2/boards/*/items/bulk", 2)
    bench.wire.arm(BY_NAME["403"], "GET /v2/boards/*/items", 2)
    with pytest.raises(KoosloomeError):
        bench.product.resume(bench.me, workshop.id)
    bench.wire.mend()
    return workshop


def test_the_table_knows_every_call(bench: Bench) -> None:
    workshop = keep_small(bench.wires)
    bench.product.resume(bench.me, workshop.id)
    assert bench.wire.seen == MAKING
    ends_as_planned(bench, workshop.id)


@pytest.mark.parametrize("interruption", INTERRUPTIONS)
def test_the_table_knows_every_call_of_a_resume(bench: Bench, interruption: str) -> None:
    workshop = interrupted(bench, interruption)
    bench.product.resume(bench.me, workshop.id)
    assert bench.wire.seen == RESUMING[interruption]
    ends_as_planned(bench, workshop.id)


@pytest.mark.parametrize(("interruption", "name", "kind", "position"), resumes())
def test_a_resume_that_goes_wrong_itself(
    bench: Bench, interruption: str, name: str, kind: str, position: int
) -> None:
    workshop = interrupted(bench, interruption)
    bench.wire.arm(BY_NAME[name], kind, position)
    made_or_resumed(bench, workshop.id)
    assert name in bench.wire.struck
    ends_as_planned(bench, workshop.id)


@pytest.mark.parametrize(
    ("kind", "position"),
    [case.values[1:] for case in chosen(MAKING, (BOARD_DELETED,))][1:],  # type: ignore[attr-defined]
)
def test_a_board_deleted_while_it_is_made_is_said_to_be_gone(
    bench: Bench, kind: str, position: int
) -> None:
    workshop = keep_small(bench.wires)
    bench.wire.arm(BOARD_DELETED, kind, position)
    for _ in range(2):
        with pytest.raises(BoardNotFound) as gone:
            bench.product.resume(bench.me, workshop.id)
        assert "--new" in message(gone.value, "et")
    bench.product.remove(bench.me, workshop.id)
