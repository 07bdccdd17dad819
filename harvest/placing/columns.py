"""Texts that stand one under another in a zone, told by their order where no word is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from board_templates.geometry import Box
from board_templates.plan import ItemKind, PlannedItem, Role
from harvest.items import LiveItem
from harvest.placing.inside import shapes_by_frame
from harvest.placing.scene import Scene
from harvest.placing.wordings import UNKNOWN

_SAME_EDGE: Final = 8.0
"""How far a text may stand from the column it was planned in, in pixels."""

Moved = tuple[Box, Box]
"""Where the shape of a zone was planned and where it lies."""


def zones_by_frame(scene: Scene, known: Mapping[str, str]) -> Mapping[str, list[Moved]]:
    """Return the shapes of recognised zones by the key of their frame."""
    found: dict[str, list[Moved]] = defaultdict(list)
    for item, key in known.items():
        zone, live = scene.zone_of_shape.get(key), scene.by_id[item].box
        if zone is not None and live is not None:
            found[zone.frame].append((scene.planned_items[key].box, live))
    return found


def by_columns(scene: Scene, known: Mapping[str, str]) -> Mapping[str, str]:
    """Return the texts of a zone of which a plan out of a footer knows only that they are there.

    Texts above them may take more lines on the board than planned, so their places don't tell;
    but there are as many of them, in one column and in the planned order.
    """
    taken = {*known.values(), *(scene.placed_by or {}).values()}
    unknown = [item for item in scene.plan.items if _is_unknown(item) and item.key not in taken]
    if not unknown:
        return {}
    shapes, found = shapes_by_frame(scene, known), dict[str, str]()
    for frame, zones in zones_by_frame(scene, known).items():
        for was, now in zones:
            planned = [item for item in unknown if item.frame == frame and was.contains(item.box)]
            for column in _columns(planned):
                live = _live_column(column[0].box, (was, now), shapes.get(frame, ()))
                if len(live) == len(column):
                    found |= {one.id: item.key for one, item in zip(live, column, strict=True)}
    return found


def _is_unknown(item: PlannedItem) -> bool:
    fixed = item.role is Role.CHROME and item.kind is ItemKind.SHAPE
    return fixed and set(item.text.split()) == {UNKNOWN}


def _columns(planned: Sequence[PlannedItem]) -> list[list[PlannedItem]]:
    columns: dict[tuple[float, float], list[PlannedItem]] = defaultdict(list)
    for item in sorted(planned, key=lambda item: item.box.y):
        columns[item.box.x, item.box.width].append(item)
    return list(columns.values())


def _live_column(first: Box, zone: Moved, shapes: Sequence[LiveItem]) -> list[LiveItem]:
    """Return the texts of people or ours that stand where a column was planned, from the top."""
    was, now = zone
    left = first.x + now.x - was.x
    standing = [
        (shape.box.y, shape)
        for shape in shapes
        if shape.box is not None
        and shape.folded
        and now.contains(shape.box, _SAME_EDGE)
        and abs(shape.box.x - left) <= _SAME_EDGE
        and abs(shape.box.width - first.width) <= _SAME_EDGE
    ]
    return [shape for _, shape in sorted(standing, key=lambda entry: entry[0])]
