"""The picture of a board that is only planned."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from board_templates.plan import ItemKind, Plan, PlannedFrame, PlannedItem
from board_templates.preview.picture import (
    Card,
    Frame,
    Note,
    Picture,
    Shape,
    TagMark,
    Thing,
    line_between,
)


def picture_of_plan(plan: Plan) -> Picture:
    """Return the picture of a plan; nothing of Miro is needed for it."""
    tag_colours = {tag.title: tag.colour for tag in plan.tags}
    boxes = {item.key: item.box for item in plan.items}
    return Picture(
        title=plan.title,
        frames=tuple(_frame(frame) for frame in plan.frames),
        things=tuple(_thing(item, tag_colours) for item in plan.items),
        lines=tuple(line_between(boxes[link.start], boxes[link.end]) for link in plan.links),
    )


def _frame(frame: PlannedFrame) -> Frame:
    return Frame(frame.key, frame.title, frame.box)


def _thing(item: PlannedItem, tag_colours: Mapping[str, str]) -> Thing:
    marks = tuple(TagMark(title, tag_colours.get(title, "gray")) for title in item.tags)
    content = item.content or escape(item.text)
    if item.kind is ItemKind.NOTE:
        return Note(item.box, content, item.style.fill or "light_yellow", tags=marks)
    if item.kind is ItemKind.CARD:
        return Card(item.box, content, theme=item.style.fill or "#2d9bf0", tags=marks)
    return _shape(item, content)


def _shape(item: PlannedItem, content: str) -> Shape:
    style = item.style
    return Shape(
        box=item.box,
        content=content,
        kind=style.shape,
        fill=style.fill,
        border=style.border,
        border_width=style.border_width,
        ink=style.ink,
        font_size=style.font_size,
        align=style.align,
        valign=style.valign,
        padding=0.0 if item.kind is ItemKind.TEXT else 16.0,
    )
