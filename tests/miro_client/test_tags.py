"""Calls about tags, and the one that must never be mixed up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miro_client.bodies.tags import TagBody
from miro_client.errors import Conflict, InvalidArgument
from tests.miro_client.bodies_of_miro import TAG
from tests.miro_client.world import BOARD, BOARD_PATH, refusal, reply, world


def test_create_get_update_delete() -> None:
    here = world(reply(TAG, 201), reply(TAG), reply(TAG), reply(None, 204))
    made = here.client.tags.create(BOARD, TagBody(title="risk", fill_color="red"))
    here.client.tags.get(BOARD, made.id)
    here.client.tags.update(BOARD, made.id, TagBody(title="chance"))
    here.client.tags.delete(BOARD, made.id)
    path = f"{BOARD_PATH}/tags"
    assert here.wire.urls == [
        f"POST {path}",
        *(f"{verb} {path}/{TAG['id']}" for verb in ("GET", "PATCH", "DELETE")),
    ]
    assert (made.title, made.fill_color) == ("risk", "red")
    assert here.wire.sent(0) == {"title": "risk", "fillColor": "red"}
    assert here.wire.sent(2) == {"title": "chance"}
    assert {facts.credits for facts in here.seen} == {50}


def test_a_title_that_exists() -> None:
    with pytest.raises(Conflict):
        world(refusal(409)).client.tags.create(BOARD, TagBody(title="risk", fill_color="red"))


def test_attach_and_detach_name_the_tag_and_send_no_body() -> None:
    here = world(reply(None, 204))
    here.client.tags.attach(BOARD, "100", "300")
    here.client.tags.detach(BOARD, "100", "300")
    path = f"{BOARD_PATH}/items/100?tag_id=300"
    assert here.wire.urls == [f"POST {path}", f"DELETE {path}"]
    assert [one.body for one in here.wire.requests] == [None, None]


@pytest.mark.parametrize("empty", ["", " ", "\t"])
def test_detach_without_a_tag_never_becomes_a_delete(empty: str) -> None:
    here = world(reply(None, 204))
    with pytest.raises(InvalidArgument, match="tag_id"):
        here.client.tags.detach(BOARD, "100", empty)
    assert here.wire.requests == []


@given(item_id=st.text(), tag_id=st.text())
def test_whatever_the_ids_a_detach_carries_its_tag_or_is_refused(item_id: str, tag_id: str) -> None:
    here = world(reply(None, 204))
    try:
        here.client.tags.detach(BOARD, item_id, tag_id)
    except InvalidArgument:
        assert here.wire.requests == []
    else:
        path, _, query = here.wire.urls[0].partition("?")
        assert path.startswith(f"DELETE {BOARD_PATH}/items/")
        assert query.startswith("tag_id=")
        assert query != "tag_id="


def test_detach_and_delete_are_different_operations() -> None:
    here = world(reply(None, 204))
    here.client.tags.detach(BOARD, "100", "300")
    here.client.items.delete(BOARD, "100")
    assert [(facts.operation, facts.credits) for facts in here.seen] == [
        ("detach_tag", 50),
        ("delete_item", 500),
    ]


def test_tags_of_an_item_have_an_envelope_of_their_own() -> None:
    here = world(reply({"tags": [TAG]}))
    assert [tag.title for tag in here.client.tags.of_item(BOARD, "100")] == ["risk"]
    assert here.wire.urls == [f"GET {BOARD_PATH}/items/100/tags"]
