"""Places and sizes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miro_sandbox.geometry import Box, lies_within, to_board, to_frame

places = st.floats(-1e6, 1e6)
points = st.tuples(places, places)
sides = st.floats(1, 1e5)
sizes = st.tuples(sides, sides)
shares = st.tuples(st.floats(0, 1), st.floats(0, 1))

Pair = tuple[float, float]


@given(points, sizes, points)
def test_there_and_back_is_the_same_place(centre: Pair, size: Pair, point: Pair) -> None:
    frame = Box(*centre, *size)

    assert to_board(frame, *to_frame(frame, *point)) == pytest.approx(point, abs=1e-6)


def test_the_middle_of_a_frame_is_half_its_size() -> None:
    frame = Box(1000, -200, 600, 400)

    assert to_frame(frame, 1000, -200) == (300, 200)
    assert to_board(frame, 0, 0) == (700, -400)


@given(sizes, shares, sizes)
def test_a_whole_box_inside_has_its_centre_inside(size: Pair, share: Pair, own: Pair) -> None:
    frame = Box(0, 0, *size)
    child = Box(size[0] * share[0], size[1] * share[1], *own)

    assert lies_within(child, frame, whole_box=False)
    if lies_within(child, frame, whole_box=True):
        assert own[0] <= size[0] + 0.02
        assert own[1] <= size[1] + 0.02


@pytest.mark.parametrize(
    ("rotation", "extent"),
    [(0, (400, 40)), (90, (40, 400)), (180, (400, 40)), (270, (40, 400)), (45, (311.127, 311.127))],
)
def test_a_rotated_box_takes_the_room_it_lies_in(
    rotation: float, extent: tuple[float, float]
) -> None:
    assert Box(0, 0, 400, 40, rotation).extent() == pytest.approx(extent, abs=0.001)
