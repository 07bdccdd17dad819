"""Tags, and the tags of one item."""

from __future__ import annotations

from miro_client.models.base import Id, Text, WireModel
from miro_client.models.pages import OffsetPage


class Tag(WireModel):
    """One tag of a board."""

    id: Id
    title: Text = None
    fill_color: Text = None


class TagsOfItem(WireModel):
    """The tags of one item; an envelope of its own, without pages."""

    tags: tuple[Tag, ...]


TagPage = OffsetPage[Tag]
