"""Items as boards really hold them."""

from __future__ import annotations

from miro_client.models.items import Item, ItemPage
from tests.miro_client.bodies_of_miro import SHAPE, STICKY, UI_FRAME, UNSUPPORTED, cursor_list


def test_a_sticky_note_in_a_frame() -> None:
    item = Item.read(STICKY)
    assert item.data is not None
    assert item.position is not None
    assert item.geometry is not None
    assert item.created_by is not None
    assert (item.id, item.type, item.parent_id) == (
        STICKY["id"],
        "sticky_note",
        "3458764500000000090",
    )
    assert (item.data.content, item.data.shape) == ("<p>Ship weekly</p>", "square")
    assert (item.position.x, item.position.relative_to) == (160.0, "parent_top_left")
    assert (item.geometry.width, item.geometry.rotation) == (199.0, None)
    assert (item.created_by.id, item.created_by.name) == ("3458764500000000002", None)


def test_numbers_of_a_style_come_as_text_or_as_numbers() -> None:
    style = Item.read(SHAPE).style
    assert style is not None
    assert (style.font_size, style.border_width, style.fill_opacity) == (14.0, 2.0, 0.0)
    style = Item.read({"id": "1", "style": {"fontSize": 311, "fillOpacity": None}}).style
    assert style is not None
    assert (style.font_size, style.fill_opacity) == (311.0, None)


def test_a_frame_made_by_hand() -> None:
    data = Item.read(UI_FRAME).data
    assert data is not None
    assert (data.type, data.format, data.title) == ("unknown", "a4", "<p>Start / Stop</p>")


def test_what_the_api_cannot_express() -> None:
    item = Item.read(UNSUPPORTED)
    assert (item.is_supported, item.data, item.style, item.parent_id) == (False, None, None, None)


def test_a_type_nobody_knows_and_none_at_all() -> None:
    assert Item.read({"id": 5, "type": "hologram", "data": {"beam": 1}}).type == "hologram"
    assert Item.read({"id": 5}).type == "unknown"
    assert Item.read({"id": 5, "type": None, "parent": {"id": None}}).parent_id is None


def test_a_page_keeps_every_row() -> None:
    rows = [STICKY, SHAPE, UI_FRAME, UNSUPPORTED]
    page = ItemPage.read(cursor_list(*rows, total=172))
    assert [item.raw for item in page.data] == rows
    assert (page.total, page.limit, page.cursor) == (172, 50, None)
