"""Listings that are whole, or say that they are not: every page is held against what it says.

A page says how many rows it carries (`size`) and how many there are altogether (`total`); rows
that are fewer mean that something was left out on the way. Boards are not read like this: their
pages can come back short and their totals are capped (recorded answers of `GET /v2/boards`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

READINGS = 3  # people may write while a listing is read


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Row_co = TypeVar("Row_co", bound=_Named, covariant=True)


class Page(Protocol[Row_co]):
    """What a page says of itself, whichever way its listing is paged."""

    @property
    def data(self) -> tuple[Row_co, ...]:
        """The rows."""
        ...

    @property
    def size(self) -> int | None:
        """How many rows it says it carries."""
        ...

    @property
    def total(self) -> int | None:
        """How many rows it says there are on all pages."""
        ...


Named = TypeVar("Named", bound=_Named)


class Paged(Protocol):
    """What leads from one page to the next."""

    def ends_at(self, offset: int) -> bool:
        """Tell whether the page asked for at the offset is the last."""
        ...

    def following(self, offset: int) -> int:
        """Give where the next page begins."""
        ...


AnyPage = TypeVar("AnyPage", bound=Paged)


class ShortListingError(Exception):
    """A listing that held fewer rows than it said, however often it was read."""


def whole(
    read: Callable[[], Iterable[Page[Named]]], into: list[Named] | None = None
) -> list[Named]:
    """Return the rows of a listing, each once; `into` holds what came, also when it fails.

    Raises `ShortListingError`, or the client's errors.
    """
    rows = [] if into is None else into
    for _ in range(READINGS):
        rows.clear()
        if _walked(read(), rows):
            return rows
    raise ShortListingError


def _walked(pages: Iterable[Page[Named]], rows: list[Named]) -> bool:
    """Fill the rows; tell whether the pages held what they said."""
    seen: set[str] = set()
    fine, total = True, None
    for page in pages:
        fine = fine and (page.size is None or page.size <= len(page.data))
        total = page.total
        rows.extend(row for row in page.data if row.id not in seen)
        seen.update(row.id for row in page.data)
    return fine and (total is None or len(rows) >= total)


def by_offset(fetch: Callable[[int], AnyPage]) -> Iterator[AnyPage]:
    """Yield the pages of a listing that is paged by offset."""
    offset = 0
    while True:
        page = fetch(offset)
        yield page
        following = page.following(offset)
        if page.ends_at(offset) or following <= offset:
            return
        offset = following
