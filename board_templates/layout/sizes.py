"""The measures of a board in pixels (methods, section on layout)."""

from __future__ import annotations

from typing import NamedTuple

from board_templates.metrics import RECTANGLE_OVER, note_side_for

HEADER = 220
INTRO_HEADER = 120
MARGIN = 60
FRAME_GAP = 200
WRAP_AFTER = 5
INSET = 20
HEAD = 120
LABEL = 80
GROWTH = 100
WIDE_FROM = 25
WIDENING = 1.2
TABLE_NOTE = 160
NOTE_HEIGHT = 1.15
RECTANGLE_HEIGHT = 228 / 350
DOT = 40
DOT_PLACE = 48
DOT_STEP = 4
PILE = 10
TRAY_LIMIT = 60
STACK = 3
STACK_STEP = 12
LOOSENESS = 1.5

TITLE_FONT = (52, 22)
INSTRUCTION_FONT = (32, 16)
OVERLINE_FONT = (32, 16)
LABEL_FONT = (32, 20)
TEXT_FONT = 24
READING_FONT = 36
INTRO_FONT = (38, 24)
INTRO_TITLE_FONT = (72, 24)
HEAD_FONT = (32, 16)
CELL_FONT = (26, 16)
CELL_READING_FONT = 32
STRIP_FONT = 26
SMALL_FONT = 20
CAPTION_FONT = 24
FOOTER_FONT = 16


def note_size(participants: int) -> int:
    """Return the side of a note on a board for so many people."""
    if participants <= 8:  # noqa: PLR2004  # the rule itself
        return 200
    return 160 if participants < WIDE_FROM else 120


class NoteSize(NamedTuple):
    """How large a note is, its shadow included, and its form."""

    width: float
    height: float
    shape: str


def seeded_note(text: str, base: int, room: float) -> NoteSize:
    """Return the size of a note that holds a text, no wider than the room it has."""
    side, shape = note_side_for(text, base)
    if len(text) <= RECTANGLE_OVER and side > room:
        side = max(float(base), room)
    width = min(side, max(room, float(base)))
    ratio = NOTE_HEIGHT if shape == "square" else RECTANGLE_HEIGHT
    return NoteSize(width, width * ratio, shape)
