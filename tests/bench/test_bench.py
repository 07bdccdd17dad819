"""The bench runs, its tables have their rows, its calls are the design's; no time is judged."""

from __future__ import annotations

import pytest

from tests.bench.document import document
from tests.bench.others import PEERS
from tests.bench.run import OURS, QUICK, Figures, run


@pytest.fixture(scope="module")
def found() -> Figures:
    return run(QUICK, lambda _said: None)


def test_a_board_takes_the_calls_of_the_formula(found: Figures) -> None:
    rows = [row for row in (*found.making, *found.methods) if row.who == OURS]
    assert len(rows) == 1 + len(QUICK.people)
    assert [row.measured and row.measured.calls for row in rows] == [row.formula for row in rows]
    assert all(row.measured and row.measured.most <= 8 for row in rows)


def test_reading_takes_no_more_calls_than_the_formula(found: Figures) -> None:
    rows = [row for row in found.reading if row.who == OURS]
    assert len(rows) == len(QUICK.items)
    assert all(row.measured and row.measured.calls <= (row.formula or 0) for row in rows)


def test_every_row_is_in_the_document(found: Figures) -> None:
    page = document(found, load=0.0)
    assert len(found.making) == 1 + 2 * len(PEERS)
    assert len(found.reading) == 1 + sum(len(peer.reads) for peer in PEERS)
    for row in (*found.making, *found.methods, *found.reading):
        assert f"| {row.what} |" in page
        assert row.who in page
    for start in found.starts:
        assert f"`{start.command}`" in page
    assert [sorted(one.seconds) for one in found.own] == [list(QUICK.own)]
