"""Planned frames found by their titles; like titles are told apart by where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from board_templates.geometry import Box, Point
from board_templates.plan import PlannedFrame
from harvest.items import LiveItem
from harvest.placing.scene import Scene
from harvest.placing.wordings import UNKNOWN, fits, masked, says_something

_NUMBER: Final = re.compile(r"^\d+\.")


def frames_by_title(scene: Scene, known: Mapping[str, str]) -> Mapping[str, str]:
    """Return the frames whose title is a planned one.

    Then those that only lost their number, then those of whose title the plan knows a part, and
    last those whose numbers it doesn't know either, as when a title says a time.
    """
    found: dict[str, str] = {}
    for likeness in (_same, _same_but_number, _partly_known, _hardly_known):
        found.update(_by_title(scene, {**known, **found}, likeness))
    return found


def _same(live: str, planned: str) -> bool:
    return live == planned


def _same_but_number(live: str, planned: str) -> bool:
    return _NUMBER.sub("", live) == _NUMBER.sub("", planned)


def _partly_known(live: str, planned: str) -> bool:
    return UNKNOWN in planned and says_something(planned) and fits(live, planned)


def _hardly_known(live: str, planned: str) -> bool:
    return _partly_known(masked(live), masked(planned))


def _by_title(
    scene: Scene, known: Mapping[str, str], likeness: Callable[[str, str], bool]
) -> Mapping[str, str]:
    choices = _choices(scene, known, likeness)
    shifts = _shifts(scene, known)
    found: dict[str, str] = {}
    # Frames with fewer namesakes first: they fix where the workshop lies on the board.
    for key in sorted(choices, key=lambda key: len(choices[key])):
        planned = scene.planned_frames[key]
        free = [bearer for bearer in choices[key] if bearer.id not in found]
        if free:
            nearest = _nearest(planned, free, shifts)
            found[nearest.id] = key
            shifts.append(_shift(planned.box, nearest.box or planned.box))
    return found


def _choices(
    scene: Scene, known: Mapping[str, str], likeness: Callable[[str, str], bool]
) -> Mapping[str, list[LiveItem]]:
    """Return the frames of the board that bear the title of each planned one, if any do."""
    free = [(live, live.folded) for live in scene.frames if live.id not in known]
    taken = set(known.values())
    return {
        planned.key: [
            live
            for live, title in free
            if any(likeness(title, words) for words in scene.titles.get(planned.key, ()))
        ]
        for planned in scene.plan.frames
        if planned.key not in taken
    }


def _shifts(scene: Scene, known: Mapping[str, str]) -> list[Point]:
    """Return how far each known frame lies from its planned place."""
    return [
        _shift(scene.planned_frames[key].box, box)
        for item, key in known.items()
        if key in scene.planned_frames and (box := scene.by_id[item].box) is not None
    ]


def _nearest(frame: PlannedFrame, bearers: list[LiveItem], shifts: list[Point]) -> LiveItem:
    if not shifts:
        return bearers[0]
    shift = middle_shift(shifts)
    expected = Point(frame.box.x + shift.x, frame.box.y + shift.y)
    return min(bearers, key=lambda bearer: _distance(bearer.box, expected))


def middle_shift(shifts: Iterable[Point]) -> Point:
    """Return the median shift on each axis; one frame moved by hand does not pull it."""
    found = list(shifts)
    across = sorted(shift.x for shift in found)
    down = sorted(shift.y for shift in found)
    return Point(across[len(across) // 2], down[len(down) // 2]) if found else Point(0.0, 0.0)


def _shift(planned: Box, live: Box) -> Point:
    return Point(live.x - planned.x, live.y - planned.y)


def _distance(box: Box | None, corner: Point) -> float:
    return float("inf") if box is None else abs(box.x - corner.x) + abs(box.y - corner.y)
