"""From a snapshot to a summary: read the board, work out lists and result, say what stands out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from board_templates.expressions import ExpressionError
from board_templates.method import Method
from board_templates.plan import Plan
from board_templates.shared_texts import SharedTexts
from harvest.board_reading import read_board
from harvest.errors import HarvestError
from harvest.options import HarvestOptions
from harvest.placed import BoardReading
from harvest.retold import Told
from harvest.snapshot import Snapshot, SnapshotBoard
from harvest.summary import Lang, Summary
from harvest.summing_up import SummingUp
from harvest.undisturbed import undisturbed

_NOTHING: Mapping[str, str] = MappingProxyType({})


@undisturbed()
def harvest(
    method: Method | None,
    shared: SharedTexts,
    plan: Plan | None,
    snapshot: Snapshot,
    *,
    placed_by: Mapping[str, str] = _NOTHING,
    options: HarvestOptions,
    twins: Sequence[Plan] = (),
    earlier: Sequence[Snapshot] = (),
    assigned: Mapping[str, str] = _NOTHING,
    footer: str | None = None,
    elsewhere: Collection[str] = (),
) -> Summary:
    """Return what a board says.

    Args:
        method: The method, null for a board nobody knows.
        shared: The texts and rules all methods share.
        plan: What was planned; null for a board nobody knows.
        snapshot: The board now.
        placed_by: The ledger: planned keys by item id.
        options: How to harvest.
        twins: The same plan in other languages; labels of the report come from it.
        earlier: Checkpoints; they tell a note's first zone.
        assigned: Zone keys by item id, given by a person.
        footer: The item the plan was read from.
        elsewhere: Items that other workshops made on this board.

    Raises:
        HarvestError: When the reading isn't complete, or a rule of the method can't be worked out.
        ExpressionError: When a text of the method can't be worked out.
    """
    reading = read_board(
        method,
        shared,
        plan,
        snapshot,
        placed_by=placed_by,
        twins=twins,
        earlier=earlier,
        assigned=assigned,
        footer=footer,
        elsewhere=elsewhere,
    )
    return summarise(
        method, shared, plan, reading, board=snapshot.board, options=options, twins=twins
    )


def summarise(
    method: Method | None,
    shared: SharedTexts,
    plan: Plan | None,
    reading: BoardReading,
    *,
    board: SnapshotBoard,
    options: HarvestOptions,
    twins: Sequence[Plan] = (),
) -> Summary:
    """Return the summary of a board that has been read; the same reading gives the same summary.

    Raises:
        HarvestError: When a rule of the method can't be worked out.
        ExpressionError: When a text of the method can't be worked out.
    """
    return SummingUp(
        method, shared, plan, reading, board=board, options=options, twins=twins
    ).summary()


def summarise_for_both(
    method: Method | None,
    shared: SharedTexts,
    plan: Plan | None,
    reading: BoardReading,
    *,
    board: SnapshotBoard,
    options: HarvestOptions,
    also_in: Lang,
    twins: Sequence[Plan] = (),
) -> Told:
    """Return the summary of a board that has been read, and its words in another language.

    Without those where the method cannot be told in it. Raises as `summarise`.
    """
    harvested = SummingUp(method, shared, plan, reading, board=board, options=options, twins=twins)
    summary = harvested.summary()
    try:
        return Told(summary, harvested.retold(also_in))
    except (ExpressionError, HarvestError):  # a fault of its texts, and nobody asked for them now
        return Told(summary, None)
