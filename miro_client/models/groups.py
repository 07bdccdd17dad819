"""Groups: items that are moved together."""

from __future__ import annotations

from miro_client.models.base import Id, Part, Texts, WireModel
from miro_client.models.pages import CursorPage


class GroupData(WireModel):
    """The ids of a group's items."""

    items: Texts = ()


class Group(WireModel):
    """One group."""

    id: Id
    data: Part[GroupData] = None

    @property
    def items(self) -> tuple[str, ...]:
        """Ids of the items in the group."""
        return self.data.items if self.data else ()


GroupPage = CursorPage[Group]
