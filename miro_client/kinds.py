"""What the kinds of items have in common: make, read, change, delete."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from miro_client.bodies.items import ItemBody
from miro_client.calls import call_of
from miro_client.models.items import Item
from miro_client.operations import KindOperations, Operation
from miro_client.transport import Transport

Body = TypeVar("Body", bound=ItemBody)


class ReadableKind:
    """One kind of item that is read only."""

    reading: ClassVar[Operation]

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get(self, board_id: str, item_id: str) -> Item:
        """Gives one item of this kind.

        Raises:
            MiroError: NotFound also when the item is of another kind.
        """
        return self._transport.fetch(call_of(self.reading, _ids(board_id, item_id)), Item)


class Kind(Generic[Body]):
    """One kind of item, made from its own body."""

    operations: ClassVar[KindOperations]

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(self, board_id: str, body: Body) -> Item:
        """Makes one item.

        Raises:
            OutcomeUnknown: it may have been made.
            MiroError: any other.
        """
        call = call_of(self.operations.create, {"board_id": board_id}, body=body.wire())
        return self._transport.fetch(call, Item)

    def get(self, board_id: str, item_id: str) -> Item:
        """Gives one item of this kind.

        Raises:
            MiroError: NotFound also when the item is of another kind.
        """
        call = call_of(self.operations.get, _ids(board_id, item_id))
        return self._transport.fetch(call, Item)

    def update(self, board_id: str, item_id: str, body: Body) -> Item:
        """Changes what is set in the body.

        Raises:
            MiroError: any.
        """
        call = call_of(self.operations.update, _ids(board_id, item_id), body=body.wire())
        return self._transport.fetch(call, Item)

    def delete(self, board_id: str, item_id: str) -> None:
        """Deletes one item of this kind.

        Raises:
            MiroError: NotFound also when the item is of another kind.
        """
        self._transport.call(call_of(self.operations.delete, _ids(board_id, item_id)))


def _ids(board_id: str, item_id: str) -> dict[str, str]:
    return {"board_id": board_id, "item_id": item_id}
