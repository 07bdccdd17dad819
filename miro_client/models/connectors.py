"""Connectors: lines between items."""

from __future__ import annotations

from miro_client.models.base import Id, Number, Part, Parts, Text, Time, Truth, WireModel
from miro_client.models.items import Ref
from miro_client.models.pages import CursorPage


class EndPosition(WireModel):
    """A point on an item as percentages from its top left, such as `50%`."""

    x: Text = None
    y: Text = None


class ConnectorEnd(WireModel):
    """The item a connector ends at; a line drawn to empty canvas has none."""

    id: Text = None
    position: Part[EndPosition] = None
    snap_to: Text = None


class Caption(WireModel):
    """Text on a connector; `position` is a percentage of its length."""

    content: Text = None
    position: Text = None
    text_align_vertical: Text = None


class ConnectorStyle(WireModel):
    """How a connector looks; Miro sends numbers as text, here they are numbers."""

    color: Text = None
    font_size: Number = None
    start_stroke_cap: Text = None
    end_stroke_cap: Text = None
    stroke_color: Text = None
    stroke_style: Text = None
    stroke_width: Number = None
    text_orientation: Text = None


class Connector(WireModel):
    """One connector."""

    id: Id
    shape: Text = None
    start_item: Part[ConnectorEnd] = None
    end_item: Part[ConnectorEnd] = None
    captions: Parts[Caption] = ()
    style: Part[ConnectorStyle] = None
    is_supported: Truth = None
    created_at: Time = None
    created_by: Part[Ref] = None
    modified_at: Time = None
    modified_by: Part[Ref] = None


ConnectorPage = CursorPage[Connector]
