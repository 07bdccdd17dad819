"""Draws the header band: title, instruction under it, time at the right edge, tray under that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from board_templates import metrics
from board_templates.geometry import Box
from board_templates.layout import pieces
from board_templates.layout.context import Context
from board_templates.layout.drafts import FrameDraft, LinkDraft, PileDraft, TrayDraft
from board_templates.layout.growth import CHROME_EDGE
from board_templates.layout.markup import fitted, paragraphs
from board_templates.layout.sizes import (
    CAPTION_FONT,
    DOT,
    DOT_STEP,
    HEADER,
    INSET,
    INSTRUCTION_FONT,
    INTRO_HEADER,
    MARGIN,
    OVERLINE_FONT,
    SMALL_FONT,
    TITLE_FONT,
)
from board_templates.plan import PlannedItem, Sign

_TITLE_TOP = 8.0
_TITLE_ROOM = 106.0
_DROP = 24.0
_BAND_FOOT = 4.0
_TIME_FONT = 28
_TIME_TOP = 8.0
_TIME_HEIGHT = 72.0
_LINK_TOP = 130.0
_TRAY_TOP = 94.0
_PILE_GAP = 18.0
_ROW_GAP = 26.0
_WIDEST_TRAY = 0.45
_LEAST_RIGHT = 420.0
_GAP = 24.0


@dataclass(frozen=True, slots=True)
class _Pile:
    """A pile with the width it takes, its meaning beside it."""

    pile: PileDraft
    dots: float
    words: float

    @property
    def width(self) -> float:
        return self.dots + self.words + _PILE_GAP


def header_items(context: Context, frame: FrameDraft, width: float) -> list[PlannedItem]:
    """Return what stands in the header band of a frame of this width."""
    tray, tray_width = _tray(context, frame, width)
    beside = _LEAST_RIGHT if frame.link and tray else 0.0
    time_width = _time_width(frame)
    right = max(_LEAST_RIGHT if frame.link else 0.0, time_width, tray_width) + beside
    items = _words(frame, width - 2 * MARGIN - right - _GAP)
    items.extend(_time(frame, width, time_width))
    if frame.link is not None:
        top = _TIME_TOP if tray else _LINK_TOP
        items.append(_link(frame, width - max(0.0, right - _LEAST_RIGHT), top, frame.link))
    return _dropped([*items, *tray]) if frame.number is not None else [*items, *tray]


def _dropped(items: list[PlannedItem]) -> list[PlannedItem]:
    """Return the items as far from the frame's edge as its sides are, where the band has room."""
    room = HEADER - _BAND_FOOT - max(item.box.bottom for item in items)
    drop = min(max(0.0, room), _DROP)
    return [replace(item, box=item.box.moved(0.0, drop)) for item in items]


def _words(frame: FrameDraft, width: float) -> list[PlannedItem]:
    if frame.number is None:
        return [_overline(frame, width)]
    x, drawn = MARGIN + CHROME_EDGE, width
    title = paragraphs(frame.title, bold_first=True)
    size, height = fitted(title, drawn, _TITLE_ROOM, TITLE_FONT)
    key = frame.key
    items = [pieces.text(f"{key}/title", Box(x, _TITLE_TOP, drawn, height), title, size, frame=key)]
    if frame.instruction:
        top = _TITLE_TOP + height
        block = paragraphs(frame.instruction)
        size, height = fitted(block, drawn, HEADER - _BAND_FOOT - top, INSTRUCTION_FONT)
        box = Box(x, top, drawn, height)
        items.append(pieces.text(f"{key}/instruction", box, block, size, frame=key, quiet=True))
    return items


def _overline(frame: FrameDraft, width: float) -> PlannedItem:
    """Return the name of a frame that has a title of its own below: small, close above it."""
    block = paragraphs(frame.title)
    size, height = fitted(block, width, _TITLE_ROOM, OVERLINE_FONT)
    box = Box(MARGIN + CHROME_EDGE, INTRO_HEADER - _BAND_FOOT - height, width, height)
    key = frame.key
    return pieces.text(f"{key}/title", box, block, size, frame=key, quiet=True)


def _time_width(frame: FrameDraft) -> float:
    if not frame.time:
        return 0.0
    needed = metrics.text_width(frame.time, _TIME_FONT) + 2 * metrics.PADDING + _GAP
    return max(_LEAST_RIGHT, ceil(needed))


