"""Sticky notes and cards as SVG."""

from __future__ import annotations

from board_templates.geometry import Box
from board_templates.metrics import (
    NOTE_SHARE,
    RECTANGLE_RATIO,
    Paragraph,
    fitted_size,
    text_height,
)
from board_templates.note_colours import NOTES
from board_templates.preview import colours
from board_templates.preview.lettering import Lettering, block_lines, letter
from board_templates.preview.markup import rect
from board_templates.preview.picture import Card, Note
from board_templates.preview.tag_marks import draw_tags, tags_height
from board_templates.rich_text import one_line, paragraphs

_LARGEST = 0.16  # font sizes by the smaller side of a note
_SMALLEST = 0.02
_WHOLE_WORDS = 0.055  # smaller than this a long word is rather broken
_TAG_FONT = 0.075  # by the width of a note's room
_SHADOW = "#10131a"
_SHADOW_FROM = 12.0  # pixels on screen of a note's height; below, nobody would see it
_CARD_FONT = 16.0
_CARD_BAR = 8.0
_CARD_BORDER = "#c6cad3"
_CARD_DETAILS = "#4a505c"


def draw_note(note: Note, scale: float) -> str:
    """Return a note: shadow, paper, its text as large as fits, its tags."""
    fill = NOTES.get(note.colour, NOTES["light_yellow"])
    paper = _paper(note.box)
    room = paper.inset(min(paper.width, paper.height) * (1 - NOTE_SHARE) / 2)
    tag_size = max(1.0, _TAG_FONT * room.width)
    free = room.height - tags_height(note.tags, room, tag_size)
    for_text = Box(room.x, room.y, room.width, max(free, room.height / 3))
    return (
        (_shadow(paper) if paper.height * scale >= _SHADOW_FROM else "")
        + rect(paper, fill=fill, stroke=_SHADOW, stroke_opacity=0.1, stroke_width=1.0)
        + _note_text(note, for_text, colours.ink_on(fill), scale)
        + draw_tags(note.tags, room, tag_size, scale)
    )


def draw_card(card: Card, scale: float) -> str:
    """Return a card: a bar in its colour, its title, details and tags."""
    theme = colours.paint(card.theme, "#2d9bf0")
    box = card.box
    bar = Box(box.x, box.y, _CARD_BAR, box.height)
    room = Box(box.x + 2.5 * _CARD_BAR, box.y, box.width - 4 * _CARD_BAR, box.height)
    title = [Paragraph(one_line(p.text)) for p in paragraphs(card.title)]
    found = [*title, *([Paragraph(one_line(card.details))] if card.details else [])]
    lines = block_lines(found, room.width, _CARD_FONT)
    fitting = 0.9 * box.height / max(1.0, text_height(lines, 1))
    how = Lettering(min(_CARD_FONT, max(1.0, fitting)), colours.DARK_INK, "left", "middle", scale)
    below = Box(room.x, box.bottom + 4, room.width, 1.55 * 0.75 * _CARD_FONT)
    return (
        rect(box, rx=6, fill="#ffffff", stroke=_CARD_BORDER, stroke_width=1.5)
        + rect(bar, rx=3, fill=theme)
        + letter(found, room, how)
        + draw_tags(card.tags, below, 0.75 * _CARD_FONT, scale)
    )


def _paper(box: Box) -> Box:
    """Return the part of a note that is paper; Miro's height counts the shadow."""
    ratio = 1.0 if box.height > box.width else RECTANGLE_RATIO
    return Box(box.x, box.y, box.width, min(box.height, box.width * ratio))


def _shadow(paper: Box) -> str:
    """Return two faint strips under the lower edge; filters would be slow on full boards."""
    deep = 0.03 * paper.height
    far = Box(paper.x + deep, paper.y + 3 * deep, paper.width - 2 * deep, paper.height - deep)
    near = Box(paper.x + deep / 2, paper.y + deep, paper.width - deep, paper.height)
    return rect(far, rx=deep, fill=_SHADOW, fill_opacity=0.07) + rect(
        near, rx=deep / 2, fill=_SHADOW, fill_opacity=0.1
    )


def _note_text(note: Note, room: Box, ink: str, scale: float) -> str:
    found = paragraphs(note.content)
    if not found:
        return ""
    side = min(note.box.width, note.box.height)
    size = fitted_size(
        "\n".join(p.text for p in found),
        room.width,
        room.height,
        largest=max(1, round(side * _LARGEST)),
        smallest=max(1, round(side * _SMALLEST)),
        whole_words=round(side * _WHOLE_WORDS),
    )
    return letter(found, room, Lettering(size, ink, note.align, note.valign, scale))
