"""Places frames on the board: left to right, tops aligned, repeated ones in rows of five at most.

The rows hold as many as each other, so that none is nearly empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import ceil

from board_templates.geometry import Point
from board_templates.layout.drafts import FrameDraft
from board_templates.layout.growth import FrameSize
from board_templates.layout.sizes import FRAME_GAP, WRAP_AFTER

Sized = tuple[FrameDraft, FrameSize]


def corners(frames: Sequence[Sized]) -> list[Point]:
    """Return the top left corner of each frame, in the order given."""
    points: list[Point] = []
    x = 0.0
    for _, block in groupby(frames, key=_repeats_over):
        placed, width = _block(list(block), x)
        points.extend(placed)
        x += width + FRAME_GAP
    return points


def _repeats_over(sized: Sized) -> str:
    frame, _ = sized
    repeat = frame.spec.repeat
    return repeat.over if repeat is not None and frame.copies > 1 else f"alone {frame.key}"


def _block(frames: Sequence[Sized], left: float) -> tuple[list[Point], float]:
    """Return the corners of neighbours that repeat together, and the width they take."""
    points: list[Point] = []
    y = widest = 0.0
    for line in _lines(frames):
        x = left
        for _, size in line:
            points.append(Point(x, y))
            x += size.width + FRAME_GAP
        widest = max(widest, x - FRAME_GAP - left)
        y += max(size.height for _, size in line) + FRAME_GAP
    return points, widest


def _lines(frames: Sequence[Sized]) -> list[list[Sized]]:
    copies = max(frame.copies for frame, _ in frames)
    in_row = ceil(copies / ceil(copies / WRAP_AFTER))
    lines: dict[int, list[Sized]] = {}
    for frame, size in frames:
        lines.setdefault((frame.copy_no - 1) // in_row, []).append((frame, size))
    return list(lines.values())
