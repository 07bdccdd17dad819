"""What holds for every board there can be."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from harvest.board_reading import read_board
from harvest.cutting import cut
from harvest.placed import BoardReading
from harvest.snapshot import Snapshot
from tests.harvest.builders import FakeBoard, method, shared
from tests.harvest.junk import snapshots
from tests.harvest.reader import PLAN, TWIN, read

RULES = {"zones": {"F1.*": {"store": "never", "titles": "keep"}}}
PLACES = st.tuples(st.integers(-500, 11_000), st.integers(-500, 2000))
WRITTEN = st.sampled_from(["mõte", "! salajas", "# pealkiri", "mõte +2", "näide: ühine kalender"])


def with_junk(snapshot: Snapshot, junk: Snapshot) -> Snapshot:
    known = {item.id for item in snapshot.items}
    more = tuple(item for item in junk.items if item.id not in known)
    connectors, groups = junk.connectors, junk.groups
    return snapshot.model_copy(
        update={
            "items": snapshot.items + more,
            "total": None,
            "connectors": connectors,
            "groups": groups,
        }
    )


def everywhere(reading: BoardReading) -> list[tuple[object, ...]]:
    return [(note.id, note.no, note.zone, note.frame, note.nearest) for note in reading.notes]


@given(snapshots())
def test_the_sum_is_right_for_any_board(snapshot: Snapshot) -> None:
    for plan in (None, PLAN):
        reading = read_board(method(), shared(), plan, snapshot)
        assert reading.read == len(reading.notes) + sum(reading.aside.values())
        assert [note.no for note in reading.notes] == list(range(1, len(reading.notes) + 1))


@settings(max_examples=60)
@given(snapshots())
def test_the_sum_is_right_for_junk_on_a_board_of_ours(junk: Snapshot) -> None:
    board = FakeBoard.drawn(PLAN)
    snapshot = with_junk(board.snapshot(), junk)
    reading = read_board(
        method(RULES), shared(), PLAN, snapshot, placed_by=board.ledger, twins=(TWIN,)
    )
    assert reading.read == len(reading.notes) + sum(reading.aside.values())
    assert all(note.text is None for note in reading.notes if note.private or note.confidential)


@settings(max_examples=60)
@given(junk=snapshots(), known=st.booleans())
def test_cutting_changes_nothing_that_is_read(junk: Snapshot, *, known: bool) -> None:
    board = FakeBoard.drawn(PLAN)
    snapshot = with_junk(board.snapshot(), junk)
    ledger = board.ledger if known else {}
    stored = cut(method(RULES), shared(), PLAN, snapshot, placed_by=ledger, twins=(TWIN,))
    whole, again = (
        read_board(method(RULES), shared(), PLAN, one, placed_by=ledger, twins=(TWIN,))
        for one in (snapshot, stored)
    )
    assert again == whole


@settings(max_examples=40)
@given(
    st.lists(st.tuples(WRITTEN, PLACES), max_size=8),
    st.lists(PLACES, max_size=4),
    st.tuples(st.integers(-50_000, 50_000), st.integers(-50_000, 50_000)),
)
def test_moving_the_whole_board_changes_no_place(
    notes: list[tuple[str, tuple[int, int]]],
    dots: list[tuple[int, int]],
    shift: tuple[int, int],
) -> None:
    board = FakeBoard.drawn(PLAN)
    for text, place in notes:
        board.write(text, *place)
    for place in dots:
        board.dot(*place)
    here = read(board)
    board.shifted(*shift)
    there = read(board)
    assert everywhere(there) == everywhere(here)
    assert [replace(dot, centre=None) for dot in there.dots] == [  # type: ignore[type-var]
        replace(dot, centre=None)
        for dot in here.dots  # type: ignore[type-var]
    ]
    assert there.aside == here.aside


@settings(max_examples=40)
@given(st.lists(st.tuples(WRITTEN, PLACES), max_size=8))
def test_a_copied_board_reads_as_the_original(notes: list[tuple[str, tuple[int, int]]]) -> None:
    board = FakeBoard.drawn(PLAN)
    for text, place in notes:
        board.write(text, *place)
    original = read(board)
    copy = read(board.copied(), ledger={})
    assert [(note.text, note.zone, note.no) for note in copy.notes] == [
        (note.text, note.zone, note.no) for note in original.notes
    ]
