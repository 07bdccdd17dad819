"""Every call of the client once, for tests that walk over all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from miro_client.bodies.boards import BoardBody, PermissionsPolicy, SharingPolicy
from miro_client.bodies.connectors import (
    Caption,
    ConnectorBody,
    ConnectorEnd,
    ConnectorStyle,
)
from miro_client.bodies.items import (
    CardBody,
    CardStyle,
    FrameBody,
    FrameStyle,
    ImageBody,
    ShapeBody,
    ShapeStyle,
    StickyNoteBody,
    StickyNoteStyle,
    TextBody,
    TextStyle,
)
from miro_client.bodies.places import Geometry, Position
from miro_client.bodies.tags import TagBody
from miro_client.client import MiroClient

BOARD = "uXjVAAAAAAA="
ITEM, OTHER, FRAME = "3458764500000000100", "3458764500000000101", "3458764500000000090"
TAG, GROUP, LINE = "3458764500000000300", "3458764500000000400", "3458764500000000200"

NOTE_BODY = StickyNoteBody(
    content="<p>tõde</p>",
    shape="square",
    style=StickyNoteStyle(
        fill_color="light_yellow", text_align="center", text_align_vertical="middle"
    ),
    position=Position(160, 180),
    geometry=Geometry(width=199),
    parent=FRAME,
)
SHAPE_BODY = ShapeBody(
    content="<p><strong>Zone</strong></p>",
    shape="round_rectangle",
    style=ShapeStyle(
        fill_color="#ffffff",
        fill_opacity=1,
        border_color="#1a1a1a",
        border_opacity=0.5,
        border_style="dashed",
        border_width=2,
        color="#1a1a1a",
        font_family="noto_sans",
        font_size=14,
        text_align="left",
        text_align_vertical="top",
    ),
    position=Position(0, 0),
    geometry=Geometry(width=300, height=200),
)
TEXT_BODY = TextBody(
    content="foot",
    style=TextStyle(color="#1a1a1a", font_family="noto_sans", font_size=14, text_align="left"),
    position=Position(0, 0),
    geometry=Geometry(width=200),
)
CARD_BODY = CardBody(
    title="Do it",
    description="<p>soon</p>",
    due_date=datetime(2026, 12, 1, 12, tzinfo=UTC),
    style=CardStyle(card_theme="#2d9bf0"),
    position=Position(0, 0),
    geometry=Geometry(width=320, height=60),
)
FRAME_BODY = FrameBody(
    title="Start / Stop",
    style=FrameStyle(fill_color="#ffffff"),
    position=Position(0, 0),
    geometry=Geometry(width=1200, height=800),
)
IMAGE_BODY = ImageBody(
    url="https://example.org/a.png", title="A", position=Position(0, 0), geometry=Geometry(width=50)
)
UPLOAD_BODY = ImageBody(title="A", alt_text="a dot", position=Position(0, 0))
LINE_BODY = ConnectorBody(
    start=ConnectorEnd(id=ITEM, position=("100%", "50%")),
    end=ConnectorEnd(id=OTHER, snap_to="left"),
    shape="curved",
    captions=[Caption(content="leads to", position="50%", text_align_vertical="middle")],
    style=ConnectorStyle(stroke_color="#000000", stroke_width=1, font_size=14),
)
TAG_BODY = TagBody(title="risk", fill_color="red")
BOARD_BODY = BoardBody(
    name="Retro 14",
    description="· kl-12345678",
    sharing=SharingPolicy(access="private"),
    permissions=PermissionsPolicy(copy_access="anyone"),
)
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class EveryCall:
    """One call; `name` is its operation's."""

    name: str
    make: Callable[[MiroClient], object]


def _upload(client: MiroClient) -> object:
    return client.images.upload(BOARD, PNG, UPLOAD_BODY, filename="a.png", media_type="image/png")


