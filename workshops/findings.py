"""Where a board as it was read is not as planned. Pure.

What people are meant to move or fill in is never held against the plan: blanks and dots wander,
carriers and examples too, and what was typed under a text of ours leaves that text as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from board_templates.geometry import Box
from board_templates.plan import ItemKind, Plan, PlannedFrame, PlannedItem, Role
from harvest.content import folded
from harvest.items import FRAME, LiveItem
from harvest.placed import PlacedNote
from harvest.snapshot import Snapshot
from workshops.building import tag_key
from workshops.check_answers import Finding, FindingKind
from workshops.covering import LOOSE

SLACK = 2.0  # pixels; Miro rounds
FILLED_IN = frozenset({Role.BLANK, Role.DOT})
OPEN_END = "…"


@dataclass(frozen=True)
class Board:
    """A board as it was read, and what is known of it.

    `made` are item ids by planned key; `elsewhere` are items of other workshops; `notes` are what
    people wrote, placed; `kept` holds the texts that may be shown.
    """

    plan: Plan
    made: Mapping[str, str]
    snapshot: Snapshot
    items: Mapping[str, LiveItem]
    elsewhere: frozenset[str]
    notes: tuple[PlacedNote, ...]
    kept: Mapping[str, LiveItem]

    @cached_property
    def frames(self) -> Mapping[str, PlannedFrame]:
        """The planned frames by key."""
        return {frame.key: frame for frame in self.plan.frames}

    def live(self, key: str | None) -> LiveItem | None:
        """Return what a planned key became, null when it is not there."""
        return self.items.get(self.made.get(key or "", ""))

    def title(self, key: str | None) -> str:
        """Return the title of a planned frame."""
        frame = self.frames.get(key or "")
        return frame.title if frame else ""

    def shown(self, item: LiveItem) -> str:
        """Return the text of an item that may be shown."""
        kept = self.kept.get(item.id)
        return kept.text if kept else ""

    @cached_property
    def _begun(self) -> Mapping[str, str]:
        """What zones held to begin with, by the item that draws them; people go on from there."""
        return {zone.shape_key: folded(zone.prefilled) for zone in self.plan.zones}

    def lasting(self, item: PlannedItem) -> Iterator[str]:
        """Yield the lines of an item that people are not meant to change.

        A line that ends with "…" is the beginning of a sentence that people finish.
        """
        begun = self._begun.get(item.key, "")
        for line in item.text.splitlines():
            if not begun or folded(line) not in begun:
                yield line.removesuffix(OPEN_END)

    def wanted_box(self, item: PlannedItem) -> Box:
        """Return where an item belongs: in its frame as that stands now, else where planned."""
        planned, live = self.frames.get(item.frame or ""), self.live(item.frame)
        if planned is None or live is None or live.box is None:
            return item.box
        return item.box.moved(live.box.x - planned.box.x, live.box.y - planned.box.y)


def findings(board: Board) -> tuple[Finding, ...]:
    """Return everything that is not as planned, frame by frame."""
    every = (*_frames(board), *_items(board), *_lines(board), *_tags(board), *_strange(board))
    return (*every, *_outside(board))


def missing_keys(found: tuple[Finding, ...]) -> tuple[str, ...]:
    """Return the planned keys that are missing."""
    return tuple(one.key for one in found if one.kind == "missing" and one.key is not None)


def _frames(board: Board) -> Iterator[Finding]:
    for frame in board.plan.frames:
        live = board.live(frame.key)
        if live is None:
            yield Finding(
                kind="missing", key=frame.key, what=FRAME, planned=frame.title, box=frame.box
            )
            continue
        if live.folded != folded(frame.title):
            yield _of_frame("retitled", frame, live, board)
        if live.box is not None and not _same_box(live.box, frame.box):
            yield _of_frame("moved", frame, live, board)


def _items(board: Board) -> Iterator[Finding]:
    for item in board.plan.items:
        live = board.live(item.key)
        if live is None:
            yield Finding(
                kind="missing",
                key=item.key,
                what=item.kind.value,
                frame=board.title(item.frame),
                planned=item.text,
                box=board.wanted_box(item),
            )
            continue
        kinds = (_displaced(board, item, live), _overwritten(board, item, live))
        for kind in (kind for kind in kinds if kind is not None):
            yield _of_item(kind, item, live, board)


def _displaced(board: Board, item: PlannedItem, live: LiveItem) -> FindingKind | None:
    if item.role in LOOSE:
        return None
    if item.frame is not None and live.frame != board.made.get(item.frame):
        return "orphaned"
    if item.frame is not None and board.live(item.frame) is None:
        return "orphaned"
    if live.box is None:
        return None
    wanted = board.wanted_box(item)
    near = _near(live.box.centre.x, wanted.centre.x) and _near(live.box.centre.y, wanted.centre.y)
    wide = item.kind is ItemKind.TEXT or _near(live.box.width, wanted.width)
    return None if near and wide else "moved"


def _overwritten(board: Board, item: PlannedItem, live: LiveItem) -> FindingKind | None:
    """Tell whether a text of ours is not there any more; what was added to it is no harm."""
    if item.role in FILLED_IN or not item.text:
        return None
    if item.role is Role.EXAMPLE:
        return None if live.folded == folded(item.text) else "overwritten"
    there = all(folded(line) in live.folded for line in board.lasting(item))
    return None if there else "overwritten"


def _lines(board: Board) -> Iterator[Finding]:
    there = {one.id for one in board.snapshot.connectors}
    for link in board.plan.links:
        if board.made.get(link.key) not in there:
            yield Finding(kind="missing", key=link.key, what="connector")


def _tags(board: Board) -> Iterator[Finding]:
    there = {tag.id for tag in board.snapshot.tags}
    for tag in board.plan.tags:
        key = tag_key(tag)
        if board.made.get(key) not in there:
            yield Finding(kind="missing", key=key, what="tag", planned=tag.title)


def _strange(board: Board) -> Iterator[Finding]:
    """Find what stands there twice: something nobody's ledger knows that is just like ours."""
    ours = set(board.made.values()) | board.elsewhere
    titles = {folded(frame.title): frame for frame in board.plan.frames}
    known = {
        (live.type, live.folded, _spot(live.box)): item
        for item in board.plan.items
        if (live := board.live(item.key)) is not None and live.box is not None
    }
    for live in board.items.values():
        if live.id in ours or live.box is None:
            continue
        frame = titles.get(live.folded) if live.type == FRAME else None
        if frame is not None:
            yield _of_frame("doubled", frame, live, board)
        item = known.get((live.type, live.folded, _spot(live.box)))
        if item is not None:
            yield _of_item("doubled", item, live, board)


