"""The people on a board."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from miro_client import operations
from miro_client.calls import call_of
from miro_client.errors import InvalidArgument
from miro_client.models.boards import Invitation, Member, MemberPage
from miro_client.paging import OFFSET_LIMITS, offset_rows, page_size
from miro_client.transport import Transport

MOST_INVITED = 20
"""E-mail addresses of one invitation. Source: Miro's OpenAPI document."""


class Members:
    """Calls about a board's members."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def invite(
        self,
        board_id: str,
        emails: Sequence[str],
        *,
        role: str | None = None,
        message: str | None = None,
    ) -> Invitation:
        """Invites people by e-mail; an address that fails stands in `failed`.

        Args:
            board_id: the board.
            emails: 1 to 20 addresses.
            role: viewer, commenter (Miro's default), editor or coowner.
            message: goes out in the e-mail.

        Raises:
            InvalidArgument: no address, or more than 20.
            OutcomeUnknown: the e-mails may have gone out.
            MiroError: any other.
        """
        if not 1 <= len(emails) <= MOST_INVITED:
            raise InvalidArgument("emails", f"give 1 to {MOST_INVITED} addresses in one call")
        optional = {"role": role, "message": message}
        body = {
            "emails": list(emails),
            **{name: value for name, value in optional.items() if value is not None},
        }
        call = call_of(operations.INVITE_MEMBERS, {"board_id": board_id}, body=body)
        return self._transport.fetch(call, Invitation)

    def page(self, board_id: str, *, limit: int = 50, offset: int = 0) -> MemberPage:
        """Gives one page of members: names and roles, never e-mail addresses.

        Raises:
            InvalidArgument: `limit` is outside 1 to 50.
            MiroError: any other.
        """
        call = call_of(
            operations.LIST_MEMBERS,
            {"board_id": board_id},
            query={"limit": page_size(limit, OFFSET_LIMITS), "offset": offset},
        )
        return self._transport.fetch(call, MemberPage)

    def iterate(self, board_id: str, *, limit: int = 50) -> Iterator[Member]:
        """Gives all members, each once.

        Raises:
            MiroError: as `page`, and StuckPaging.
        """

        def fetch(offset: int) -> MemberPage:
            return self.page(board_id, limit=limit, offset=offset)

        return offset_rows(operations.LIST_MEMBERS, fetch)
