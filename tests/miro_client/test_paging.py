"""Listings end, whole and once."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from miro_client.errors import InvalidArgument, StuckPaging
from tests.miro_client.bodies_of_miro import (
    BOARD as BOARD_BODY,
)
from tests.miro_client.bodies_of_miro import (
    STICKY,
    TAG,
    cursor_list,
    offset_list,
)
from tests.miro_client.world import BOARD, BOARD_PATH, Reply, reply, world


def item(number: int) -> dict[str, Any]:
    return {**STICKY, "id": str(number)}


def board(number: int) -> dict[str, Any]:
    return {**BOARD_BODY, "id": str(number)}


def query(request: requests.PreparedRequest) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(str(request.url)).query).items()}


@pytest.mark.parametrize("last", [{}, {"cursor": ""}, {"cursor": None}])
def test_an_absent_and_an_empty_cursor_end_a_listing(last: dict[str, Any]) -> None:
    here = world(
        reply(cursor_list(item(1), item(2), cursor="Mg~", total=3)),
        reply(cursor_list(item(3), total=3, **last)),
    )
    assert [one.id for one in here.client.items.iterate(BOARD)] == ["1", "2", "3"]
    assert here.wire.urls == [
        f"GET {BOARD_PATH}/items?limit=50",
        f"GET {BOARD_PATH}/items?limit=50&cursor=Mg~",
    ]


def test_filters_go_along_on_every_page() -> None:
    here = world(reply(cursor_list(item(1), cursor="c")), reply(cursor_list()))
    list(here.client.items.iterate(BOARD, type="sticky_note", parent="9", limit=10))
    assert [query(one) for one in here.wire.requests] == [
        {"type": "sticky_note", "parent_item_id": "9", "limit": "10"},
        {"type": "sticky_note", "parent_item_id": "9", "limit": "10", "cursor": "c"},
    ]


def test_pages_show_the_total() -> None:
    here = world(reply(cursor_list(item(1), total=172, cursor="c")), reply(cursor_list()))
    assert [page.total for page in here.client.items.pages(BOARD)] == [172, None]


def test_a_cursor_that_comes_again_is_told() -> None:
    here = world(reply(cursor_list(item(1), cursor="same")))
    with pytest.raises(StuckPaging, match="list_items"):
        list(here.client.items.iterate(BOARD))
    assert len(here.wire.requests) == 2


def test_pages_that_stay_empty_are_told() -> None:
    count = iter(range(10_000))

    def empty(_: object) -> Reply:
        return reply(cursor_list(cursor=f"c{next(count)}"))

    here = world(handler=empty)
    with pytest.raises(StuckPaging):
        list(here.client.connectors.iterate(BOARD))
    assert len(here.wire.requests) == 50


def test_one_empty_page_in_between_is_not_the_end() -> None:
    here = world(
        reply(cursor_list(item(1), cursor="a")),
        reply(cursor_list(cursor="b")),
        reply(cursor_list(item(2))),
    )
    assert [one.id for one in here.client.items.iterate(BOARD)] == ["1", "2"]


@pytest.mark.parametrize("limit", [0, 9, 51])
def test_page_sizes_miro_refuses_are_refused_here(limit: int) -> None:
    here = world(reply(cursor_list()))
    with pytest.raises(InvalidArgument, match="10 to 50"):
        here.client.items.page(BOARD, limit=limit)
    assert here.wire.requests == []


def test_a_short_offset_listing_takes_one_call() -> None:
    here = world(reply(offset_list(TAG, {**TAG, "id": "301"})))
    assert [tag.id for tag in here.client.tags.iterate(BOARD)] == [TAG["id"], "301"]
    assert len(here.wire.requests) == 1


def test_an_offset_listing_follows_its_link() -> None:
    link = {"next": "https://api.miro.com/v2/boards?limit=50&offset=7"}
    here = world(
        reply(offset_list(board(1), links=link, total=2)), reply(offset_list(board(2), total=2))
    )
    assert [one.id for one in here.client.boards.iterate()] == ["1", "2"]
    assert query(here.wire.requests[1])["offset"] == "7"


def test_a_page_one_short_is_not_the_end() -> None:
    here = world(
        reply(offset_list(*map(board, range(49)), total=60)),
        reply(offset_list(*map(board, range(50, 60)), total=60)),
    )
    assert len(list(here.client.boards.iterate())) == 59
    assert query(here.wire.requests[1])["offset"] == "50"


def test_without_a_total_only_an_empty_page_ends_it() -> None:
    here = world(
        reply(offset_list(board(1), total=None, limit=None)), reply(offset_list(total=None))
    )
    assert [one.id for one in here.client.boards.iterate()] == ["1"]
    assert [query(one)["offset"] for one in here.wire.requests] == ["0", "1"]


def test_a_row_that_two_pages_show_comes_once() -> None:
    here = world(
        reply(offset_list(board(1), board(2), total=3, limit=2)),
        reply(offset_list(board(2), board(3), total=3, limit=2)),
        reply(offset_list(total=3)),
    )
    assert [one.id for one in here.client.boards.iterate(limit=2)] == ["1", "2", "3"]


def test_an_offset_that_leads_back_is_told() -> None:
    link = {"next": "https://api.miro.com/v2/boards?offset=0"}
    here = world(reply(offset_list(board(1), links=link)))
    with pytest.raises(StuckPaging):
        list(here.client.boards.iterate())


@pytest.mark.parametrize("next_", ["http://[", "http://x/?offset=two", "http://x/"])
def test_a_link_that_cannot_be_read_is_counted_instead(next_: str) -> None:
    here = world(
        reply(offset_list(board(1), links={"next": next_}, limit=1, total=2)),
        reply(offset_list(board(2), limit=1, total=2)),
    )
    assert [one.id for one in here.client.boards.iterate(limit=1)] == ["1", "2"]
    assert query(here.wire.requests[1])["offset"] == "1"


def test_a_server_that_ignores_the_offset_is_told() -> None:
    here = world(reply(offset_list(board(1), total=1_000)))
    with pytest.raises(StuckPaging):
        list(here.client.boards.iterate())


@given(count=st.integers(0, 130), limit=st.integers(10, 50), empty_end=st.booleans())
def test_every_item_comes_once_in_order(count: int, limit: int, *, empty_end: bool) -> None:
    def serve(request: requests.PreparedRequest) -> Reply:
        start = int(query(request).get("cursor", "0"))
        rows = [item(number) for number in range(start, min(count, start + limit))]
        ends = start + limit > count if empty_end else start + limit >= count
        cursor = {} if ends else {"cursor": str(start + limit)}
        return reply(cursor_list(*rows, total=count, **cursor))

    here = world(handler=serve)
    listed = [one.id for one in here.client.items.iterate(BOARD, limit=limit)]
    assert listed == [str(number) for number in range(count)]


@given(count=st.integers(0, 130), limit=st.integers(1, 50), links=st.booleans())
def test_every_board_comes_once_in_order(count: int, limit: int, *, links: bool) -> None:
    def serve(request: requests.PreparedRequest) -> Reply:
        start = int(query(request)["offset"])
        rows = [board(number) for number in range(start, min(count, start + limit))]
        link = {"next": f"http://x/?offset={start + limit}"} if start + limit < count else {}
        named = {"links": link} if links else {}
        return reply(offset_list(*rows, total=count, limit=limit, offset=start, **named))

    here = world(handler=serve)
    listed = [one.id for one in here.client.boards.iterate(limit=limit)]
    assert listed == [str(number) for number in range(count)]
    assert len(here.wire.requests) == max(1, -(-count // limit))
