"""Table cells found by the head of their column and their order below it.

A cell says nothing by itself, and the places of a plan read from a footer cannot be trusted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from board_templates.geometry import Box
from board_templates.plan import ItemKind, PlannedItem, PlannedZone
from harvest.items import LiveItem
from harvest.placing.inside import shapes_by_frame
from harvest.placing.scene import Scene

_SLACK: Final = 45.0  # a head may be drawn 20 smaller on each side than the cells are read
_LIKE_HEAD: Final = 0.6


def cells_under_heads(scene: Scene, known: Mapping[str, str]) -> Mapping[str, str]:
    """Return the free shapes below each known column head, top to bottom, as the cells' rows.

    A column with fewer shapes than rows tells nothing: which row is gone cannot be seen.
    """
    shapes = shapes_by_frame(scene, known)
    ids = {key: item for item, key in known.items()}
    found: dict[str, str] = {}
    for frame, cells in _columns(scene, known):
        head = _head(scene, cells[0])
        item = scene.by_id[ids[head.key]] if head is not None and head.key in ids else None
        if item is None or item.box is None:
            continue
        below = _below(item.box, [s for s in shapes.get(frame, ()) if s.id not in found])
        if len(below) >= len(cells):
            found.update({s.id: cell.shape_key for s, cell in zip(below, cells, strict=False)})
    return found


def _columns(scene: Scene, known: Mapping[str, str]) -> Iterator[tuple[str, list[PlannedZone]]]:
    """Yield the cells of each column, top to bottom, none of which is known."""
    columns: dict[tuple[str, float], list[PlannedZone]] = defaultdict(list)
    taken = set(known.values())
    for zone in scene.plan.zones:
        if zone.row is not None:
            columns[zone.frame, zone.box.x].append(zone)
    for (frame, _), cells in columns.items():
        if not any(cell.shape_key in taken for cell in cells):
            yield frame, sorted(cells, key=lambda cell: cell.box.y)


def _head(scene: Scene, top: PlannedZone) -> PlannedItem | None:
    """Return the planned shape right above a column."""
    above = [
        item
        for item in scene.plan.items
        if item.frame == top.frame
        and item.kind is ItemKind.SHAPE
        and item.text
        and item.box.bottom <= top.box.y + _SLACK
        and _same_column(item.box, top.box)
    ]
    return max(above, key=lambda item: item.box.bottom, default=None)


def _same_column(head: Box, cell: Box) -> bool:
    return abs(head.x - cell.x) <= _SLACK and abs(head.right - cell.right) <= _SLACK


def _below(head: Box, shapes: list[LiveItem]) -> list[LiveItem]:
    below = [shape for shape in shapes if shape.box is not None and _stands_under(head, shape.box)]
    return sorted(below, key=lambda shape: shape.box.y if shape.box else 0.0)


def _stands_under(head: Box, box: Box) -> bool:
    within = head.x <= box.centre.x <= head.right
    return within and box.centre.y > head.bottom and box.width >= _LIKE_HEAD * head.width
