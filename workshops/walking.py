"""Walks through a board's items: frame beside frame where that is quicker, then proven whole.

Miro lists in pages that each wait for the one before. The children of a frame can be listed alone,
so frames can be read side by side; what lies outside of frames cannot. So they are, if their totals
and what the first page holds outside of them make up the board. Whatever they say, the walk is
whole only if it held as many different items as an unfiltered page said there are; if not, the
unfiltered walk is the truth.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import TypeVar

from miro_client import errors as miro
from miro_client.client import MiroClient
from miro_client.models.items import Item, ItemPage

PAGE = 50
WALKS = 3  # a board that people write on changes while it is read
FEW_PAGES = 4  # so many are read one after the other: looking for frames would take as long
FRAME = "frame"

Given = TypeVar("Given")
Gave = TypeVar("Gave")


@dataclass(slots=True)
class Walk:
    """One walk through the board's items, and what its pages said there are."""

    items: dict[str, Item] = field(default_factory=dict)
    total: int | None = None

    @property
    def whole(self) -> bool:
        """Tell whether nothing is missing."""
        return self.total is None or len(self.items) == self.total


class Walker:
    """Walks through one board; `told` is called after every page, also from other threads."""

    def __init__(
        self, client: MiroClient, board: str, walk: Walk, told: Callable[[], None]
    ) -> None:
        self._items = client.items
        self._board = board
        self._walk = walk
        self._told = told

    def go(self, pool: ThreadPoolExecutor) -> None:
        """Fill the walk; it may not be whole after as many walks as are worth it.

        Raises what the client raises; what came till then is in the walk.
        """
        self._begin(pool)
        for _ in range(WALKS - 1):
            if self._walk.whole:
                return
            self._walk.items.clear()
            self._one_by_one(None)

    def _begin(self, pool: ThreadPoolExecutor) -> None:
        first = self._items.page(self._board, limit=PAGE)
        self._unfiltered(first)
        if not first.cursor:
            return
        if first.total is None or first.total <= FEW_PAGES * PAGE:
            self._one_by_one(first.cursor)
            return
        try:
            by_frame = self._by_frame(pool, first)
        except (miro.NotFound, miro.InvalidRequest):  # a frame went while we read
            by_frame = False
        if not by_frame:
            self._one_by_one(first.cursor)

    def _one_by_one(self, after: str | None) -> None:
        for page in self._items.pages(self._board, limit=PAGE, after=after):
            self._unfiltered(page)

    def _by_frame(self, pool: ThreadPoolExecutor, first: ItemPage) -> bool:
        """Read frame beside frame; tell whether that was worth while."""
        frames = [
            one.id
            for page in self._items.pages(self._board, type=FRAME, limit=PAGE)
            for one in self._taken(page).data
        ]
        begun = _all(pool, self._begun, frames)
        outside = [one for one in first.data if one.parent_id is None and one.type != FRAME]
        known = len(frames) + len(outside) + sum(page.total or 0 for page in begun)
        if known != self._walk.total:
            return False
        rest = [
            (frame, page.cursor) for frame, page in zip(frames, begun, strict=True) if page.cursor
        ]
        _all(pool, self._finished, rest)
        self._walk.items = dict(sorted(self._walk.items.items(), key=_as_made))
        return True

    def _begun(self, frame: str) -> ItemPage:
        return self._taken(self._items.page(self._board, parent=frame, limit=PAGE))

    def _finished(self, rest: tuple[str, str]) -> None:
        frame, after = rest
        for page in self._items.pages(self._board, parent=frame, limit=PAGE, after=after):
            self._taken(page)

    def _unfiltered(self, page: ItemPage) -> None:
        self._walk.total = page.total
        self._taken(page)

    def _taken(self, page: ItemPage) -> ItemPage:
        self._walk.items.update({item.id: item for item in page.data})
        self._told()
        return page


def _all(
    pool: ThreadPoolExecutor, do: Callable[[Given], Gave], what: Sequence[Given]
) -> list[Gave]:
    """Do it for each side by side; raises only when nothing is under way any more."""
    begun = [pool.submit(do, one) for one in what]
    wait(begun)
    return [one.result() for one in begun]


def _as_made(entry: tuple[str, Item]) -> tuple[int, str]:
    """Order by the ids, which rise as Miro makes things."""
    return len(entry[0]), entry[0]
