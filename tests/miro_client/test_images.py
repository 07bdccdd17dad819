"""Images from bytes; by address they are a kind like others."""

from __future__ import annotations

import pytest

from miro_client.bodies.items import ImageBody
from miro_client.bodies.places import Geometry, Position
from miro_client.errors import InvalidArgument, OutcomeUnknown
from miro_client.images import LARGEST_UPLOAD
from tests.miro_client.bodies_of_miro import STICKY
from tests.miro_client.world import BOARD, BOARD_PATH, World, refusal, reply, world

IMAGE = {
    **STICKY,
    "type": "image",
    "data": {"imageUrl": "https://api.miro.com/v2/boards/x/resources/images/0", "title": "A"},
}
BODY = ImageBody(
    title="A", alt_text="a dot", position=Position(1, 2), geometry=Geometry(width=9), parent="90"
)


def upload(here: World, content: bytes = b"PNG", body: ImageBody = BODY) -> object:
    return here.client.images.upload(BOARD, content, body, filename="a.png", media_type="image/png")


def test_bytes_go_out_beside_their_description() -> None:
    here = world(reply(IMAGE, 201))
    upload(here)
    body = here.wire.requests[0].body
    assert isinstance(body, bytes)
    assert here.wire.urls == [f"POST {BOARD_PATH}/images"]
    assert b"\r\n\r\nPNG\r\n" in body
    assert (
        b'{"title": "A", "altText": "a dot", "position": {"x": 1, "y": 2}, '
        b'"geometry": {"width": 9}, "parent": {"id": "90"}}'
    ) in body


def test_the_address_answered_is_read() -> None:
    item = world(reply(IMAGE)).client.images.get(BOARD, "1")
    assert item.data is not None
    assert item.data.image_url == "https://api.miro.com/v2/boards/x/resources/images/0"


def test_an_upload_is_not_repeated_in_doubt() -> None:
    here = world(refusal(500))
    with pytest.raises(OutcomeUnknown):
        upload(here)
    assert len(here.wire.requests) == 1


def test_an_upload_refused_for_credits_is_sent_again_whole() -> None:
    here = world(refusal(429), reply(IMAGE, 201))
    upload(here)
    assert all(b"PNG" in (one.body or b"") for one in here.wire.requests)


@pytest.mark.parametrize("size", [0, LARGEST_UPLOAD + 1])
def test_a_wrong_size_is_refused(size: int) -> None:
    with pytest.raises(InvalidArgument, match="content"):
        upload(world(reply(IMAGE, 201)), b"x" * size)


def test_an_address_beside_bytes_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="create"):
        upload(world(reply(IMAGE, 201)), body=ImageBody(url="https://example.org/a.png"))
