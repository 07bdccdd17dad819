"""The last placer: frames by their arrangement, then what lies where a planned shape should lie.

It never corrects the ledger: a shape the ledger knew and that is gone, is gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from board_templates.geometry import Box
from board_templates.plan import ItemKind, PlannedItem
from harvest.items import LiveItem, frames_among
from harvest.placing.columns import Moved, by_columns, zones_by_frame
from harvest.placing.grid import Grid
from harvest.placing.inside import expected, live_frame_boxes, shapes_by_frame
from harvest.placing.scene import Scene

_SAME_SIZE: Final = 0.15
_COVERS: Final = 0.5


def by_geometry(scene: Scene, known: Mapping[str, str]) -> Mapping[str, str]:
    """Return frames when as many of like size stand in the planned order, and shapes in them."""
    frames = {} if any(key in scene.planned_frames for key in known.values()) else _frames(scene)
    columns = by_columns(scene, {**known, **frames})
    return {**frames, **columns, **_shapes(scene, {**known, **frames, **columns})}


def _frames(scene: Scene) -> Mapping[str, str]:
    planned = sorted(scene.plan.frames, key=lambda frame: (frame.box.y, frame.box.x))
    live = frames_among(scene.frames)
    if len(planned) != len(live):
        return {}
    pairs = [(item, frame) for item, frame in zip(live, planned, strict=True)]
    if all(item.box and _same_size(item.box, frame.box) for item, frame in pairs):
        return {item.id: frame.key for item, frame in pairs}
    return {}


def _same_size(one: Box, other: Box) -> bool:
    width = abs(one.width - other.width) <= _SAME_SIZE * other.width
    return width and abs(one.height - other.height) <= _SAME_SIZE * other.height


def _shapes(scene: Scene, known: Mapping[str, str]) -> Mapping[str, str]:
    by_ledger = set((scene.placed_by or {}).values())
    taken = set(known.values())
    frames = live_frame_boxes(scene, known)
    zones = zones_by_frame(scene, known)
    grids = {key: _grid(shapes) for key, shapes in shapes_by_frame(scene, known).items()}
    found: dict[str, str] = {}
    for planned in scene.plan.items:
        frame = planned.frame or ""
        if planned.key in taken or frame in by_ledger or planned.kind is not ItemKind.SHAPE:
            continue
        if frame in grids and frame in frames:
            home = scene.planned_frames[frame].box
            likely = (
                _lies_there(planned, where, grids[frame], found)
                for where in _expected(planned.box, home, frames[frame], zones.get(frame, []))
            )
            if best := max((entry for entry in likely if entry), default=None):
                found[best[-1].id] = planned.key
    return found


def _grid(shapes: list[LiveItem]) -> Grid[LiveItem]:
    grid: Grid[LiveItem] = Grid()
    for shape in shapes:
        if shape.box is not None:
            grid.add(shape.box, shape)
    return grid


def _expected(part: Box, planned: Box, live: Box, zones: list[Moved]) -> Iterator[Box]:
    """Yield where a part may lie: as far from the corner as planned, or scaled like its frame.

    Headers keep their height when a frame grows, zones grow with it. What lies in a zone lies as
    far from the zone's corner as planned.
    """
    yield part.moved(live.x - planned.x, live.y - planned.y)
    yield expected(part, planned, live)
    for was, now in zones:
        if was.contains(part):
            yield part.moved(now.x - was.x, now.y - was.y)


def _lies_there(
    planned: PlannedItem, where: Box, grid: Grid[LiveItem], found: Mapping[str, str]
) -> tuple[float, str, LiveItem] | None:
    shares = [
        (_shared(box, where), shape.id, shape)
        for box, shape in grid.around(where.centre)
        if shape.id not in found and shape.is_circle == (planned.style.shape == "circle")
    ]
    best = max(shares, default=None)
    return best if best and best[0] >= _COVERS else None


def _shared(one: Box, other: Box) -> float:
    """Return the shared area as a part of the area both cover together."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / (one.area + other.area - width * height)
