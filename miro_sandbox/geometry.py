"""Places and sizes: centres on an endless plane, children from their frame's corner."""

from __future__ import annotations

import math
from dataclasses import dataclass

# Not more than a rounding difference; Miro counts in doubles.
TOLERANCE = 0.01


@dataclass(frozen=True)
class Box:
    """A box by its centre, width, height (dp) and rotation (degrees, clockwise)."""

    x: float
    y: float
    width: float
    height: float
    rotation: float = 0.0

    @property
    def left(self) -> float:
        """Give the left edge, rotation aside."""
        return self.x - self.width / 2

    @property
    def top(self) -> float:
        """Give the upper edge, rotation aside."""
        return self.y - self.height / 2

    def extent(self) -> tuple[float, float]:
        """Give the width and height of the upright box around the rotated one."""
        if not self.rotation:
            return self.width, self.height
        turn = math.radians(self.rotation)
        cos, sin = abs(math.cos(turn)), abs(math.sin(turn))
        return self.width * cos + self.height * sin, self.width * sin + self.height * cos


def to_board(frame: Box, x: float, y: float) -> tuple[float, float]:
    """Give a child's centre on the board, by the formula Miro documents."""
    return frame.left + x, frame.top + y


def to_frame(frame: Box, x: float, y: float) -> tuple[float, float]:
    """Give a board point measured from the frame's top-left corner."""
    return x - frame.left, y - frame.top


def lies_within(child: Box, frame: Box, *, whole_box: bool) -> bool:
    """Tell whether a child (frame coordinates) stays in its frame.

    Live reports differ: one saw a box half outside accepted, another says all of it must fit. So
    either the whole box counts or only the centre.
    """
    half_width, half_height = (side / 2 for side in child.extent()) if whole_box else (0.0, 0.0)
    return (
        child.x - half_width >= -TOLERANCE
        and child.y - half_height >= -TOLERANCE
        and child.x + half_width <= frame.width + TOLERANCE
        and child.y + half_height <= frame.height + TOLERANCE
    )
