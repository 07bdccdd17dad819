"""Calls about groups."""

from __future__ import annotations

import pytest

from miro_client.errors import InvalidArgument
from tests.miro_client.bodies_of_miro import GROUP, cursor_list
from tests.miro_client.world import BOARD, BOARD_PATH, reply, world


def test_a_group_is_made_of_item_ids() -> None:
    here = world(reply(GROUP, 201))
    group = here.client.groups.create(BOARD, ["1", "2"])
    assert here.wire.sent() == {"data": {"items": ["1", "2"]}}
    assert here.wire.urls == [f"POST {BOARD_PATH}/groups"]
    assert group.items == ("3458764500000000100", "3458764500000000101")


@pytest.mark.parametrize("ids", [[], ["1"]])
def test_one_item_is_no_group(ids: list[str]) -> None:
    with pytest.raises(InvalidArgument, match="at least 2"):
        world(reply(GROUP)).client.groups.create(BOARD, ids)


def test_all_pages_are_walked() -> None:
    here = world(
        reply(cursor_list(GROUP, cursor="c")),
        reply(cursor_list({"id": 401, "data": {"items": [7, "8", None]}}, {"id": "402"})),
    )
    assert [group.items for group in here.client.groups.iterate(BOARD)][1:] == [("7", "8"), ()]
    assert here.wire.urls[1] == f"GET {BOARD_PATH}/groups?limit=50&cursor=c"


def test_get_and_dissolve_with_or_without_the_items() -> None:
    here = world(reply(GROUP), reply(None, 204))
    here.client.groups.get(BOARD, "400")
    here.client.groups.delete(BOARD, "400")
    here.client.groups.delete(BOARD, "400", with_items=True)
    path = f"{BOARD_PATH}/groups/400"
    assert here.wire.urls == [
        f"GET {path}",
        f"DELETE {path}",
        f"DELETE {path}?delete_items=true",
    ]
