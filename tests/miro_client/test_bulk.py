"""The bulk call."""

from __future__ import annotations

import pytest

from miro_client.bodies.items import FrameBody, ItemBody, StickyNoteBody, TextBody
from miro_client.errors import InvalidArgument, InvalidRequest, OutcomeUnknown
from tests.miro_client.bodies_of_miro import SHAPE, STICKY
from tests.miro_client.every_call import NOTE_BODY, SHAPE_BODY
from tests.miro_client.world import BOARD, BOARD_PATH, refusal, reply, world


def test_items_come_back_in_the_order_asked_for() -> None:
    here = world(reply({"data": [STICKY, SHAPE], "type": "bulk-list"}, 201))
    made = here.client.bulk.create(BOARD, [NOTE_BODY, SHAPE_BODY])
    assert [item.id for item in made] == [STICKY["id"], SHAPE["id"]]
    assert here.wire.urls == [f"POST {BOARD_PATH}/items/bulk"]
    assert here.seen[0].credits == 200


def test_the_body_is_a_bare_list_with_types() -> None:
    here = world(refusal(400))
    bodies: list[ItemBody] = [
        StickyNoteBody(content="a"),
        TextBody(content="b"),
        FrameBody(title="c"),
    ]
    with pytest.raises(InvalidRequest):
        here.client.bulk.create(BOARD, bodies)
    assert here.wire.sent() == [
        {"type": "sticky_note", "data": {"content": "a"}},
        {"type": "text", "data": {"content": "b"}},
        {"type": "frame", "data": {"title": "c"}},
    ]


@pytest.mark.parametrize("count", [0, 21])
def test_a_wrong_number_is_refused_before_sending(count: int) -> None:
    here = world(reply({"data": []}, 201))
    with pytest.raises(InvalidArgument, match="1 to 20"):
        here.client.bulk.create(BOARD, [NOTE_BODY] * count)
    assert here.wire.requests == []


@pytest.mark.parametrize(
    "rows", [[], [STICKY], [SHAPE, STICKY], [STICKY, SHAPE, STICKY], [STICKY, {"type": "shape"}]]
)
def test_an_answer_with_other_items_leaves_the_outcome_unknown(rows: list[object]) -> None:
    here = world(reply({"data": rows}, 201))
    with pytest.raises(OutcomeUnknown):
        here.client.bulk.create(BOARD, [NOTE_BODY, SHAPE_BODY])
    assert len(here.wire.requests) == 1


def test_the_fields_of_a_refusal_name_the_element() -> None:
    body = {
        "code": "2.0703",
        "message": "Invalid parameters",
        "context": {"fields": [{"field": "[1].style.fillColor", "message": "Unexpected value"}]},
    }
    here = world(reply(body, 400))
    with pytest.raises(InvalidRequest) as caught:
        here.client.bulk.create(BOARD, [NOTE_BODY, SHAPE_BODY])
    assert caught.value.fields[0].field == "[1].style.fillColor"
