"""Which notes of a checkpoint are not on the board any more, and how each is put back. Pure.

A note that comes back is a sticky note or a card with the tag that says so; what was typed as plain
text or into a shape of people's own comes back as a sticky note, since nothing else takes a tag.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from board_templates.geometry import Box, Point
from board_templates.plan import (
    ItemKind,
    Phase,
    Plan,
    PlannedFrame,
    PlannedItem,
    PlannedTag,
    Role,
    Style,
)
from harvest.items import CARDS, FRAME, STICKY, LiveItem
from harvest.judging import Judged

PREFIX = "restored:"
TAG_ID = "restored"
TAG_TITLES = {"et": "taastatud", "en": "restored"}
MOST_TAGS = 8  # Miro's own (tags, items)
NOTE_HEIGHT = 228.0 / 199.0


@dataclass(frozen=True)
class Lost:
    """A note of people's that is gone. `frame` is the key of its planned frame, if it had one."""

    item: LiveItem
    frame: str | None

    @property
    def key(self) -> str:
        """Its key in the ledger: the same whichever checkpoint knows it."""
        return PREFIX + self.item.id


def lost_notes(judged: Sequence[Judged], there: Collection[str]) -> tuple[list[Lost], list[Lost]]:
    """Return the notes that are gone and can be put back, and those whose words were not kept."""
    gone = [
        one
        for one in judged
        if one.note is not None and not one.place.elsewhere and one.item.id not in there
    ]
    spoken = [one for one in gone if one.item.raw.removed is None and _peoples(one)]
    wordless = [one for one in gone if one.item.raw.removed is not None]
    return [_lost(one) for one in spoken], [_lost(one) for one in wordless]


def _lost(one: Judged) -> Lost:
    return Lost(one.item, one.note.frame if one.note else None)


def _peoples(one: Judged) -> bool:
    """Tell whether the whole item is people's, not a shape of ours that they typed into."""
    planned = one.verdict.planned
    return planned is None or planned.kind in {ItemKind.NOTE, ItemKind.CARD}


@dataclass(frozen=True)
class Scenery:
    """Where lost notes go back to.

    `plan` is as on the board; `then` and `now` are boxes of planned frames by key, of those that
    were there at the checkpoint and are there now; `origin` is the plan's place on the board.
    """

    plan: Plan
    then: Mapping[str, Box]
    now: Mapping[str, Box]
    origin: Point


def plan_of(lost: Sequence[Lost], scenery: Scenery) -> Plan:
    """Return what puts these notes back: a plan like any other, on the frames that are there."""
    origin = scenery.origin
    frames = tuple(
        replace(frame, box=frame.box.moved(-origin.x, -origin.y))
        for frame in scenery.plan.frames
        if frame.key in scenery.now
    )
    mark = PlannedTag(TAG_ID, TAG_TITLES.get(scenery.plan.lang, TAG_TITLES["en"]), "gray")
    known = {tag.title: tag for tag in scenery.plan.tags}
    titles = sorted({title for one in lost for title in one.item.raw.tags} - {mark.title})
    tags = tuple(known.get(title) or _foreign(title) for title in titles)
    by_key = {frame.key: frame for frame in frames}
    return replace(
        scenery.plan,
        frames=frames,
        zones=(),
        items=tuple(_planned(one, by_key, scenery, mark.title) for one in lost),
        links=(),
        tags=(*tags, mark),
    )


def _foreign(title: str) -> PlannedTag:
    """Return a tag that people made; it is found on the board by its title."""
    return PlannedTag("t" + hashlib.sha256(title.encode()).hexdigest()[:12], title, "gray")


def _planned(
    lost: Lost, frames: Mapping[str, PlannedFrame], scenery: Scenery, mark: str
) -> PlannedItem:
    item = lost.item
    kind = ItemKind.CARD if item.type in CARDS else ItemKind.NOTE
    frame, box = _place(lost, frames, scenery, kind)
    data = item.raw.data or {}
    rectangle = data.get("shape") == "rectangle" and item.type == STICKY
    return PlannedItem(
        key=lost.key,
        kind=kind,
        role=Role.BLANK,
        phase=Phase.NOTES,
        box=box,
        frame=frame,
        zone=None,
        content=str(data.get("title" if kind is ItemKind.CARD else "content") or ""),
        text=item.text,
        style=Style(
            shape="rectangle" if rectangle else "square",
            fill=item.colour if item.type == STICKY else None,
        ),
        tags=tags_of(lost, mark),
    )


def tags_of(lost: Lost, mark: str = TAG_ID) -> tuple[str, ...]:
    """Return the titles of the tags a note comes back with: its own, and the mark."""
    own = (title for title in lost.item.raw.tags if title not in TAG_TITLES.values())
    return (*list(own)[: MOST_TAGS - 1], mark)


def _place(
    lost: Lost, frames: Mapping[str, PlannedFrame], scenery: Scenery, kind: ItemKind
) -> tuple[str | None, Box]:
    """Return where a note goes back to: to its place in its frame, wherever that is now.

    Without its frame, or where the frame has become too small, it goes to its old place on the
    board.
    """
    box = lost.item.box or Box(0.0, 0.0, 0.0, 0.0)
    if kind is ItemKind.NOTE and lost.item.type != STICKY:
        side = float(scenery.plan.note_size or 160)
        box = Box.around(box.centre, side, side * NOTE_HEIGHT)
    then, now = scenery.then.get(lost.frame or ""), scenery.now.get(lost.frame or "")
    planned = frames.get(lost.frame or "")
    if then is None or now is None or planned is None:
        return None, box.moved(-scenery.origin.x, -scenery.origin.y)
    here = box.moved(now.x - then.x, now.y - then.y)
    if not now.contains(here):
        return None, here.moved(-scenery.origin.x, -scenery.origin.y)
    return planned.key, box.moved(planned.box.x - then.x, planned.box.y - then.y)


def frame_boxes(
    plan: Plan, ids: Mapping[str, str], items: Mapping[str, LiveItem]
) -> dict[str, Box]:
    """Return the boxes of planned frames, by key; `ids` are item ids by planned key."""
    return dict(_boxes(plan, ids, items))


def _boxes(
    plan: Plan, ids: Mapping[str, str], items: Mapping[str, LiveItem]
) -> Iterator[tuple[str, Box]]:
    for frame in plan.frames:
        live = items.get(ids.get(frame.key, ""))
        if live is not None and live.type == FRAME and live.box is not None:
            yield frame.key, live.box


def due_of(item: LiveItem) -> datetime | None:
    """Return the day a card is due."""
    said = (item.raw.data or {}).get("dueDate")
    try:
        return datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
