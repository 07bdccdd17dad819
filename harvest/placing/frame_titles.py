"""Planned frames found by their titles; like titles are told apart by where they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from board_templates.geometry import Box, Point
from board_templates.plan import PlannedFrame
from harvest.content import folded
from harvest.items import LiveItem
from harvest.placing.scene import Scene

_NUMBER: Final = re.compile(r"^\d+\.")


def frames_by_title(scene: Scene, known: Mapping[str, str]) -> Mapping[str, str]:
    """Return the frames whose title is a planned one, then those that only lost their number."""
    found: dict[str, str] = {}
    for cleaned in (folded, _without_number):
        found.update(_by_title(scene, {**known, **found}, cleaned))
    return found


def _without_number(title: str) -> str:
    return _NUMBER.sub("", folded(title))


def _by_title(
    scene: Scene, known: Mapping[str, str], cleaned: Callable[[str], str]
) -> Mapping[str, str]:
    choices = _choices(scene, known, cleaned)
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
    scene: Scene, known: Mapping[str, str], cleaned: Callable[[str], str]
) -> Mapping[str, list[LiveItem]]:
    """Return the frames of the board that bear the title of each planned one, if any do."""
    bearers: dict[str, list[LiveItem]] = defaultdict(list)
    for live in scene.frames:
        if live.id not in known:
            bearers[cleaned(live.text)].append(live)
    taken = set(known.values())
    choices: dict[str, list[LiveItem]] = {}
    for planned in scene.plan.frames:
        titles = sorted({cleaned(title) for title in scene.titles.get(planned.key, ())} - {""})
        if planned.key not in taken:
            choices[planned.key] = [live for title in titles for live in bearers.get(title, ())]
    return choices


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
