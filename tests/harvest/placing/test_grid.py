"""Boxes found by a point."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from board_templates.geometry import Box, Point
from harvest.placing.grid import Grid

SIDES = st.integers(0, 5000)
PLACES = st.integers(-10_000, 10_000)
BOXES = st.builds(Box, PLACES, PLACES, SIDES, SIDES)


@given(st.lists(BOXES, max_size=20), st.builds(Point, PLACES, PLACES))
def test_a_point_finds_exactly_the_boxes_around_it(boxes: list[Box], point: Point) -> None:
    grid: Grid[int] = Grid()
    for number, box in enumerate(boxes):
        grid.add(box, number)
    around = {
        number
        for number, box in enumerate(boxes)
        if box.x <= point.x <= box.right and box.y <= point.y <= box.bottom
    }
    found = [number for _, number in grid.around(point)]
    assert sorted(found) == sorted(around)


def test_edges_belong_to_the_box() -> None:
    grid: Grid[str] = Grid()
    grid.add(Box(0, 0, 16, 16), "box")
    assert [name for _, name in grid.around(Point(16, 16))] == ["box"]
    assert list(grid.around(Point(16.001, 16))) == []
