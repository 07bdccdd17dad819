"""Boards: make, read, list, copy, change, delete."""

from __future__ import annotations

from collections.abc import Iterator

from miro_client import operations
from miro_client.bodies.boards import BoardBody
from miro_client.calls import call_of
from miro_client.models.boards import Board, BoardPage
from miro_client.paging import OFFSET_LIMITS, offset_rows, page_size
from miro_client.transport import Transport


class Boards:
    """Calls about boards."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(self, body: BoardBody) -> Board:
        """Makes a board.

        Raises:
            OutcomeUnknown: it may have been made; look in the team's listing.
            MiroError: any other.
        """
        return self._transport.fetch(call_of(operations.CREATE_BOARD, body=body.wire()), Board)

    def copy(self, board_id: str, body: BoardBody | None = None) -> Board:
        """Makes a copy of a board; all its items get new ids.

        Raises:
            OutcomeUnknown: it may have been made.
            MiroError: any other.
        """
        call = call_of(
            operations.COPY_BOARD,
            {"board_id": board_id},
            body=(body or BoardBody()).wire(),
        )
        return self._transport.fetch(call, Board)

    def get(self, board_id: str) -> Board:
        """Gives one board.

        Raises:
            MiroError: among them NotFound and NotAllowed.
        """
        return self._transport.fetch(call_of(operations.GET_BOARD, {"board_id": board_id}), Board)

    def update(self, board_id: str, body: BoardBody) -> Board:
        """Changes what is set in the body; a change of team may be finished later (202).

        Raises:
            MiroError: any.
        """
        call = call_of(operations.UPDATE_BOARD, {"board_id": board_id}, body=body.wire())
        return self._transport.fetch(call, Board)

    def delete(self, board_id: str) -> None:
        """Deletes a board with everything on it.

        Raises:
            MiroError: any.
        """
        self._transport.call(call_of(operations.DELETE_BOARD, {"board_id": board_id}))

    def page(
        self,
        *,
        team_id: str | None = None,
        project_id: str | None = None,
        query: str | None = None,
        owner: str | None = None,
        sort: str | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> BoardPage:
        """Gives one page of the boards the account sees.

        A listing of a team or project is immediate; others lag some seconds behind, and with
        either filter Miro ignores `query` and `owner`. Source: Miro's OpenAPI document.

        Raises:
            InvalidArgument: `limit` is outside 1 to 50.
            MiroError: any other.
        """
        fields: dict[str, str | int | None] = {
            "team_id": team_id,
            "project_id": project_id,
            "query": query,
            "owner": owner,
            "sort": sort,
            "limit": page_size(limit, OFFSET_LIMITS),
            "offset": offset,
        }
        return self._transport.fetch(call_of(operations.LIST_BOARDS, query=fields), BoardPage)

    def iterate(
        self,
        *,
        team_id: str | None = None,
        project_id: str | None = None,
        query: str | None = None,
        owner: str | None = None,
        sort: str | None = None,
        limit: int = 50,
    ) -> Iterator[Board]:
        """Gives all boards of a listing, each once, page by page.

        Raises:
            MiroError: as `page`, and StuckPaging.
        """

        def fetch(offset: int) -> BoardPage:
            return self.page(
                team_id=team_id,
                project_id=project_id,
                query=query,
                owner=owner,
                sort=sort,
                limit=limit,
                offset=offset,
            )

        return offset_rows(operations.LIST_BOARDS, fetch)
