"""Places, texts and colours of raw items."""

from __future__ import annotations

import pytest

from board_templates.geometry import Box
from harvest.items import LiveItem, frames_among, live_items, number
from harvest.snapshot import SnapshotItem
from tests.harvest.builders import FakeBoard


def items(*raw: dict[str, object]) -> dict[str, LiveItem]:
    snapshot = FakeBoard().snapshot()
    made = tuple(SnapshotItem.model_validate(one) for one in raw)
    return {item.id: item for item in live_items(snapshot.model_copy(update={"items": made}))}


FRAME = {
    "id": "f",
    "type": "frame",
    "data": {"title": "<p>Raam</p>"},
    "geometry": {"width": 1000.0, "height": 800.0},
    "position": {"x": 100.0, "y": 50.0, "relativeTo": "canvas_center"},
}
NOTE = {
    "id": "n",
    "type": "sticky_note",
    "data": {"content": "mõte"},
    "geometry": {"width": 199.0, "height": 228.0},
}


def child(x: object, y: object, **place: object) -> dict[str, object]:
    return {**NOTE, "position": {"x": x, "y": y, **place}, "parent": {"id": "f"}}


def test_a_child_is_measured_from_the_corner_of_its_frame() -> None:
    found = items(FRAME, child(500.0, 400.0, relativeTo="parent_top_left"))
    assert found["n"].box == Box.around(found["f"].box.centre, 199, 228)  # type: ignore[union-attr]


def test_relative_to_decides_not_the_parent() -> None:
    found = items(FRAME, child(500.0, 400.0, relativeTo="canvas_center"))
    assert found["n"].box == Box(400.5, 286.0, 199.0, 228.0)


def test_without_it_the_parent_decides() -> None:
    found = items(FRAME, child(500.0, 400.0))
    assert found["n"].centre == found["f"].centre


def test_frames_in_frames_are_followed() -> None:
    inner = {
        **FRAME,
        "id": "g",
        "geometry": {"width": 100.0, "height": 100.0},
        "position": {"x": 100.0, "y": 100.0, "relativeTo": "parent_top_left"},
        "parent": {"id": "f"},
    }
    note = {**child(10.0, 10.0, relativeTo="parent_top_left"), "parent": {"id": "g"}}
    found = items(note, inner, FRAME)
    assert found["g"].box == Box(-350, -300, 100, 100)
    assert found["n"].box == Box(-340 - 99.5, -290 - 114.0, 199, 228)


@pytest.mark.parametrize(
    "place", [{}, {"x": 1.0}, {"x": "a", "y": 2}, {"x": 1, "y": 2, "relativeTo": "parent_top_left"}]
)
def test_without_a_place_there_is_no_box(place: dict[str, object]) -> None:
    assert items({**NOTE, "position": place})["n"].box is None


def test_a_ring_of_parents_has_no_place() -> None:
    place = {"x": 1.0, "y": 1.0, "relativeTo": "parent_top_left"}
    one = {**FRAME, "id": "a", "position": place, "parent": {"id": "b"}}
    other = {**FRAME, "id": "b", "position": place, "parent": {"id": "a"}}
    found = items(one, other)
    assert (found["a"].box, found["b"].box) == (None, None)


def test_a_missing_size_is_the_usual_one() -> None:
    found = items({**NOTE, "geometry": None, "position": {"x": 0, "y": 0}})
    assert found["n"].box == Box(-99.5, -114.0, 199.0, 228.0)


@pytest.mark.parametrize(
    ("sent", "read"),
    [("14", 14.0), ("2.5", 2.5), (3, 3.0), (True, None), ("x", None), ("nan", None), (1e300, None)],
)
def test_numbers_come_as_text_too(sent: object, read: float | None) -> None:
    assert number(sent) == read  # type: ignore[arg-type]


def test_titles_and_cards_have_texts() -> None:
    card = {"id": "c", "type": "card", "data": {"title": "<p>Mis</p>", "description": "kuidas"}}
    found = items(FRAME, card)
    assert (found["f"].text, found["c"].text) == ("Raam", "Mis\nkuidas")


def test_a_transparent_fill_is_no_colour() -> None:
    fill = {"fillColor": "#FFFFFF", "fillOpacity": "0.0"}
    found = items({**NOTE, "style": fill}, {**NOTE, "id": "m", "style": {"fillColor": "Cyan"}})
    assert (found["n"].colour, found["m"].colour) == (None, "cyan")


def test_frames_come_as_people_read() -> None:
    board = FakeBoard()
    for title, x, y in (("c", 0, 900), ("b", 900, 0), ("a", 0, 0)):
        board.frame(title, Box(x, y, 500, 500))
    assert [frame.text for frame in frames_among(live_items(board.snapshot()))] == ["a", "b", "c"]