CALLS: tuple[EveryCall, ...] = (
    EveryCall("create_board", lambda c: c.boards.create(BOARD_BODY)),
    EveryCall("copy_board", lambda c: c.boards.copy(BOARD, BOARD_BODY)),
    EveryCall("list_boards", lambda c: list(islice(c.boards.iterate(team_id="1"), 200))),
    EveryCall("get_board", lambda c: c.boards.get(BOARD)),
    EveryCall("update_board", lambda c: c.boards.update(BOARD, BOARD_BODY)),
    EveryCall("delete_board", lambda c: c.boards.delete(BOARD)),
    EveryCall("invite_members", lambda c: c.members.invite(BOARD, ["a@example.org"])),
    EveryCall("list_members", lambda c: list(islice(c.members.iterate(BOARD), 200))),
    EveryCall("list_items", lambda c: list(islice(c.items.iterate(BOARD), 200))),
    EveryCall("list_items_by_tag", lambda c: list(c.items.iterate_by_tag(BOARD, TAG))),
    EveryCall("get_item", lambda c: c.items.get(BOARD, ITEM)),
    EveryCall("move_item", lambda c: c.items.move(BOARD, ITEM, Position(1, 2))),
    EveryCall("move_item", lambda c: c.items.reparent(BOARD, ITEM, FRAME, Position(9, 9))),
    EveryCall("delete_item", lambda c: c.items.delete(BOARD, ITEM)),
    EveryCall("create_items", lambda c: c.bulk.create(BOARD, [NOTE_BODY, SHAPE_BODY])),
    EveryCall("create_frame", lambda c: c.frames.create(BOARD, FRAME_BODY)),
    EveryCall("get_frame", lambda c: c.frames.get(BOARD, FRAME)),
    EveryCall("update_frame", lambda c: c.frames.update(BOARD, FRAME, FrameBody(title="x"))),
    EveryCall("delete_frame", lambda c: c.frames.delete(BOARD, FRAME)),
    EveryCall("create_sticky_note", lambda c: c.notes.create(BOARD, NOTE_BODY)),
    EveryCall("get_sticky_note", lambda c: c.notes.get(BOARD, ITEM)),
    EveryCall("update_sticky_note", lambda c: c.notes.update(BOARD, ITEM, NOTE_BODY)),
    EveryCall("delete_sticky_note", lambda c: c.notes.delete(BOARD, ITEM)),
    EveryCall("create_shape", lambda c: c.shapes.create(BOARD, SHAPE_BODY)),
    EveryCall("get_shape", lambda c: c.shapes.get(BOARD, ITEM)),
    EveryCall("update_shape", lambda c: c.shapes.update(BOARD, ITEM, SHAPE_BODY)),
    EveryCall("delete_shape", lambda c: c.shapes.delete(BOARD, ITEM)),
    EveryCall("create_text", lambda c: c.texts.create(BOARD, TEXT_BODY)),
    EveryCall("get_text", lambda c: c.texts.get(BOARD, ITEM)),
    EveryCall("update_text", lambda c: c.texts.update(BOARD, ITEM, TEXT_BODY)),
    EveryCall("delete_text", lambda c: c.texts.delete(BOARD, ITEM)),
    EveryCall("create_card", lambda c: c.cards.create(BOARD, CARD_BODY)),
    EveryCall("get_card", lambda c: c.cards.get(BOARD, ITEM)),
    EveryCall("update_card", lambda c: c.cards.update(BOARD, ITEM, CARD_BODY)),
    EveryCall("delete_card", lambda c: c.cards.delete(BOARD, ITEM)),
    EveryCall("create_image", lambda c: c.images.create(BOARD, IMAGE_BODY)),
    EveryCall("create_image", _upload),
    EveryCall("get_image", lambda c: c.images.get(BOARD, ITEM)),
    EveryCall("update_image", lambda c: c.images.update(BOARD, ITEM, IMAGE_BODY)),
    EveryCall("delete_image", lambda c: c.images.delete(BOARD, ITEM)),
    EveryCall("get_document", lambda c: c.documents.get(BOARD, ITEM)),
    EveryCall("get_embed", lambda c: c.embeds.get(BOARD, ITEM)),
    EveryCall("create_connector", lambda c: c.connectors.create(BOARD, LINE_BODY)),
    EveryCall("list_connectors", lambda c: list(islice(c.connectors.iterate(BOARD), 200))),
    EveryCall("get_connector", lambda c: c.connectors.get(BOARD, LINE)),
    EveryCall("update_connector", lambda c: c.connectors.update(BOARD, LINE, LINE_BODY)),
    EveryCall("delete_connector", lambda c: c.connectors.delete(BOARD, LINE)),
    EveryCall("create_tag", lambda c: c.tags.create(BOARD, TAG_BODY)),
    EveryCall("list_tags", lambda c: list(islice(c.tags.iterate(BOARD), 200))),
    EveryCall("get_tag", lambda c: c.tags.get(BOARD, TAG)),
    EveryCall("update_tag", lambda c: c.tags.update(BOARD, TAG, TAG_BODY)),
    EveryCall("delete_tag", lambda c: c.tags.delete(BOARD, TAG)),
    EveryCall("tags_of_item", lambda c: c.tags.of_item(BOARD, ITEM)),
    EveryCall("attach_tag", lambda c: c.tags.attach(BOARD, ITEM, TAG)),
    EveryCall("detach_tag", lambda c: c.tags.detach(BOARD, ITEM, TAG)),
    EveryCall("create_group", lambda c: c.groups.create(BOARD, [ITEM, OTHER])),
    EveryCall("list_groups", lambda c: list(islice(c.groups.iterate(BOARD), 200))),
    EveryCall("get_group", lambda c: c.groups.get(BOARD, GROUP)),
    EveryCall("delete_group", lambda c: c.groups.delete(BOARD, GROUP)),
    EveryCall("token_context", lambda c: c.token.context()),
)
