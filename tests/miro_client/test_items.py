"""Calls about items of any kind."""

from __future__ import annotations

from miro_client.bodies.places import Position
from tests.miro_client.bodies_of_miro import STICKY, offset_list
from tests.miro_client.world import BOARD, BOARD_PATH, reply, world


def test_get_move_delete() -> None:
    here = world(reply(STICKY), reply(STICKY), reply(None, 204))
    assert here.client.items.get(BOARD, "1").type == "sticky_note"
    here.client.items.move(BOARD, "1", Position(3, 4.5))
    here.client.items.delete(BOARD, "1")
    assert here.wire.urls == [f"{v} {BOARD_PATH}/items/1" for v in ("GET", "PATCH", "DELETE")]
    assert here.wire.sent(1) == {"position": {"x": 3, "y": 4.5}}
    assert [facts.credits for facts in here.seen] == [50, 100, 500]


def test_into_a_frame_and_out_of_it() -> None:
    here = world(reply(STICKY))
    here.client.items.reparent(BOARD, "1", "90", Position(5, 6))
    here.client.items.reparent(BOARD, "1", None)
    assert here.wire.sent(0) == {"position": {"x": 5, "y": 6}, "parent": {"id": "90"}}
    assert here.wire.sent(1) == {"parent": {"id": None}}


def test_items_by_tag_go_by_offset() -> None:
    here = world(reply(offset_list(STICKY)))
    assert [one.id for one in here.client.items.iterate_by_tag(BOARD, "300")] == [STICKY["id"]]
    assert here.wire.urls == [f"GET {BOARD_PATH}/items?tag_id=300&limit=50&offset=0"]
    assert here.seen[0].credits == 50
