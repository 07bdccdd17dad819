"""Filling an operation in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miro_client import operations
from miro_client.calls import Part, call_of
from miro_client.errors import InvalidArgument


def test_board_ids_are_percent_encoded() -> None:
    call = call_of(operations.GET_BOARD, {"board_id": "uXjVAAAAAAA="})
    assert call.path == "/v2/boards/uXjVAAAAAAA%3D"


def test_query_fields_that_are_none_are_left_out() -> None:
    call = call_of(
        operations.LIST_ITEMS,
        {"board_id": "b"},
        query={"type": None, "limit": 50, "cursor": "MzQ1~=="},
    )
    assert call.path == "/v2/boards/b/items?limit=50&cursor=MzQ1~%3D%3D"


def test_a_query_in_the_template_is_added_to() -> None:
    ids = {"board_id": "b", "tag_id": "7"}
    call = call_of(operations.LIST_ITEMS_BY_TAG, ids, query={"limit": 10})
    assert call.path == "/v2/boards/b/items?tag_id=7&limit=10"


def test_bulk_costs_the_credits_of_each_element() -> None:
    assert call_of(operations.CREATE_ITEMS, {"board_id": "b"}, times=20).credits == 2000


@pytest.mark.parametrize("bad", ["", " ", "\n", ".", "..", "\ud800"])
def test_ids_that_would_change_the_path_are_refused(bad: str) -> None:
    with pytest.raises(InvalidArgument) as caught:
        call_of(operations.DELETE_ITEM, {"board_id": "b", "item_id": bad})
    assert caught.value.argument == "item_id"


def test_a_missing_id_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="tag_id"):
        call_of(operations.DETACH_TAG, {"board_id": "b", "item_id": "1"})


def test_a_body_that_is_no_json_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="JSON"):
        call_of(operations.CREATE_BOARD, body={"x": float("nan")})


def test_no_body_shows_in_print() -> None:
    call = call_of(operations.REVOKE_TOKEN, body={"accessToken": "abcdef"})
    assert "abcdef" not in repr(call)
    assert "abcdef" not in repr(Part("data", b"abcdef", "text/plain"))


@given(st.text())
def test_any_id_stays_one_segment_or_is_refused(item_id: str) -> None:
    try:
        call = call_of(operations.DELETE_ITEM, {"board_id": "b", "item_id": item_id})
    except InvalidArgument:
        return
    head, _, last = call.path.rpartition("/")
    assert head == "/v2/boards/b/items"
    assert last not in {"", ".", ".."}
    assert not set(last) & set("?#/\\ ")


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=5) | st.integers()))
def test_a_body_goes_out_as_utf8_json(body: dict[str, object]) -> None:
    call = call_of(operations.CREATE_BOARD, body=body)
    assert call.content_type == "application/json"
    assert json.loads(call.content or b"") == body