def _outside(board: Board) -> Iterator[Finding]:
    for note in board.notes:
        if note.zone is None:
            yield Finding(
                kind="outside",
                item=note.id,
                what=board.items[note.id].type,
                frame=board.title(note.frame),
                found=note.text or "",
                box=note.box,
            )


def _of_frame(kind: FindingKind, frame: PlannedFrame, live: LiveItem, board: Board) -> Finding:
    return Finding(
        kind=kind,
        key=frame.key,
        item=live.id,
        what=live.type,
        frame=frame.title,
        planned=frame.title,
        found=board.shown(live),
        box=live.box,
    )


def _of_item(kind: FindingKind, item: PlannedItem, live: LiveItem, board: Board) -> Finding:
    return Finding(
        kind=kind,
        key=item.key,
        item=live.id,
        what=live.type,
        frame=board.title(item.frame),
        planned=item.text,
        found=board.shown(live),
        box=live.box,
    )


def _same_box(one: Box, other: Box) -> bool:
    places = ((one.x, other.x), (one.y, other.y), (one.right, other.right))
    return all(_near(a, b) for a, b in (*places, (one.bottom, other.bottom)))


def _spot(box: Box) -> tuple[int, int, int]:
    return round(box.centre.x / SLACK), round(box.centre.y / SLACK), round(box.width / SLACK)


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= SLACK
