"""Connectors, which Miro lists and deletes apart from items."""

from __future__ import annotations

from collections.abc import Iterator

from miro_client import operations
from miro_client.bodies.connectors import ConnectorBody
from miro_client.calls import call_of
from miro_client.models.connectors import Connector, ConnectorPage
from miro_client.paging import CURSOR_LIMITS, cursor_pages, page_size
from miro_client.transport import Transport


class Connectors:
    """Calls about connectors."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(self, board_id: str, body: ConnectorBody) -> Connector:
        """Draws a connector between two items, neither of them a frame.

        Raises:
            OutcomeUnknown: it may have been made.
            MiroError: any other.
        """
        call = call_of(operations.CREATE_CONNECTOR, {"board_id": board_id}, body=body.wire())
        return self._transport.fetch(call, Connector)

    def page(self, board_id: str, *, limit: int = 50, cursor: str | None = None) -> ConnectorPage:
        """Gives one page of connectors.

        Raises:
            InvalidArgument: `limit` is outside 10 to 50.
            MiroError: any other.
        """
        call = call_of(
            operations.LIST_CONNECTORS,
            {"board_id": board_id},
            query={"limit": page_size(limit, CURSOR_LIMITS), "cursor": cursor or None},
        )
        return self._transport.fetch(call, ConnectorPage)

    def pages(self, board_id: str, *, limit: int = 50) -> Iterator[ConnectorPage]:
        """Gives all pages.

        Raises:
            MiroError: as `page`, and StuckPaging.
        """

        def fetch(cursor: str | None) -> ConnectorPage:
            return self.page(board_id, limit=limit, cursor=cursor)

        return cursor_pages(operations.LIST_CONNECTORS, fetch)

    def iterate(self, board_id: str, *, limit: int = 50) -> Iterator[Connector]:
        """Gives all connectors.

        Raises:
            MiroError: as `page`, and StuckPaging.
        """
        for page in self.pages(board_id, limit=limit):
            yield from page.data

    def get(self, board_id: str, connector_id: str) -> Connector:
        """Gives one connector.

        Raises:
            MiroError: among them NotFound.
        """
        return self._transport.fetch(
            call_of(operations.GET_CONNECTOR, _ids(board_id, connector_id)), Connector
        )

    def update(self, board_id: str, connector_id: str, body: ConnectorBody) -> Connector:
        """Changes what is set in the body.

        Raises:
            MiroError: any; what the API can't express (`is_supported` False) is refused.
        """
        ids = _ids(board_id, connector_id)
        call = call_of(operations.UPDATE_CONNECTOR, ids, body=body.wire())
        return self._transport.fetch(call, Connector)

    def delete(self, board_id: str, connector_id: str) -> None:
        """Deletes a connector.

        Raises:
            MiroError: among them NotFound.
        """
        self._transport.call(call_of(operations.DELETE_CONNECTOR, _ids(board_id, connector_id)))


def _ids(board_id: str, connector_id: str) -> dict[str, str]:
    return {"board_id": board_id, "connector_id": connector_id}
