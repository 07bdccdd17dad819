"""Symbols of zones: a drawn shape that stands for a zone before it has a name."""

from __future__ import annotations

from board_templates import metrics
from board_templates.geometry import Box
from board_templates.layout import pieces
from board_templates.layout.colours import INK
from board_templates.layout.drafts import ZoneDraft
from board_templates.layout.sizes import INSET
from board_templates.plan import PlannedItem, PlannedZone, Style

_SHARE = 0.6
"""Of a note: more than half of one, else an empty circle would be read as a voting dot."""

_EDGE = INSET / 2
_FILL = "#dfe4ee"


def emblem(draft: ZoneDraft, zone: PlannedZone, drawn: Box, note: int) -> PlannedItem:
    """Return the symbol in a right corner of a zone: the upper one, if its text leaves room there.

    Args:
        draft: The zone with its text and font.
        zone: The same as planned.
        drawn: The zone as it is drawn.
        note: The side of a note in its frame.
    """
    side = _SHARE * note
    beside = ends_before_symbol(draft, drawn.width, note, draft.font)
    top = drawn.y + _EDGE if beside else drawn.bottom - _EDGE - side
    box = Box(drawn.right - _EDGE - side, top, side, side)
    style = Style(shape=draft.symbol, fill=_FILL, border=INK)
    return pieces.shape(f"{zone.key}/symbol", box, (), style, frame=zone.frame, zone=zone.key)


def room_under_text(draft: ZoneDraft, width: float, note: int) -> float:
    """Return the height that the symbol of a zone drawn with this width needs below its text."""
    if not draft.symbol or ends_before_symbol(draft, width, note, draft.font):
        return 0.0
    return _SHARE * note + _EDGE


def ends_before_symbol(draft: ZoneDraft, width: float, note: int, font: int) -> bool:
    """Tell whether the lines of a zone's text that are as high as its symbol end before it."""
    side = _SHARE * note
    lines = [
        metrics.text_width(line, font, bold=paragraph.bold)
        for paragraph in draft.block
        for line in metrics.wrap(
            paragraph.text, width - 2 * metrics.PADDING, font, bold=paragraph.bold
        )
    ]
    level = int((side + _EDGE - metrics.PADDING) // (font * metrics.LINE_HEIGHT)) + 1
    room = width - _EDGE - side - 2 * metrics.PADDING
    return max(lines[:level], default=0.0) <= room
