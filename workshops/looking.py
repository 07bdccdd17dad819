"""Reads a board as often as it takes to trust what stands on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from miro_client import errors as miro
from miro_client.client import MiroClient
from miro_client.models.boards import Board
from miro_client.models.connectors import Connector
from miro_client.models.items import Item
from miro_client.models.tags import Tag
from workshops.listing import Named, ShortListingError, by_offset, whole
from workshops.ports import Sleep

BETWEEN_READINGS = 2.0
READINGS = 6

T = TypeVar("T")


class RestlessBoardError(Exception):
    """No two whole readings of a board agreed, so nothing can be said of what stands there."""


def settled_reading(read: Callable[[], tuple[T, ...]], sleep: Sleep) -> tuple[T, ...]:
    """Return what two readings in a row agree on.

    Raises `RestlessBoardError` when no two of six do.
    """
    before = read()
    for _ in range(READINGS - 1):
        sleep(BETWEEN_READINGS)
        after = read()
        if after == before:
            return after
        before = after
    raise RestlessBoardError


class Eyes:
    """The listings of one board that a lost answer is looked for in."""

    def __init__(self, client: MiroClient, board: str, sleep: Sleep) -> None:
        self._client = client
        self._board = board
        self._sleep = sleep

    def items(self) -> tuple[Item, ...]:
        """Return every item, once two whole listings hold the same ids."""
        return self._settled(lambda: whole(lambda: self._client.items.pages(self._board)))

    def glance(self) -> tuple[Item, ...]:
        """Return every item as one whole listing holds them.

        Raises `RestlessBoardError` when no listing is whole.
        """
        try:
            return tuple(whole(lambda: self._client.items.pages(self._board)))
        except ShortListingError as error:
            raise RestlessBoardError from error

    def connectors(self) -> tuple[Connector, ...]:
        """Return every connector, once two whole listings hold the same ids."""
        return self._settled(lambda: whole(lambda: self._client.connectors.pages(self._board)))

    def tags(self) -> tuple[Tag, ...]:
        """Return every tag of the board, once two whole listings hold the same ids."""
        tags, board = self._client.tags, self._board
        return self._settled(
            lambda: whole(lambda: by_offset(lambda offset: tags.page(board, offset=offset)))
        )

    def _settled(self, read: Callable[[], list[Named]]) -> tuple[Named, ...]:
        kept: dict[str, Named] = {}

        def listed() -> tuple[str, ...]:
            kept.clear()
            kept.update({one.id: one for one in read()})
            return tuple(kept)

        try:
            return tuple(kept[one] for one in settled_reading(listed, self._sleep))
        except ShortListingError as error:
            raise RestlessBoardError from error

    def has_tag(self, item: str, tag: str) -> bool:
        """Tell whether an item carries a tag; one that people deleted carries none."""
        try:
            return tag in {one.id for one in self._client.tags.of_item(self._board, item)}
        except miro.NotFound:
            return False


def find_board(client: MiroClient, mark: str, team: str | None, sleep: Sleep) -> Board | None:
    """Return the board whose description ends with our mark, out of the team's listing.

    A listing filtered by team is immediate, others lag (Miro's own document, boards). The newest
    come first; a board of ours is among the newest, yet the whole listing is read when it is not.
    """
    if team is None:
        context = client.token.context()
        team = context.team.id if context.team else None
    kept: dict[str, Board] = {}

    def listed() -> tuple[str, ...]:
        kept.clear()
        for board in client.boards.iterate(team_id=team, sort="last_created"):
            if (board.description or "").rstrip().endswith(f"· {mark}"):
                kept[board.id] = board
                break
        return tuple(kept)

    found = settled_reading(listed, sleep)
    return kept[found[0]] if found else None
