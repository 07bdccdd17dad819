"""Shapes, dots and what cannot be read."""

from __future__ import annotations

import pytest

from board_templates.geometry import Box
from board_templates.preview.picture import Shape, Unreadable
from board_templates.preview.shapes import draw_shape, draw_unreadable, with_large_labels

BOX = Box(0, 0, 200, 100)


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("rectangle", "<rect"),
        ("round_rectangle", "<rect"),
        ("circle", "<ellipse"),
        ("rhombus", "<polygon"),
        ("star", "<polygon"),
        ("cross", "<polygon"),
        ("cloud", "<ellipse"),
        ("no such shape", "<rect"),
    ],
)
def test_shapes_are_drawn_by_kind(kind: str, start: str) -> None:
    assert draw_shape(Shape(BOX, kind=kind, fill="#ffffff"), 1).startswith(start)


@pytest.mark.parametrize(("kind", "corners"), [("star", 10), ("cross", 12), ("octagon", 8)])
def test_corners_lie_within_the_box(kind: str, corners: int) -> None:
    drawn = draw_shape(Shape(BOX, kind=kind, fill="#ffffff"), 1)
    points = [pair.split(",") for pair in drawn.split('points="')[1].split('"')[0].split()]
    assert len(points) == corners
    assert all(-1 <= float(x) <= 201 and -4 <= float(y) <= 101 for x, y in points)


def test_only_the_outermost_line_of_a_cloud_is_left() -> None:
    with_border = draw_shape(Shape(BOX, kind="cloud", fill="#ffffff", border="#112233"), 1)
    assert with_border.count("<ellipse") == 8
    assert with_border.count('stroke="#112233"') == 4
    assert draw_shape(Shape(BOX, kind="cloud", fill="#ffffff"), 1).count("<ellipse") == 4


def test_a_shape_without_fill_border_and_text_is_nothing() -> None:
    assert draw_shape(Shape(BOX), 1) == ""


def test_border_and_fill_are_drawn_as_asked() -> None:
    drawn = draw_shape(Shape(BOX, border="#112233", border_width=3, dashed=True), 1)
    assert 'fill="none" stroke="#112233" stroke-width="3" stroke-dasharray="8 6"' in drawn


def test_a_sign_stands_in_the_middle_of_its_dot() -> None:
    dot = Shape(
        Box(0, 0, 40, 40),
        "×",
        "circle",
        "#e03131",
        ink="#ffffff",
        font_size=24,
        align="center",
        valign="middle",
    )
    drawn = draw_shape(dot, 1)
    assert 'cx="20" cy="20" rx="20" ry="20"' in drawn
    assert '<text x="13.14" y="29.31" font-size="24" fill="#ffffff">×</text>' in drawn


def test_what_cannot_be_read_says_so() -> None:
    drawn = draw_unreadable(Unreadable(BOX, "Joonistus"), 1)
    assert "Joonistus" in drawn
    assert "stroke-dasharray" in drawn
    assert "<text" not in draw_unreadable(Unreadable(BOX), 1)


def test_sisters_of_one_row_get_large_labels_together_or_not_at_all() -> None:
    short, long = "<strong>Jah</strong>", "<strong>Kõik, keda otsus seob</strong>"
    row = [Shape(Box(210 * i, 0, 200, 300), content=short, font_size=30) for i in range(3)]
    other = Shape(Box(0, 400, 200, 300), content=short, font_size=30)
    assert with_large_labels([*row, other], 0.12, []) == {0, 1, 2, 3}
    row[1] = Shape(Box(210, 0, 200, 300), content=long, font_size=30)
    assert with_large_labels([*row, other], 0.12, []) == {3}
    assert with_large_labels([*row, other], 1.0, []) == frozenset()
    assert with_large_labels([other], 0.12, [Box(0, 400, 160, 160)]) == frozenset()


def test_under_a_large_label_grey_lines_stand_for_the_rest() -> None:
    shape = Shape(
        Box(0, 0, 400, 300), content="<p><strong>Kava</strong></p><p>Kirjutame</p>", font_size=30
    )
    drawn = draw_shape(shape, 0.12, large=True)
    assert ">Kava<" in drawn
    assert "Kirjutame" not in drawn
    assert "<path" in drawn
