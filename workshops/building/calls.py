"""Which calls a plan takes, phase by phase; what each carries stands in `bodies`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from board_templates.plan import Phase as DrawingPhase
from board_templates.plan import Plan, PlannedItem, PlannedTag
from miro_client.limits import CREDITS_PER_MINUTE, WINDOW_SECONDS
from workshops.pacing import HELD_BACK
from workshops.progress import Phase

BULK = 20  # Miro takes no more in one call
BOARD_KEY = "board"

SIDE_BY_SIDE = 8
CALL_SECONDS = 0.25

CREDITS = {"create_board": 500, "create_tag": 50, "attach_tag": 50}
OTHER_CREDITS = 100
LISTING_CREDITS = 50
TAGS_A_PAGE = 50


class Operation(StrEnum):
    """A call that changes a board, by its name in the ledger."""

    BOARD = "create_board"
    FRAME = "create_frame"
    ITEMS = "create_items"
    CONNECTOR = "create_connector"
    TAG = "create_tag"
    ATTACH = "attach_tag"


@dataclass(frozen=True, slots=True)
class PlannedCall:
    """One call to send: its operation and the planned keys it carries, in order."""

    operation: Operation
    keys: tuple[str, ...]

    @property
    def credits(self) -> int:
        """What the call costs; bulk costs by the item."""
        return CREDITS.get(self.operation, OTHER_CREDITS) * len(self.keys)


@dataclass(frozen=True, slots=True)
class PlannedPhase:
    """Calls that may be sent side by side, once the phase before is done."""

    phase: Phase
    calls: tuple[PlannedCall, ...]

    @property
    def pieces(self) -> int:
        """How many planned keys the phase carries."""
        return sum(len(call.keys) for call in self.calls)


DRAWING = {
    DrawingPhase.ZONES: Phase.ZONES,
    DrawingPhase.TEXTS: Phase.TEXTS,
    DrawingPhase.NOTES: Phase.NOTES,
    DrawingPhase.DOTS: Phase.DOTS,
}


def tag_key(tag: PlannedTag) -> str:
    """Return the ledger's key of a tag."""
    return f"tag:{tag.id}"


def attach_key(item: PlannedItem, tag: PlannedTag) -> str:
    """Return the ledger's key of a tag on an item."""
    return f"attach:{tag.id}:{item.key}"


def item_keys(plan: Plan) -> tuple[str, ...]:
    """Return the keys of everything that will stand in the board's listing."""
    return (*(frame.key for frame in plan.frames), *(item.key for item in plan.items))


def every_key(plan: Plan) -> frozenset[str]:
    """Return every key that a call of this plan may carry, but for the board's own."""
    lines = (link.key for link in plan.links)
    tags = (tag_key(tag) for tag in plan.tags)
    carried = (attach_key(item, tag) for item in plan.items for tag in plan.tags)
    return frozenset((*item_keys(plan), *lines, *tags, *carried))


def phases(plan: Plan, settled: Collection[str] = ()) -> tuple[PlannedPhase, ...]:
    """Return what is left to send, phase by phase; `settled` keys need no call any more."""
    drawn = [
        _phase(
            phase,
            _bulk(item.key for item in plan.items if item.phase == drawing),
            settled,
        )
        for drawing, phase in DRAWING.items()
    ]
    every = [
        _phase(Phase.FRAMES, _singly(Operation.FRAME, [f.key for f in plan.frames]), settled),
        *drawn,
        _phase(Phase.LINKS, _singly(Operation.CONNECTOR, [k.key for k in plan.links]), settled),
        _phase(Phase.TAGS, _singly(Operation.TAG, map(tag_key, plan.tags)), settled),
        _phase(Phase.TAGS, _singly(Operation.ATTACH, _attachments(plan)), settled),
    ]
    return tuple(phase for phase in every if phase.calls)


def _phase(phase: Phase, calls: Iterable[PlannedCall], settled: Collection[str]) -> PlannedPhase:
    waiting: list[PlannedCall] = []
    bulk: list[str] = []
    for call in calls:
        left = tuple(key for key in call.keys if key not in settled)
        if call.operation is Operation.ITEMS:
            bulk.extend(left)
        elif left:
            waiting.append(PlannedCall(call.operation, left))
    return PlannedPhase(phase, (*waiting, *_bulk(bulk)))


def _bulk(keys: Iterable[str]) -> list[PlannedCall]:
    every = list(keys)
    return [
        PlannedCall(Operation.ITEMS, tuple(every[start : start + BULK]))
        for start in range(0, len(every), BULK)
    ]


def _singly(operation: Operation, keys: Iterable[str]) -> list[PlannedCall]:
    return [PlannedCall(operation, (key,)) for key in keys]


def _attachments(plan: Plan) -> list[str]:
    by_title = {tag.title: tag for tag in plan.tags}
    return [
        attach_key(item, by_title[title])
        for item in plan.items
        for title in item.tags
        if title in by_title
    ]


def cost(plan: Plan, there: Collection[str] | None = None) -> tuple[int, int]:
    """Return how many calls making all of a plan takes, and how many credits.

    `there` are the titles of the tags on the board that it is put on; null gives it a board of its
    own. Tags of a title are on a board once: those that are there are listed and used.
    """
    sent = [call for part in phases(plan, _used(plan, there)) for call in part.calls]
    credits_ = sum(call.credits for call in sent)
    if there is None:
        return len(sent) + 1, credits_ + CREDITS[Operation.BOARD]
    pages = ceil(max(len(there), 1) / TAGS_A_PAGE) if plan.tags else 0
    return len(sent) + pages, credits_ + pages * LISTING_CREDITS


def expected_seconds(plan: Plan, there: Collection[str] | None = None) -> int:
    """Return about how long all of it takes: calls that wait for each other, and for credits.

    Calls of a phase go eight at a time, a quarter of a second each; how far Miro is differs. What
    a minute's credits do not pay for waits for the next minute. `there` is as `cost` has it.
    """
    parts = phases(plan, _used(plan, there))
    waves = 1 + sum(ceil(len(part.calls) / SIDE_BY_SIDE) for part in parts)
    minutes = (cost(plan, there)[1] - 1) // (CREDITS_PER_MINUTE - HELD_BACK)
    return ceil(waves * CALL_SECONDS) + int(WINDOW_SECONDS) * minutes


def _used(plan: Plan, there: Collection[str] | None) -> frozenset[str]:
    """Return the keys of tags that need not be made."""
    return frozenset(tag_key(tag) for tag in plan.tags if tag.title in (there or ()))
