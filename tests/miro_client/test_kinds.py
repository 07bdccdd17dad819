"""One contract for every kind of item that has calls of its own."""

from __future__ import annotations

import pytest

from miro_client.bodies.items import ItemBody
from miro_client.client import MiroClient
from miro_client.kinds import Kind
from tests.miro_client.bodies_of_miro import STICKY
from tests.miro_client.every_call import (
    CARD_BODY,
    FRAME_BODY,
    IMAGE_BODY,
    NOTE_BODY,
    SHAPE_BODY,
    TEXT_BODY,
)
from tests.miro_client.world import BOARD, BOARD_PATH, reply, world

BODIES: dict[str, tuple[str, ItemBody]] = {
    "frames": ("frames", FRAME_BODY),
    "notes": ("sticky_notes", NOTE_BODY),
    "shapes": ("shapes", SHAPE_BODY),
    "texts": ("texts", TEXT_BODY),
    "cards": ("cards", CARD_BODY),
    "images": ("images", IMAGE_BODY),
}


def test_every_kind_is_under_this_contract() -> None:
    client = world(reply()).client
    kinds = {name for name, value in vars(client).items() if isinstance(value, Kind)}
    assert kinds == set(BODIES)


@pytest.mark.parametrize("name", BODIES)
def test_create_get_update_delete(name: str) -> None:
    path, body = BODIES[name]
    here = world(reply(STICKY, 201), reply(STICKY), reply(STICKY), reply(None, 204))
    kind = _kind(here.client, name)
    made = kind.create(BOARD, body)
    assert kind.get(BOARD, "1") == made == kind.update(BOARD, "1", body)
    kind.delete(BOARD, "1")
    assert here.wire.urls == [
        f"POST {BOARD_PATH}/{path}",
        f"GET {BOARD_PATH}/{path}/1",
        f"PATCH {BOARD_PATH}/{path}/1",
        f"DELETE {BOARD_PATH}/{path}/1",
    ]
    assert here.wire.sent(0) == body.wire() == here.wire.sent(2)
    assert [facts.credits for facts in here.seen] == [100, 50, 100, 500]


@pytest.mark.parametrize("name", ["documents", "embeds"])
def test_what_is_only_read(name: str) -> None:
    here = world(reply({**STICKY, "type": name[:-1]}))
    assert getattr(here.client, name).get(BOARD, "1").type == name[:-1]
    assert here.wire.urls == [f"GET {BOARD_PATH}/{name}/1"]


def _kind(client: MiroClient, name: str) -> Kind[ItemBody]:
    kind: Kind[ItemBody] = getattr(client, name)
    return kind
