"""Groups of items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from miro_client import operations
from miro_client.calls import call_of
from miro_client.errors import InvalidArgument
from miro_client.models.groups import Group, GroupPage
from miro_client.paging import CURSOR_LIMITS, cursor_pages, page_size
from miro_client.transport import Transport

FEWEST_ITEMS = 2
"""Items of a group. Source: recorded 400 `Group should have at least two items`."""


class Groups:
    """Calls about groups."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(self, board_id: str, item_ids: Sequence[str]) -> Group:
        """Groups items; no group can be among them.

        Raises:
            InvalidArgument: fewer than two items.
            OutcomeUnknown: the group may have been made.
            MiroError: any other.
        """
        if len(item_ids) < FEWEST_ITEMS:
            raise InvalidArgument("item_ids", f"a group has at least {FEWEST_ITEMS} items")
        body = {"data": {"items": list(item_ids)}}
        call = call_of(operations.CREATE_GROUP, {"board_id": board_id}, body=body)
        return self._transport.fetch(call, Group)

    def page(self, board_id: str, *, limit: int = 50, cursor: str | None = None) -> GroupPage:
        """Gives one page of groups.

        Raises:
            InvalidArgument: `limit` is outside 10 to 50.
            MiroError: any other.
        """
        call = call_of(
            operations.LIST_GROUPS,
            {"board_id": board_id},
            query={"limit": page_size(limit, CURSOR_LIMITS), "cursor": cursor or None},
        )
        return self._transport.fetch(call, GroupPage)

    def pages(self, board_id: str, *, limit: int = 50) -> Iterator[GroupPage]:
        """Gives all pages.

        Raises:
            MiroError: as `page`, and StuckPaging.
        """

        def fetch(cursor: str | None) -> GroupPage:
            return self.page(board_id, limit=limit, cursor=cursor)

        return cursor_pages(operations.LIST_GROUPS, fetch)

    def iterate(self, board_id: str, *, limit: int = 50) -> Iterator[Group]:
        """Gives all groups.

        Raises:
            MiroError: as `page`, and StuckPaging.
        """
        for page in self.pages(board_id, limit=limit):
            yield from page.data

    def get(self, board_id: str, group_id: str) -> Group:
        """Gives one group.

        Raises:
            MiroError: among them NotFound.
        """
        call = call_of(operations.GET_GROUP, {"board_id": board_id, "group_id": group_id})
        return self._transport.fetch(call, Group)

    def delete(self, board_id: str, group_id: str, *, with_items: bool = False) -> None:
        """Dissolves a group; `with_items` deletes its items too, even locked ones.

        Raises:
            MiroError: among them NotFound.
        """
        call = call_of(
            operations.DELETE_GROUP,
            {"board_id": board_id, "group_id": group_id},
            query={"delete_items": "true" if with_items else None},
        )
        self._transport.call(call)
