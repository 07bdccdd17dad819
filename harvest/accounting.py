"""Proof that nothing was dropped: read = counted + set aside, and read = what the board holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from harvest.errors import BrokenAccounting, HarvestIncomplete
from harvest.placed import Aside
from harvest.snapshot import Snapshot


def prove_complete(snapshot: Snapshot) -> int:
    """Return how many items were read, each id once.

    Raises:
        HarvestIncomplete: when the board said it holds another number.
    """
    read = len({item.id for item in snapshot.items})
    if snapshot.total is not None and snapshot.total != read:
        raise HarvestIncomplete(read, snapshot.total)
    return read


def prove_sum(read: int, counted: int, aside: Iterable[Aside]) -> Mapping[Aside, int]:
    """Return how often each reason occurs, once the sum is proven.

    Raises:
        BrokenAccounting: when what was counted and set aside is not what was read.
    """
    reasons = Counter(aside)
    if read != counted + reasons.total():
        raise BrokenAccounting(read, counted, {reason.value: n for reason, n in reasons.items()})
    return {reason: reasons[reason] for reason in Aside if reasons[reason]}
