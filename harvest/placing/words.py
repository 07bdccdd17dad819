"""Planned items other than zones found by their words: titles, prompts, examples, carriers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from board_templates.geometry import Box
from board_templates.plan import PlannedItem, Role
from harvest.items import LiveItem
from harvest.placing.grid import Grid
from harvest.placing.inside import live_frame_boxes, shapes_by_frame
from harvest.placing.scene import Scene
from harvest.placing.wordings import fits, masked, says_something

# Empty blanks, dots and drawn symbols say nothing; what they are shows otherwise.
_SPEAKING: Final = frozenset({Role.CHROME, Role.PROMPT, Role.EXAMPLE, Role.CARRIER, Role.FOOTER})
_STAY: Final = frozenset({Role.CHROME, Role.FOOTER})

_Bearers = Mapping[tuple[str, str], list[LiveItem]]


def items_by_words(scene: Scene, known: Mapping[str, str]) -> Mapping[str, str]:
    """Return one item for each planned text, of the same kind.

    Titles and other fixed texts only within their own frame; seeds and carriers travel, though
    not into frames nobody knows, and the one that stayed is taken first.
    """
    taken = set(known.values())
    missing = [planned for planned in scene.plan.items if _is_missing(scene, planned, taken)]
    frames = live_frame_boxes(scene, known)
    if not missing or not frames:
        return {}
    bearers = _bearers(scene, known, strange=_strange_frames(scene, known))
    found: dict[str, str] = {}
    for planned in missing:
        item = _one(planned, _free(scene, planned, bearers, found), frames)
        found.update({item.id: planned.key} if item else {})
    return {**found, **_partly_known(scene, {**known, **found}, missing)}


def _partly_known(
    scene: Scene, known: Mapping[str, str], missing: Sequence[PlannedItem]
) -> Mapping[str, str]:
    """Return fixed texts of a frame that differ from the plan in what no footer tells."""
    # What the ledger knew and is gone, is gone.
    taken = {*known.values(), *(scene.placed_by or {}).values()}
    shapes = shapes_by_frame(scene, known)
    found: dict[str, str] = {}
    for planned in missing:
        if planned.role is not Role.CHROME or planned.key in taken:
            continue
        patterns = [text for text in scene.patterns[planned.key] if says_something(text)]
        for shape in shapes.get(planned.frame or "", ()):
            free = shape.id not in found and bool(shape.folded) and not shape.is_circle
            if free and any(fits(masked(shape.text), pattern) for pattern in patterns):
                found[shape.id] = planned.key
                break
    return found


def _is_missing(scene: Scene, planned: PlannedItem, taken: Collection[str]) -> bool:
    if planned.key in taken or planned.key in scene.zone_of_shape:
        return False
    return planned.role in _SPEAKING and planned.key in scene.words


def _strange_frames(scene: Scene, known: Mapping[str, str]) -> Grid[str]:
    """Return the frames nobody knows: what lies there may be another workshop's."""
    grid: Grid[str] = Grid()
    for frame in scene.frames:
        if frame.id not in known and frame.box is not None:
            grid.add(frame.box, frame.id)
    return grid


def _bearers(scene: Scene, known: Mapping[str, str], strange: Grid[str]) -> _Bearers:
    found: dict[tuple[str, str], list[LiveItem]] = defaultdict(list)
    for item in scene.items:
        if item.id in known or item.id in scene.elsewhere or not item.written_on:
            continue
        if item.centre is None or not any(True for _ in strange.around(item.centre)):
            found[item.type, item.folded].append(item)
    return found


def _free(
    scene: Scene, planned: PlannedItem, bearers: _Bearers, found: Mapping[str, str]
) -> Iterator[LiveItem]:
    for text in sorted(scene.words.get(planned.key, ())):
        for item in bearers.get((planned.kind.value, text), ()):
            if item.id not in found:
                yield item


def _one(
    planned: PlannedItem, free: Iterator[LiveItem], frames: Mapping[str, Box]
) -> LiveItem | None:
    home = frames.get(planned.frame or "")
    first: LiveItem | None = None
    for item in free:
        if home is not None and item.centre is not None and home.holds(item.centre):
            return item
        first = first or item
    return None if planned.role in _STAY else first
