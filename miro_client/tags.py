"""Tags: make, list, put on and take off items."""

from __future__ import annotations

from collections.abc import Iterator

from miro_client import operations
from miro_client.bodies.tags import TagBody
from miro_client.calls import call_of
from miro_client.models.tags import Tag, TagPage, TagsOfItem
from miro_client.paging import OFFSET_LIMITS, offset_rows, page_size
from miro_client.transport import Transport


class Tags:
    """Calls about tags; the items that carry one are listed by `items.iterate_by_tag`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(self, board_id: str, body: TagBody) -> Tag:
        """Makes a tag; its title must be new on the board.

        Raises:
            OutcomeUnknown: it may have been made.
            MiroError: InvalidRequest or Conflict when the title exists.
        """
        call = call_of(operations.CREATE_TAG, {"board_id": board_id}, body=body.wire())
        return self._transport.fetch(call, Tag)

    def page(self, board_id: str, *, limit: int = 50, offset: int = 0) -> TagPage:
        """Gives one page of the board's tags.

        Raises:
            InvalidArgument: `limit` is outside 1 to 50.
            MiroError: any other.
        """
        call = call_of(
            operations.LIST_TAGS,
            {"board_id": board_id},
            query={"limit": page_size(limit, OFFSET_LIMITS), "offset": offset},
        )
        return self._transport.fetch(call, TagPage)

    def iterate(self, board_id: str, *, limit: int = 50) -> Iterator[Tag]:
        """Gives all tags of the board, each once.

        Raises:
            MiroError: as `page`, and StuckPaging.
        """

        def fetch(offset: int) -> TagPage:
            return self.page(board_id, limit=limit, offset=offset)

        return offset_rows(operations.LIST_TAGS, fetch)

    def get(self, board_id: str, tag_id: str) -> Tag:
        """Gives one tag; Miro asks for the scope `boards:write` here.

        Raises:
            MiroError: among them NotFound.
        """
        call = call_of(operations.GET_TAG, {"board_id": board_id, "tag_id": tag_id})
        return self._transport.fetch(call, Tag)

    def update(self, board_id: str, tag_id: str, body: TagBody) -> Tag:
        """Changes title or colour.

        Raises:
            MiroError: any.
        """
        ids = {"board_id": board_id, "tag_id": tag_id}
        call = call_of(operations.UPDATE_TAG, ids, body=body.wire())
        return self._transport.fetch(call, Tag)

    def delete(self, board_id: str, tag_id: str) -> None:
        """Deletes a tag and takes it off all items.

        Raises:
            MiroError: among them NotFound.
        """
        ids = {"board_id": board_id, "tag_id": tag_id}
        self._transport.call(call_of(operations.DELETE_TAG, ids))

    def attach(self, board_id: str, item_id: str, tag_id: str) -> None:
        """Puts a tag on a sticky note or card; an item carries at most 8.

        Raises:
            MiroError: any.
        """
        ids = {"board_id": board_id, "item_id": item_id, "tag_id": tag_id}
        self._transport.call(call_of(operations.ATTACH_TAG, ids))

    def detach(self, board_id: str, item_id: str, tag_id: str) -> None:
        """Takes a tag off an item; never deletes the item, an empty tag id is refused.

        Raises:
            InvalidArgument: an id is empty.
            MiroError: any other.
        """
        ids = {"board_id": board_id, "item_id": item_id, "tag_id": tag_id}
        self._transport.call(call_of(operations.DETACH_TAG, ids))

    def of_item(self, board_id: str, item_id: str) -> tuple[Tag, ...]:
        """Gives the tags of one item.

        Raises:
            MiroError: among them NotFound.
        """
        ids = {"board_id": board_id, "item_id": item_id}
        return self._transport.fetch(call_of(operations.TAGS_OF_ITEM, ids), TagsOfItem).tags
