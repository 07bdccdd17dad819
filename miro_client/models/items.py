"""Items of a board, of every kind Miro has or will have."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from miro_client.models.base import (
    Id,
    Number,
    Part,
    Text,
    Time,
    Truth,
    WireModel,
    text_or_none,
)
from miro_client.models.pages import CursorPage, OffsetPage

UNKNOWN_KIND = "unknown"


def _kind(value: object) -> str:
    return text_or_none(value) or UNKNOWN_KIND


Kind = Annotated[str, BeforeValidator(_kind)]


class Ref(WireModel):
    """Something named by its id; items name people so, with no name."""

    id: Text = None
    type: Text = None
    name: Text = None


class ItemData(WireModel):
    """What an item says; which fields there are depends on its type."""

    content: Text = None
    title: Text = None
    description: Text = None
    shape: Text = None
    format: Text = None
    type: Text = None
    show_content: Truth = None
    due_date: Time = None
    assignee_id: Text = None
    image_url: Text = None
    document_url: Text = None
    url: Text = None


class Style(WireModel):
    """How an item looks; Miro sends numbers as text, here they are numbers."""

    fill_color: Text = None
    fill_opacity: Number = None
    border_color: Text = None
    border_opacity: Number = None
    border_style: Text = None
    border_width: Number = None
    color: Text = None
    font_family: Text = None
    font_size: Number = None
    text_align: Text = None
    text_align_vertical: Text = None
    card_theme: Text = None


class Geometry(WireModel):
    """Width and height in dp; rotation in degrees, clockwise, absent when 0."""

    width: Number = None
    height: Number = None
    rotation: Number = None


class Position(WireModel):
    """The item's centre in dp.

    `relative_to` is `canvas_center` for free items and `parent_top_left` for children of a frame,
    whose numbers count from the frame's top left corner.
    """

    x: Number = None
    y: Number = None
    origin: Text = None
    relative_to: Text = None


class Item(WireModel):
    """One item; everything but its id may be missing.

    Attributes:
        id: decimal digits as text.
        type: also types Miro doesn't document; `unknown` when it gave none.
        is_supported: False for what the API can't express; None when Miro doesn't say.
    """

    id: Id
    type: Kind = UNKNOWN_KIND
    data: Part[ItemData] = None
    style: Part[Style] = None
    geometry: Part[Geometry] = None
    position: Part[Position] = None
    parent: Part[Ref] = None
    created_at: Time = None
    created_by: Part[Ref] = None
    modified_at: Time = None
    modified_by: Part[Ref] = None
    is_supported: Truth = None

    @property
    def parent_id(self) -> str | None:
        """The frame the item is a child of."""
        return self.parent.id if self.parent else None


ItemPage = CursorPage[Item]
TaggedItemPage = OffsetPage[Item]


class MadeItems(WireModel):
    """What a bulk call made, in the order of the request."""

    data: tuple[Item, ...]
