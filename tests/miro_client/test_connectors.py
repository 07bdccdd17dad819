"""Calls about connectors."""

from __future__ import annotations

import pytest

from miro_client.bodies.connectors import ConnectorBody
from tests.miro_client.bodies_of_miro import CONNECTOR, cursor_list
from tests.miro_client.every_call import LINE_BODY
from tests.miro_client.world import BOARD, BOARD_PATH, reply, world


@pytest.mark.parametrize("status", [200, 201])
def test_a_connector_is_made_whichever_2xx_is_answered(status: int) -> None:
    here = world(reply(CONNECTOR, status))
    made = here.client.connectors.create(BOARD, LINE_BODY)
    assert here.wire.urls == [f"POST {BOARD_PATH}/connectors"]
    assert here.wire.sent() == {
        "startItem": {"id": "3458764500000000100", "position": {"x": "100%", "y": "50%"}},
        "endItem": {"id": "3458764500000000101", "snapTo": "left"},
        "shape": "curved",
        "captions": [{"content": "leads to", "position": "50%", "textAlignVertical": "middle"}],
        "style": {"fontSize": "14", "strokeColor": "#000000", "strokeWidth": "1.0"},
    }
    assert made.start_item is not None
    assert made.start_item.position is not None
    assert (made.start_item.id, made.start_item.position.x) == ("3458764500000000100", "100%")
    assert made.captions[0].content == "leads to"


def test_get_update_delete() -> None:
    here = world(reply(CONNECTOR), reply(CONNECTOR), reply(None, 204))
    here.client.connectors.get(BOARD, "200")
    here.client.connectors.update(BOARD, "200", ConnectorBody(shape="straight"))
    here.client.connectors.delete(BOARD, "200")
    path = f"{BOARD_PATH}/connectors/200"
    assert here.wire.urls == [f"GET {path}", f"PATCH {path}", f"DELETE {path}"]
    assert here.wire.sent(1) == {"shape": "straight"}


def test_all_pages_are_walked() -> None:
    here = world(
        reply(cursor_list(CONNECTOR, cursor="c")),
        reply(cursor_list({"id": 201, "startItem": None})),
    )
    first, second = here.client.connectors.iterate(BOARD, limit=10)
    assert (first.id, second.id, second.start_item, second.end_item) == (
        CONNECTOR["id"],
        "201",
        None,
        None,
    )
    assert here.wire.urls[1] == f"GET {BOARD_PATH}/connectors?limit=10&cursor=c"