def _time(frame: FrameDraft, width: float, wide: float) -> list[PlannedItem]:
    if not frame.time:
        return []
    top = _TIME_TOP if frame.number is not None else INTRO_HEADER - _BAND_FOOT - _TIME_HEIGHT
    box = Box(width - MARGIN - CHROME_EDGE - wide, top, wide, _TIME_HEIGHT)
    block = paragraphs(frame.time)
    key = f"{frame.key}/time"
    return [pieces.text(key, box, block, _TIME_FONT, frame=frame.key, quiet=True, align="right")]


def _link(frame: FrameDraft, right: float, top: float, link: LinkDraft) -> PlannedItem:
    box = Box(right - MARGIN - CHROME_EDGE - _LEAST_RIGHT, top, _LEAST_RIGHT, 60.0)
    return pieces.text(
        f"{frame.key}/link",
        box,
        paragraphs(link.title),
        SMALL_FONT,
        frame=frame.key,
        align="right",
        link=link.address,
    )


def _tray(context: Context, frame: FrameDraft, width: float) -> tuple[list[PlannedItem], float]:
    """Return the dots and their captions, and how wide they are together."""
    tray = frame.tray
    if tray is None or not tray.piles:
        return [], 0.0
    piles = [_measured(pile) for pile in tray.piles]
    caption = _text_width(tray.caption)
    rows = 1 if caption + sum(pile.width for pile in piles) <= _WIDEST_TRAY * width else 2
    per_row = ceil(len(piles) / rows)
    lines = [piles[at : at + per_row] for at in range(0, len(piles), per_row)]
    wide = caption + max(sum(pile.width for pile in line) for line in lines)
    left = width - MARGIN - INSET - wide + _PILE_GAP
    items = _caption(frame, tray, left, caption)
    x, made = left + caption, 0
    for number, line in enumerate(lines):
        y = _TRAY_TOP + (34.0 if len(lines) == 1 else number * (DOT + _ROW_GAP))
        items.extend(_line(context, frame, line, x=x, y=y, made=made))
        made += len(line)
    return items, wide


def _measured(pile: PileDraft) -> _Pile:
    return _Pile(pile, DOT + DOT_STEP * (pile.count - 1), _text_width(pile.meaning))


def _text_width(words: str) -> float:
    """Return the width of a caption's shape; a hair more, so that it isn't broken."""
    if not words:
        return 0.0
    return ceil(metrics.text_width(words, CAPTION_FONT) + 2 * metrics.PADDING + 8)


def _caption(frame: FrameDraft, tray: TrayDraft, x: float, width: float) -> list[PlannedItem]:
    if not tray.caption:
        return []
    box = Box(x - metrics.PADDING / 2, _TRAY_TOP + 21.0, width, 66.0)
    block = paragraphs(tray.caption)
    return [pieces.text(f"{frame.key}/tray", box, block, CAPTION_FONT, frame=frame.key)]


def _line(
    context: Context, frame: FrameDraft, line: list[_Pile], *, x: float, y: float, made: int
) -> list[PlannedItem]:
    items: list[PlannedItem] = []
    for place, entry in enumerate(line):
        items.extend(_pile(context, frame, entry.pile, x=x, y=y, place=made + place))
        if entry.pile.meaning:
            box = Box(x + entry.dots - 6.0, y - 13.0, entry.words, 66.0)
            block = paragraphs(entry.pile.meaning)
            key = f"{frame.key}/tray:{entry.pile.sign}"
            items.append(pieces.text(key, box, block, CAPTION_FONT, frame=frame.key))
        x += entry.width
    return items


def _pile(
    context: Context, frame: FrameDraft, pile: PileDraft, *, x: float, y: float, place: int
) -> list[PlannedItem]:
    numbered = bool(pile.mark) and pile.sign is Sign.PLAIN
    kind = f"n{pile.mark}" if numbered else str(pile.sign)
    before = 0 if pile.mark else place * 10
    colour = context.shared.common.dot_colours[pile.sign]
    return [
        pieces.dot(
            f"{frame.key}/tray:{kind}:{before + number + 1:02d}",
            Box(x + number * DOT_STEP, y, DOT, DOT),
            pile.mark,
            pile.sign,
            colour,
            frame=frame.key,
        )
        for number in range(pile.count)
    ]
