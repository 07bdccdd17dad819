"""Lines between boxes start and end at their edges."""

from __future__ import annotations

from board_templates.geometry import Box, Point
from board_templates.preview.picture import line_between


def test_a_level_line_runs_from_side_to_side() -> None:
    line = line_between(Box(0, 0, 100, 100), Box(300, 0, 100, 100))
    assert (line.start, line.end) == (Point(100, 50), Point(300, 50))


def test_a_slanted_line_leaves_where_it_meets_the_edge() -> None:
    line = line_between(Box(0, 0, 200, 100), Box(0, 400, 200, 100))
    assert (line.start, line.end) == (Point(100, 100), Point(100, 400))


def test_boxes_on_one_another_have_a_line_without_length() -> None:
    line = line_between(Box(0, 0, 100, 100), Box(0, 0, 100, 100))
    assert line.start == line.end == Point(50, 50)
