"""What each call carries: every style field set that Miro sets otherwise than its document says.

Children of a frame are placed from its top-left corner, everything else from the board's centre.
Source: the fact sheet on Miro's API, shapes (borderOpacity, fillOpacity, alignment, font).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from board_templates.geometry import Point
from board_templates.plan import ItemKind, PlannedFrame, PlannedItem, PlannedLink, PlannedTag
from miro_client.bodies.connectors import ConnectorBody, ConnectorEnd, ConnectorStyle
from miro_client.bodies.items import (
    CardBody,
    FrameBody,
    FrameStyle,
    ItemBody,
    ShapeBody,
    ShapeStyle,
    StickyNoteBody,
    StickyNoteStyle,
    TextBody,
    TextStyle,
)
from miro_client.bodies.places import Geometry, Position
from miro_client.bodies.tags import TagBody

FONT = "noto_sans"
WHITE = "#ffffff"
INK = "#1a1a1a"
FRAME_LINK = "frame:"


@dataclass(frozen=True, slots=True)
class Ground:
    """What the bodies need to know of the board: its address, the plan's origin, made frames."""

    url: str
    origin: Point
    frames: Mapping[str, str]


def frame_body(frame: PlannedFrame, ground: Ground) -> FrameBody:
    """Return the call that makes a frame."""
    box = frame.box.moved(ground.origin.x, ground.origin.y)
    return FrameBody(
        title=frame.title,
        format="custom",
        type="freeform",
        style=FrameStyle(fill_color=WHITE),
        position=Position(box.centre.x, box.centre.y),
        geometry=Geometry(width=box.width, height=box.height),
    )


def item_body(
    item: PlannedItem, plan_frames: Mapping[str, PlannedFrame], ground: Ground
) -> ItemBody:
    """Return the call, or the part of a bulk call, that makes an item."""
    position, parent = place(item, plan_frames, ground)
    content = linked(item, ground)
    if item.kind is ItemKind.NOTE:
        return _note(item, content, position, parent)
    if item.kind is ItemKind.TEXT:
        return _text(item, content, position, parent)
    if item.kind is ItemKind.CARD:
        return _card(item, content, position, parent)
    return _shape(item, content, position, parent)


def linked(item: PlannedItem, ground: Ground) -> str:
    """Return an item's content, wrapped in its link; a link to a frame leads to it on the board."""
    address = item.link
    if address and address.startswith(FRAME_LINK):
        target = ground.frames.get(address.removeprefix(FRAME_LINK))
        address = f"{ground.url}?moveToWidget={target}" if target else None
    if not address:
        return item.content
    return f'<a href="{_attribute(address)}">{item.content}</a>'


def _attribute(address: str) -> str:
    return address.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def place(
    item: PlannedItem, frames: Mapping[str, PlannedFrame], ground: Ground
) -> tuple[Position, str | None]:
    """Return an item's centre, from its frame's top-left corner, and the frame's id."""
    centre = item.box.centre
    if item.frame is None:
        return Position(centre.x + ground.origin.x, centre.y + ground.origin.y), None
    corner = frames[item.frame].box
    return Position(centre.x - corner.x, centre.y - corner.y), ground.frames[item.frame]


def _note(item: PlannedItem, content: str, position: Position, parent: str | None) -> ItemBody:
    shape = "rectangle" if item.style.shape == "rectangle" else "square"
    return StickyNoteBody(
        content=content,
        shape=shape,
        style=StickyNoteStyle(
            fill_color=item.style.fill or "light_yellow",
            text_align="center",
            text_align_vertical="middle",
        ),
        position=position,
        geometry=Geometry(width=item.box.width),
        parent=parent,
    )


def _text(item: PlannedItem, content: str, position: Position, parent: str | None) -> ItemBody:
    return TextBody(
        content=content,
        style=TextStyle(
            color=item.style.ink,
            fill_color=WHITE,
            fill_opacity=0.0,
            font_family=FONT,
            font_size=item.style.font_size,
            text_align=item.style.align,
        ),
        position=position,
        geometry=Geometry(width=item.box.width),
        parent=parent,
    )


def _card(item: PlannedItem, content: str, position: Position, parent: str | None) -> ItemBody:
    return CardBody(
        title=content,
        position=position,
        geometry=Geometry(width=item.box.width, height=item.box.height),
        parent=parent,
    )


def _shape(item: PlannedItem, content: str, position: Position, parent: str | None) -> ItemBody:
    style = item.style
    return ShapeBody(
        content=content,
        shape=style.shape,
        style=ShapeStyle(
            fill_color=style.fill or WHITE,
            fill_opacity=1.0 if style.fill else 0.0,
            border_color=style.border or INK,
            border_opacity=1.0 if style.border else 0.0,
            border_style="normal",
            border_width=style.border_width,
            color=style.ink,
            font_family=FONT,
            font_size=style.font_size,
            text_align=style.align,
            text_align_vertical=style.valign,
        ),
        position=position,
        geometry=Geometry(width=item.box.width, height=item.box.height),
        parent=parent,
    )


def connector_body(link: PlannedLink, items: Mapping[str, str]) -> ConnectorBody:
    """Return the call that draws a line between two made items."""
    return ConnectorBody(
        start=ConnectorEnd(id=items[link.start], snap_to="auto"),
        end=ConnectorEnd(id=items[link.end], snap_to="auto"),
        shape="curved",
        style=ConnectorStyle(
            stroke_color=INK,
            stroke_style="normal",
            stroke_width=2.0,
            start_stroke_cap="none",
            end_stroke_cap="stealth",
        ),
    )


def tag_body(tag: PlannedTag) -> TagBody:
    """Return the call that makes a tag."""
    return TagBody(title=tag.title, fill_color=tag.colour)
