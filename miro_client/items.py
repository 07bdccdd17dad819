"""Items of any kind: list, read, move, delete."""

from __future__ import annotations

from collections.abc import Iterator

from miro_client import operations
from miro_client.bodies.places import Position
from miro_client.bodies.wire import JsonObject
from miro_client.calls import call_of
from miro_client.models.items import Item, ItemPage, TaggedItemPage
from miro_client.paging import (
    CURSOR_LIMITS,
    OFFSET_LIMITS,
    cursor_pages,
    offset_rows,
    page_size,
)
from miro_client.transport import Transport


class Items:
    """Calls about items; connectors, tags and groups aren't among them."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def page(
        self,
        board_id: str,
        *,
        type: str | None = None,  # noqa: A002  # Miro's name of the filter
        parent: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> ItemPage:
        """Gives one page of items in the order they were made.

        Args:
            board_id: the board.
            type: only items of this type.
            parent: only children of this frame.
            limit: 10 to 50.
            cursor: of the page before.

        Raises:
            InvalidArgument: `limit` is outside 10 to 50.
            MiroError: any other.
        """
        call = call_of(
            operations.LIST_ITEMS,
            {"board_id": board_id},
            query={
                "type": type,
                "parent_item_id": parent,
                "limit": page_size(limit, CURSOR_LIMITS),
                "cursor": cursor or None,
            },
        )
        return self._transport.fetch(call, ItemPage)

    def pages(
        self,
        board_id: str,
        *,
        type: str | None = None,  # noqa: A002  # Miro's name of the filter
        parent: str | None = None,
        limit: int = 50,
        after: str | None = None,
    ) -> Iterator[ItemPage]:
        """Gives all pages; `total` of an unfiltered one is the board's number of items.

        `after` is the cursor of a page that is there already.

        Raises:
            MiroError: as `page`, and StuckPaging.
        """

        def fetch(cursor: str | None) -> ItemPage:
            return self.page(
                board_id, type=type, parent=parent, limit=limit, cursor=cursor or after
            )

        return cursor_pages(operations.LIST_ITEMS, fetch)

    def iterate(
        self,
        board_id: str,
        *,
        type: str | None = None,  # noqa: A002  # Miro's name of the filter
        parent: str | None = None,
        limit: int = 50,
    ) -> Iterator[Item]:
        """Gives all items, page by page.

        Raises:
            MiroError: as `page`, and StuckPaging.
        """
        for page in self.pages(board_id, type=type, parent=parent, limit=limit):
            yield from page.data

    def page_by_tag(
        self, board_id: str, tag_id: str, *, limit: int = 50, offset: int = 0
    ) -> TaggedItemPage:
        """Gives one page of the items that carry a tag.

        Raises:
            InvalidArgument: `limit` is outside 1 to 50.
            MiroError: any other.
        """
        call = call_of(
            operations.LIST_ITEMS_BY_TAG,
            {"board_id": board_id, "tag_id": tag_id},
            query={"limit": page_size(limit, OFFSET_LIMITS), "offset": offset},
        )
        return self._transport.fetch(call, TaggedItemPage)

    def iterate_by_tag(self, board_id: str, tag_id: str, *, limit: int = 50) -> Iterator[Item]:
        """Gives all items that carry a tag, each once.

        Raises:
            MiroError: as `page_by_tag`, and StuckPaging.
        """

        def fetch(offset: int) -> TaggedItemPage:
            return self.page_by_tag(board_id, tag_id, limit=limit, offset=offset)

        return offset_rows(operations.LIST_ITEMS_BY_TAG, fetch)

    def get(self, board_id: str, item_id: str) -> Item:
        """Gives one item.

        Raises:
            MiroError: among them NotFound.
        """
        call = call_of(operations.GET_ITEM, {"board_id": board_id, "item_id": item_id})
        return self._transport.fetch(call, Item)

    def move(self, board_id: str, item_id: str, position: Position) -> Item:
        """Puts an item elsewhere, on the board or within the frame it is in.

        Raises:
            MiroError: InvalidRequest when the place is outside the frame.
        """
        return self._patch(board_id, item_id, {"position": position.wire()})

    def reparent(
        self, board_id: str, item_id: str, parent: str | None, position: Position | None = None
    ) -> Item:
        """Puts an item into a frame, or with None out of it onto the board.

        Args:
            board_id: the board.
            item_id: the item.
            parent: id of the frame.
            position: from the frame's top left corner, or the board's centre; give it, since
                Miro's document doesn't say where the item lands without.

        Raises:
            MiroError: InvalidRequest when the place is outside the frame.
        """
        place = {"position": position.wire()} if position else {}
        return self._patch(board_id, item_id, {**place, "parent": {"id": parent}})

    def delete(self, board_id: str, item_id: str) -> None:
        """Deletes an item; to take a tag off it, call `tags.detach`.

        Raises:
            MiroError: among them NotFound.
        """
        call = call_of(operations.DELETE_ITEM, {"board_id": board_id, "item_id": item_id})
        self._transport.call(call)

    def _patch(self, board_id: str, item_id: str, body: JsonObject) -> Item:
        ids = {"board_id": board_id, "item_id": item_id}
        return self._transport.fetch(call_of(operations.MOVE_ITEM, ids, body=body), Item)
