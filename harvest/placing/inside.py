"""Which free shapes lie in which recognised frame, and where a planned part should lie there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from board_templates.geometry import Box
from harvest.items import SHAPE, LiveItem
from harvest.placing.grid import Grid
from harvest.placing.scene import Scene


def shapes_by_frame(scene: Scene, known: Mapping[str, str]) -> Mapping[str, list[LiveItem]]:
    """Return the shapes nobody knows yet by the key of the recognised frame they lie in."""
    frames = live_frame_boxes(scene, known)
    grid: Grid[str] = Grid()
    for key, box in frames.items():
        grid.add(box, key)
    found: dict[str, list[LiveItem]] = defaultdict(list)
    for item in scene.items:
        if item.type == SHAPE and item.id not in known and item.id not in scene.elsewhere:
            for key in _frames_around(item, grid):
                found[key].append(item)
    return found


def live_frame_boxes(scene: Scene, known: Mapping[str, str]) -> Mapping[str, Box]:
    """Return where the recognised frames lie, by key."""
    return {
        key: box
        for item, key in known.items()
        if key in scene.planned_frames and (box := scene.by_id[item].box) is not None
    }


def expected(part: Box, planned_frame: Box, live_frame: Box) -> Box:
    """Return where a planned part lies in its frame, scaled if the frame has another size now."""
    x = live_frame.width / planned_frame.width if planned_frame.width else 1.0
    y = live_frame.height / planned_frame.height if planned_frame.height else 1.0
    return Box(
        live_frame.x + (part.x - planned_frame.x) * x,
        live_frame.y + (part.y - planned_frame.y) * y,
        part.width * x,
        part.height * y,
    )


def _frames_around(item: LiveItem, grid: Grid[str]) -> list[str]:
    centre = item.centre
    return [] if centre is None else [key for _, key in grid.around(centre)]
