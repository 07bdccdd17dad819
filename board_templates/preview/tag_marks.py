"""Tags as small chips in rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from board_templates.geometry import Box
from board_templates.metrics import Paragraph, text_width, wrap
from board_templates.preview import colours
from board_templates.preview.lettering import Lettering, letter
from board_templates.preview.markup import rect
from board_templates.preview.picture import TagMark
from board_templates.rich_text import one_line

_ROW = 1.9  # height of a row by the font size
_CHIP = 1.55
_BETWEEN = 0.4


@dataclass(frozen=True, slots=True)
class _Chip:
    title: str
    colour: str
    box: Box


def tags_height(tags: Sequence[TagMark], room: Box, size: float) -> float:
    """Return the height that tags take at the bottom of a room."""
    chips = _chips(tags, room, size)
    return chips[-1].box.bottom - chips[0].box.y + _BETWEEN * size if chips else 0.0


def draw_tags(tags: Sequence[TagMark], room: Box, size: float, scale: float) -> str:
    """Return tags drawn in rows that end at the bottom of a room."""
    chips = _chips(tags, room, size)
    if not chips:
        return ""
    up = room.bottom - chips[-1].box.bottom
    return "".join(_chip(chip, chip.box.moved(0, up), size, scale) for chip in chips)


def _chips(tags: Sequence[TagMark], room: Box, size: float) -> list[_Chip]:
    """Return chips in rows from the top of a room on."""
    chips: list[_Chip] = []
    x, y = room.x, room.y
    for tag in tags:
        title = wrap(one_line(tag.title) or "–", room.width - size, size)[0]
        width = min(room.width, text_width(title, size) + size)
        if x > room.x and x + width > room.right:
            x, y = room.x, y + _ROW * size
        chips.append(_Chip(title, tag.colour, Box(x, y, width, _CHIP * size)))
        x += width + _BETWEEN * size
    return chips


def _chip(chip: _Chip, box: Box, size: float, scale: float) -> str:
    fill = colours.TAGS.get(chip.colour, colours.TAGS["gray"])
    how = Lettering(size, colours.ink_on(fill), "center", "middle", scale)
    return rect(box, rx=0.35 * size, fill=fill) + letter([Paragraph(chip.title)], box, how)
