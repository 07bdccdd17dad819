"""Where a second plan stands on a board."""

from __future__ import annotations

from board_templates.geometry import Box, Point
from miro_client.models.items import Item
from workshops.origin import GAP, Room, room_beside


def item(  # noqa: PLR0917  # a row of numbers reads best
    number: int,
    type_: str,
    x: float,
    y: float,
    width: float,
    height: float,
    parent: str | None = None,
) -> Item:
    raw = {
        "id": str(number),
        "type": type_,
        "position": {"x": x, "y": y},
        "geometry": {"width": width, "height": height},
        **({"parent": {"id": parent}} if parent else {}),
    }
    return Item.read(raw)


def test_an_empty_board_is_all_room() -> None:
    assert room_beside([]) == Room(Point(0.0, 0.0), None)


def test_it_stands_right_of_everything_level_with_the_frames() -> None:
    items = [
        item(1, "frame", 500, 400, 1000, 800),
        item(2, "sticky_note", 3000, 5000, 200, 228),
        item(3, "sticky_note", 9999, 9999, 200, 228, parent="1"),
    ]
    room = room_beside(items)
    assert room.origin == Point(3100 + GAP, 0)
    assert room.floor == "2"


def test_items_without_a_place_do_not_matter() -> None:
    assert room_beside([Item.read({"id": "7", "type": "mystery"})]) == Room(Point(0.0, 0.0), "7")


def test_what_we_made_has_its_place_though_it_is_not_listed_yet() -> None:
    ours = [Box(0.0, -300.0, 4000.0, 2000.0)]
    assert room_beside([], ours).origin == Point(4000 + GAP, -300)
    listed = [item(1, "frame", 6000, 400, 1000, 800)]
    assert room_beside(listed, ours).origin == Point(6500 + GAP, -300)
