"""The verb: pictures of a plan, and of a board as it was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import JsonValue

from board_templates.geometry import Box
from board_templates.plan import Plan
from board_templates.preview import draw_svg, picture_of_plan, render_png
from board_templates.preview.picture import (
    Card,
    Frame,
    Line,
    Note,
    Picture,
    Shape,
    TagMark,
    Thing,
    Unreadable,
    line_between,
)
from harvest.dots import is_dot
from harvest.items import LiveItem, live_items, number
from harvest.snapshot import Snapshot

PictureKind = Literal["svg", "png"]
SMALLEST_SHOWN = 0.01  # opacity below which Miro shows nothing
UNREADABLE = "?"
USUAL_NOTE = 160.0
USUAL_WIDTH = 2000


def picture_of_snapshot(snapshot: Snapshot) -> Picture:
    """Return the picture of a board as it was read; what REST cannot read is shown as a gap.

    REST doesn't tell what lies on what: later items lie on earlier ones, and dots on everything,
    since a dot was on the board long before the note that it votes for.
    """
    items = _dots_last(live_items(snapshot))
    boxes = {item.id: item.box for item in items if item.box is not None}
    colours = {tag.title: tag.colour or "gray" for tag in snapshot.tags}
    return Picture(
        title=snapshot.board.title,
        frames=tuple(
            Frame(item.id, item.text, item.box)
            for item in items
            if item.type == "frame" and item.box is not None
        ),
        things=tuple(
            _thing(item, item.box, colours)
            for item in items
            if item.type != "frame" and item.box is not None
        ),
        lines=_lines(snapshot, boxes),
    )


def _dots_last(items: Iterable[LiveItem]) -> list[LiveItem]:
    known = list(items)
    sides = Counter(
        item.box.width for item in known if item.type == "sticky_note" and item.box is not None
    )
    note = sides.most_common(1)[0][0] if sides else USUAL_NOTE
    return sorted(known, key=lambda item: is_dot(item, note, numbered=True))


def drawn(picture: Picture, kind: PictureKind, width: int) -> bytes:
    """Return a picture as a file `width` pixels wide."""
    svg = draw_svg(picture, width=width)
    return svg.encode() if kind == "svg" else render_png(svg, width)


def drawn_plan(plan: Plan, kind: PictureKind, width: int | None) -> bytes:
    """Return the picture of a plan as a file; an SVG without a width shows every letter."""
    picture = picture_of_plan(plan)
    if width is None and kind == "svg":
        return draw_svg(picture).encode()
    return drawn(picture, kind, width or USUAL_WIDTH)


def drawn_frames(picture: Picture, width: int) -> tuple[bytes, ...]:
    """Return a PNG of each frame with what lies in it: row by row, from left to right."""
    frames = sorted(picture.frames, key=lambda frame: (frame.box.y, frame.box.x))
    return tuple(
        render_png(draw_svg(picture, width=width, frames=[frame.key]), width) for frame in frames
    )


def _lines(snapshot: Snapshot, boxes: Mapping[str, Box]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for one in snapshot.connectors:
        start, end = boxes.get(one.start or ""), boxes.get(one.end or "")
        if start is not None and end is not None and one.start != one.end:
            lines.append(line_between(start, end))
    return tuple(lines)


def _thing(item: LiveItem, box: Box, colours: Mapping[str, str]) -> Thing:
    data = item.raw.data
    tags = tuple(TagMark(title, colours.get(title, "gray")) for title in item.raw.tags)
    if not item.raw.supported or data is None:
        return Unreadable(box, UNREADABLE)
    if item.type == "sticky_note":
        return Note(box, _word(data.get("content")), item.colour or "light_yellow", tags=tags)
    if item.type == "card":
        details = " · ".join(filter(None, [_word(data.get("dueDate"))[:10]]))
        return Card(
            box, _word(data.get("title")), details, theme=item.colour or "#2d9bf0", tags=tags
        )
    if item.type in {"shape", "text"}:
        return _shape(item, box, data)
    return Unreadable(box, _word(data.get("title")))


def _shape(item: LiveItem, box: Box, data: Mapping[str, JsonValue]) -> Shape:
    style = item.raw.style or {}
    is_text = item.type == "text"
    return Shape(
        box=box,
        content=_word(data.get("content")),
        kind=_word(data.get("shape")) or "rectangle",
        fill=item.colour,
        border=None if is_text else _border(style),
        border_width=number(style.get("borderWidth")) or 2.0,
        dashed=style.get("borderStyle") in {"dashed", "dotted"},
        ink=_word(style.get("color")) or "#1a1a1a",
        font_size=number(style.get("fontSize")) or 14,
        align=_word(style.get("textAlign")) or "left",
        valign=_word(style.get("textAlignVertical")) or "top",
        padding=0.0 if is_text else 16.0,
    )


def _border(style: Mapping[str, JsonValue]) -> str | None:
    opacity = number(style.get("borderOpacity"))
    if opacity is not None and opacity < SMALLEST_SHOWN:
        return None
    return _word(style.get("borderColor")) or None


def _word(value: JsonValue) -> str:
    return value if isinstance(value, str) else ""
