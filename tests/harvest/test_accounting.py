"""Proof that nothing was dropped."""

from __future__ import annotations

import pytest

from harvest.accounting import prove_complete, prove_sum
from harvest.errors import BrokenAccounting, HarvestIncomplete
from harvest.placed import Aside
from tests.harvest.builders import FakeBoard


def board() -> FakeBoard:
    made = FakeBoard()
    made.write("üks", 0, 0)
    made.write("kaks", 500, 0)
    return made


def test_a_board_that_tells_no_total_is_believed() -> None:
    assert prove_complete(board().snapshot(total=None)) == 2


@pytest.mark.parametrize("total", [1, 3])
def test_fewer_or_more_than_the_board_holds_is_refused(total: int) -> None:
    with pytest.raises(HarvestIncomplete, match=f"holds {total} items, 2 were read"):
        prove_complete(board().snapshot(total=total))


def test_reasons_are_counted_in_their_order() -> None:
    counted = prove_sum(4, 1, [Aside.DOT, Aside.FRAME, Aside.DOT])
    assert list(counted.items()) == [(Aside.FRAME, 1), (Aside.DOT, 2)]


def test_a_sum_that_is_wrong_is_refused_with_its_parts() -> None:
    with pytest.raises(BrokenAccounting, match="5 items were read, but 1 were counted") as refused:
        prove_sum(5, 1, [Aside.DOT, Aside.DOT])
    assert refused.value.aside == {"dot": 2}
    with pytest.raises(BrokenAccounting, match="nothing"):
        prove_sum(1, 0, [])
