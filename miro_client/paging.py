"""Walks listings to their end, by cursor or by offset, and notices when one doesn't end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from miro_client.errors import ErrorFacts, InvalidArgument, StuckPaging
from miro_client.models.base import WireModel
from miro_client.models.boards import Board, Member
from miro_client.models.items import Item
from miro_client.models.pages import CursorPage, OffsetPage
from miro_client.models.tags import Tag
from miro_client.operations import Operation

Row = TypeVar("Row", bound=WireModel)

CURSOR_LIMITS = (10, 50)
"""Page sizes of items, connectors and groups; others give 400.

Source: Miro's OpenAPI document.
"""

OFFSET_LIMITS = (1, 50)
"""Page sizes of boards, members, tags and items by tag. Source: Miro's OpenAPI document."""

# A filter may leave pages empty, but nobody's board has this many empty pages in a row.
_MOST_EMPTY_PAGES = 50


Named = TypeVar("Named", Board, Member, Tag, Item)


def page_size(limit: int, bounds: tuple[int, int]) -> int:
    """The size, when Miro takes it.

    Raises:
        InvalidArgument: it is outside the bounds.
    """
    least, most = bounds
    if not least <= limit <= most:
        raise InvalidArgument("limit", f"{limit} is outside {least} to {most}")
    return limit


def cursor_pages(
    operation: Operation, fetch: Callable[[str | None], CursorPage[Row]]
) -> Iterator[CursorPage[Row]]:
    """Pages until a cursor is absent or empty; both mean the end.

    Source: Miro's OpenAPI document and recorded answers, where the last page has no cursor.

    Raises:
        StuckPaging: a cursor comes a second time, or pages stay empty.
        MiroError: that of a page.
    """
    cursor: str | None = None
    seen: set[str] = set()
    empty = 0
    while True:
        page = fetch(cursor)
        yield page
        if not page.cursor:
            return
        empty = 0 if page.data else empty + 1
        if page.cursor in seen or empty >= _MOST_EMPTY_PAGES:
            raise _stuck(operation, f"after {len(seen) + 1} pages the cursor doesn't lead on")
        cursor = page.cursor
        seen.add(cursor)


def offset_rows(operation: Operation, fetch: Callable[[int], OffsetPage[Named]]) -> Iterator[Named]:
    """Rows of all pages, each id once.

    Pages can come back one short and totals are capped, so that only an empty page, or a page
    that reaches the total and names no next one, is the end. Source: recorded answers of
    `GET /v2/boards`.

    Raises:
        StuckPaging: the next page lies behind.
        MiroError: that of a page.
    """
    offset = 0
    seen: set[str] = set()
    while True:
        page = fetch(offset)
        fresh = [row for row in page.data if row.id not in seen]
        seen.update(row.id for row in fresh)
        yield from fresh
        if page.ends_at(offset):
            return
        following = page.following(offset)
        if following <= offset or not fresh:
            raise _stuck(operation, f"offset {following} doesn't lead on from {offset}")
        offset = following


def _stuck(operation: Operation, problem: str) -> StuckPaging:
    return StuckPaging(
        ErrorFacts(
            operation=operation.name,
            method=operation.method,
            path=operation.path,
            message=problem,
        )
    )
