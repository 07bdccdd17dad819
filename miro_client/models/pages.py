"""The envelopes of listings."""

from __future__ import annotations

from typing import Generic, TypeVar
from urllib.parse import parse_qs, urlsplit

from miro_client.models.base import Part, Text, Whole, WireModel

Row = TypeVar("Row", bound=WireModel)


class Links(WireModel):
    """Addresses that go with an answer."""

    next: Text = None
    related: Text = None


class CursorPage(WireModel, Generic[Row]):
    """A page of items, connectors or groups.

    Attributes:
        data: the rows; without them the answer isn't a page.
        cursor: leads to the next page; absent or empty on the last.
        total: how many there are on all pages.
    """

    data: tuple[Row, ...]
    cursor: Text = None
    total: Whole = None
    size: Whole = None
    limit: Whole = None


class OffsetPage(WireModel, Generic[Row]):
    """A page of boards, members, tags or items by tag."""

    data: tuple[Row, ...]
    offset: Whole = None
    total: Whole = None
    size: Whole = None
    limit: Whole = None
    links: Part[Links] = None

    def ends_at(self, offset: int) -> bool:
        """Whether this page, asked for at the offset, is the last."""
        if not self.data:
            return True
        if self.links and self.links.next:
            return False
        return self.total is not None and offset + len(self.data) >= self.total

    def following(self, offset: int) -> int:
        """Where the next page begins: as its link says, else after what was asked for."""
        linked = _offset_in(self.links.next) if self.links and self.links.next else None
        return offset + (self.limit or len(self.data)) if linked is None else linked


def _offset_in(address: str) -> int | None:
    try:
        values = parse_qs(urlsplit(address).query).get("offset", [])
        return int(values[0]) if values else None
    except ValueError:
        return None
