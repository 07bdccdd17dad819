"""Up to twenty items in one call, all or none."""

from __future__ import annotations

from collections.abc import Sequence

from miro_client import operations
from miro_client.answers import read, unreadable
from miro_client.bodies.items import ItemBody
from miro_client.calls import call_of
from miro_client.errors import InvalidArgument
from miro_client.models.items import Item, MadeItems
from miro_client.transport import Transport

MOST_ITEMS = 20
"""Elements of one call. Source: Miro's OpenAPI document, create-items-in-bulk."""


class Bulk:
    """The bulk call."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(self, board_id: str, bodies: Sequence[ItemBody]) -> list[Item]:
        """Makes items of any kinds and gives them in the order asked for.

        Miro makes all or none; each costs the credits of a single create.

        Args:
            board_id: the board.
            bodies: 1 to 20 of them; they can't refer to each other.

        Raises:
            InvalidArgument: none, or more than 20.
            InvalidRequest: one is unfit; `fields` begin with its index.
            OutcomeUnknown: they may have been made, also when the answer names fewer or others.
            MiroError: any other.
        """
        if not 1 <= len(bodies) <= MOST_ITEMS:
            raise InvalidArgument("bodies", f"give 1 to {MOST_ITEMS} items in one call")
        call = call_of(
            operations.CREATE_ITEMS,
            {"board_id": board_id},
            body=[{"type": body.kind, **body.wire()} for body in bodies],
            times=len(bodies),
        )
        answer = self._transport.call(call)
        made = read(call, answer, MadeItems).data
        if [item.type for item in made] != [body.kind for body in bodies]:
            problem = f"{len(bodies)} items were asked for and others were answered"
            raise unreadable(call, answer, problem)
        return list(made)
