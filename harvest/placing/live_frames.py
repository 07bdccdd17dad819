"""Frames as they lie on the board: planned ones, those people added, those of other workshops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from board_templates.geometry import Box, Point
from board_templates.plan import PlannedFrame
from harvest.items import LiveItem, frames_among
from harvest.placed import LiveFrame, MatchedBy
from harvest.placing.footer import footers
from harvest.placing.frame_titles import middle_shift
from harvest.placing.recognition import Recognition
from harvest.placing.scene import Scene

ADDED: Final = "added"


@dataclass(frozen=True)
class Frames:
    """`ours` by key, in the order of reading: the plan's, then those people added.

    `foreign` are the frames of other workshops, and those that were there before this one.
    """

    ours: Mapping[str, LiveFrame]
    foreign: tuple[LiveItem, ...]


def live_frames(scene: Scene, known: Recognition) -> Frames:
    """Sort the frames of the board, and place those that are gone where they should be."""
    ours: dict[str, LiveFrame] = {}
    if known.by is not MatchedBy.NONE:
        shift = _shift(scene, known)
        for frame in scene.plan.frames:
            item = scene.by_id.get(known.ids.get(frame.key, ""))
            box = frame.box.moved(shift.x, shift.y) if item is None or not item.box else item.box
            found = (item.id, item.text) if item else (None, "")
            ours[frame.key] = LiveFrame(frame, box, *found)
    strangers = [item for item in frames_among(scene.items) if item.id not in known.keys]
    since, starts = made_since(scene, known), _starts(scene, known)
    foreign = [
        item
        for item in strangers
        if item.id in scene.elsewhere or made_before(item, since) or _of_other(item, starts)
    ]
    others = {item.id for item in foreign}
    added = (item for item in strangers if item.id not in others)
    for number, item in enumerate(added, start=1):
        live = _added(number, item)
        ours[live.plan.key] = live
    return Frames(ours, tuple(foreign))


def made_before(item: LiveItem, since: datetime | None) -> bool:
    """Tell whether an item was on the board before the workshop was made there."""
    return since is not None and item.raw.created_at is not None and item.raw.created_at < since


def made_since(scene: Scene, known: Recognition) -> datetime | None:
    """Return when the workshop's first frame or zone was made, where the ledger knows them.

    A board that was copied cannot tell: all its items are as old as the copy.
    """
    if known.by is not MatchedBy.LEDGER:
        return None
    places = (
        scene.by_id[item].raw.created_at
        for item, key in known.keys.items()
        if key in scene.planned_frames or key in scene.zone_of_shape
    )
    return min((made for made in places if made is not None), default=None)


def _starts(scene: Scene, known: Recognition) -> list[tuple[float, bool]]:
    """Return where each workshop with a footer begins, and whether it is this one."""
    if known.by is MatchedBy.NONE:
        return []
    return [
        (footer.box.x, footer.id in known.keys)
        for footer, _, _ in footers(scene.items)
        if footer.box is not None
    ]


def _of_other(item: LiveItem, starts: list[tuple[float, bool]]) -> bool:
    """Tell whether the workshop that begins nearest to the left of a frame is another one.

    A further workshop stands to the right of the first; its footer is on its first frame.
    """
    left = [start for start in starts if item.box is not None and start[0] <= item.box.right]
    return bool(left) and not max(left)[1]


def _shift(scene: Scene, known: Recognition) -> Point:
    """Return how far the workshop lies from its planned place, by its frames, else its zones."""
    boxes = {key: scene.by_id[item].box for item, key in known.keys.items()}
    frames = {key: frame.box for key, frame in scene.planned_frames.items()}
    shapes = {key: scene.planned_items[key].box for key in scene.zone_of_shape}
    for planned in (frames, shapes):
        shifts = [
            Point(box.x - planned[key].x, box.y - planned[key].y)
            for key, box in boxes.items()
            if box is not None and key in planned
        ]
        if shifts:
            return middle_shift(shifts)
    return Point(0.0, 0.0)


def _added(number: int, item: LiveItem) -> LiveFrame:
    box = item.box or Box(0.0, 0.0, 0.0, 0.0)
    planned = PlannedFrame(f"{ADDED}{number}", ADDED, item.text, box)
    return LiveFrame(planned, box, item.id, item.text)
