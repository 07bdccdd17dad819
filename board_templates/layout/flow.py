"""Lays seeded notes in rows from the top left, without overlapping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from board_templates.geometry import Box
from board_templates.layout.drafts import SeedDraft
from board_templates.layout.sizes import (
    INSET,
    NOTE_HEIGHT,
    STACK,
    STACK_STEP,
    NoteSize,
    seeded_note,
)

_GAP = 16.0
_EDGE = 12.0


@dataclass(frozen=True, slots=True)
class Flow:
    """Seeds with their boxes, relative to the top left of the room they were given."""

    boxes: tuple[Box, ...]
    sizes: tuple[NoteSize, ...]

    @property
    def height(self) -> float:
        """How far down the notes reach."""
        return max((box.bottom for box in self.boxes), default=0.0)

    @property
    def right(self) -> float:
        """How far right the notes reach."""
        return max((box.right for box in self.boxes), default=0.0)


def flow(seeds: Sequence[SeedDraft], base: int, width: float) -> Flow:
    """Return the places of seeds in a room of this width."""
    sizes = tuple(seeded_note(seed.text, base, width) for seed in seeds)
    gap = _gap(width, base)
    if len(seeds) < width // base:
        gap = max(gap, _GAP)
    boxes: list[Box] = []
    x = gap
    y = row_height = 0.0
    for size in sizes:
        if x > gap and x + size.width > width:
            x, y, row_height = gap, y + row_height + _GAP / 4, 0.0
        left = min(x, max(0.0, width - size.width))
        boxes.append(Box(left, y, size.width, size.height))
        x += size.width + gap
        row_height = max(row_height, size.height)
    return Flow(tuple(boxes), sizes)


def _gap(width: float, base: int) -> float:
    """Return the space between notes that still lets as many stand side by side as count."""
    side_by_side = max(1, int(width // base))
    return max(0.0, min(_GAP, (width - side_by_side * base) / (side_by_side + 1)))


def places_taken(seeds: Sequence[SeedDraft], base: int, width: float) -> int:
    """Return how many notes of the usual size the seeds take the place of."""
    return sum(_places(seeded_note(seed.text, base, width), base) for seed in seeds)


def _places(size: NoteSize, base: int) -> int:
    across = -(-size.width // base)
    down = -(-size.height // (base * NOTE_HEIGHT))
    return int(across * down)


def stack_boxes(drawn: Box, base: int) -> list[Box]:
    """Return the blanks of a stack in the bottom right corner of a zone as it is drawn."""
    span = (STACK - 1) * STACK_STEP
    left = drawn.right - _EDGE - base - span
    top = drawn.bottom - _EDGE - base * NOTE_HEIGHT - span
    return [
        Box(left + i * STACK_STEP, top + i * STACK_STEP, base, base * NOTE_HEIGHT)
        for i in range(STACK)
    ]


def stack_room(base: int) -> tuple[float, float]:
    """Return the width and the height that a stack takes at the corner of a drawn zone."""
    span = (STACK - 1) * STACK_STEP + _EDGE
    return base + span, base * NOTE_HEIGHT + span


def room_below(seeded: Flow, base: int, width: float, *, stack: bool) -> float:
    """Return the height that seeds and stack take together under the label of a zone."""
    if not stack:
        return seeded.height
    stack_width, stack_height = stack_room(base)
    beside = seeded.right <= width - stack_width
    return max(seeded.height, stack_height) if beside else seeded.height + stack_height


def drawn_width(box_width: float) -> float:
    """Return the width a zone is drawn with."""
    return box_width - 2 * INSET
