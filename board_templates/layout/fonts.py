"""Sets the font sizes of a frame: what is alike is equally large, as large as its room allows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from board_templates.layout.capacity import takes_text, typed_characters
from board_templates.layout.drafts import FrameDraft, ZoneDraft
from board_templates.layout.emblems import ends_before_symbol
from board_templates.layout.growth import CHROME_EDGE, TITLE, FrameSize
from board_templates.layout.markup import Block, fitted, height, paragraphs
from board_templates.layout.sizes import (
    CELL_FONT,
    CELL_READING_FONT,
    HEAD,
    HEAD_FONT,
    INSET,
    INTRO_FONT,
    INTRO_TITLE_FONT,
    LABEL,
    LABEL_FONT,
    MARGIN,
    READING_FONT,
    STRIP_FONT,
    TEXT_FONT,
)
from board_templates.metrics import PADDING, text_height

_LABEL_ROOM = LABEL * 1.6
_CELL_ROOM = LABEL * 4.0
_MORE_ROOM = 1.6
"""How much more room heads may take before they become small print."""

_SMALL_HEAD = 28
_CHARACTER = 0.56
"""Width of a typed character as a part of the font size; running text has just under 0.5."""


def set_fonts(frame: FrameDraft, width: float) -> None:
    """Set the sizes of labels, cells and heads in a frame of this width."""
    work = width - 2 * MARGIN
    labels = [z for z in frame.zones if not takes_text(z)]
    for zone in frame.zones:
        zone.font = TEXT_FONT
    said = [(zone.block, _drawn(zone.box[2], work)) for zone in labels]
    size = _heading(said, _LABEL_ROOM, LABEL_FONT)
    for zone in labels:
        zone.font = size
    cells = [cell for column in frame.columns for cell in column.cells]
    texts = ((cell.block, _drawn(cell.box[2], work)) for cell in cells if cell.body)
    size = _common(texts, _CELL_ROOM, CELL_FONT)
    for cell in cells:
        cell.font = size
    _set_heads(frame, work)


def _set_heads(frame: FrameDraft, work: float) -> None:
    heads = [
        (paragraphs(c.label, c.prompt, bold_first=True), _drawn(c.box[2], work))
        for c in frame.columns
    ]
    size = _heading(heads, HEAD, HEAD_FONT)
    for column in frame.columns:
        column.font = size


def enlarge(frame: FrameDraft, size: FrameSize, note: int) -> None:
    """Set what is only read, or typed at length, as large as the frame's measures allow.

    `note` is the side of a note in the frame.
    """
    _enlarge_texts(frame, size, note)
    _enlarge_cells(frame, size)
    enlarge_strips(frame, size)


def _enlarge_texts(frame: FrameDraft, size: FrameSize, note: int) -> None:
    """Set texts that people read and type as large as leaves room for what will be typed."""
    rooms = {"above": size.above, "below": size.below, None: size.boxes_height}
    for place, room in rooms.items():
        texts = [zone for zone in frame.zones if takes_text(zone) and zone.strip == place]
        largest = min(
            (_roomy(zone, size.work_width, room, note) for zone in texts), default=TEXT_FONT
        )
        for zone in texts:
            zone.font = largest


def _enlarge_cells(frame: FrameDraft, size: FrameSize) -> None:
    """Set the texts of a table that are only read as large as its rows allow."""
    cells = [z for column in frame.columns for z in column.cells if z.body and takes_text(z)]
    for font in range(CELL_READING_FONT, TEXT_FONT, -2):
        if all(_fits_its_row(cell, size, font) for cell in cells):
            for cell in cells:
                cell.font = max(cell.font, font)
            return


def _fits_its_row(cell: ZoneDraft, size: FrameSize, font: int) -> bool:
    room = size.rows[(cell.row or 1) - 1] - 2 * INSET
    return height(cell.block, _drawn(cell.box[2], size.work_width), font) <= room


def enlarge_strips(frame: FrameDraft, size: FrameSize) -> None:
    """Set the texts above and below the boxes as large as their band allows, all equally."""
    for place, room in (("above", size.above), ("below", size.below)):
        texts = [chrome for chrome in frame.chrome if chrome.strip == place]
        wide = ((paragraphs(c.text), c.box[2] * size.work_width - 2 * CHROME_EDGE) for c in texts)
        font = _common(wide, room, (READING_FONT, STRIP_FONT))
        for chrome in texts:
            chrome.font = font


def _roomy(zone: ZoneDraft, work: float, tall: float, note: int) -> int:
    width = _drawn(zone.box[2], work)
    room = zone.box[3] * tall - 2 * INSET
    for font in range(READING_FONT, TEXT_FONT, -2):
        if zone.symbol and not ends_before_symbol(zone, width, note, font):
            continue
        in_line = max(1.0, (width - 2 * PADDING) / (font * _CHARACTER))
        lines = ceil(typed_characters(zone) / in_line) + 1
        if max(text_height(lines, font) + 2 * PADDING, height(zone.block, width, font)) <= room:
            return font
    return TEXT_FONT


def set_intro_fonts(frame: FrameDraft, size: FrameSize) -> None:
    """Set the intro's texts as large as the room allows, all but the title equally large."""
    panels = [zone for zone in frame.zones if zone.colour == "chrome" and zone.name != TITLE]
    for zone in frame.zones:
        if zone.name == TITLE:
            zone.font = _largest(zone, size, INTRO_TITLE_FONT)
    shared = min((_largest(zone, size, INTRO_FONT) for zone in panels), default=TEXT_FONT)
    for zone in panels:
        zone.font = shared


def _largest(zone: ZoneDraft, size: FrameSize, sizes: tuple[int, int]) -> int:
    room = zone.box[3] * size.boxes_height - 2 * INSET
    return fitted(zone.block, _drawn(zone.box[2], size.work_width), room, sizes)[0]


def _drawn(share: float, work: float) -> float:
    return share * work - 2 * INSET


def _heading(texts: Sequence[tuple[Block, float]], room: float, sizes: tuple[int, int]) -> int:
    """Return the size of what heads areas or columns; it takes more room before it gets small."""
    size = _common(texts, room, sizes)
    if size >= _SMALL_HEAD:
        return size
    return max(size, _common(texts, room * _MORE_ROOM, (_SMALL_HEAD, sizes[1])))


def _common(texts: Iterable[tuple[Block, float]], room: float, sizes: tuple[int, int]) -> int:
    """Return the size at which every text fits its width within this height."""
    fitting = (fitted(block, width, room, sizes)[0] for block, width in texts)
    return min(fitting, default=sizes[0])
