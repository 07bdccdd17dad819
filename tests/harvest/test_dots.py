"""What a dot says, and which note is under it."""

from __future__ import annotations

import pytest

from board_templates.geometry import Box, Point
from board_templates.plan import Sign
from harvest.dots import Target, Targets, colour_name, is_dot, number_of, sign_of
from harvest.items import LiveItem, live_items
from tests.harvest.builders import FakeBoard, shared


def dot(sign: str = "", fill: str = "#ffffff", size: float = 40.0) -> LiveItem:
    board = FakeBoard()
    board.dot(0, 0, sign=sign, fill=fill, size=size)
    return live_items(board.snapshot())[0]


@pytest.mark.parametrize(
    ("typed", "fill", "sign"),
    [
        ("", "#2d9bf0", Sign.PLAIN),
        ("", "#ffffff", Sign.PLAIN),
        ("", "#1a1a1a", Sign.PLAIN),
        ("", "#8fd14f", Sign.SUPPORTS),
        ("", "#0CA789FF", Sign.SUPPORTS),
        ("", "#fac710", Sign.UNSURE),
        ("", "#f24726", Sign.OPPOSES),
        ("", "#DA0063", Sign.OPPOSES),
        ("", "#9510ac", Sign.AFFECTED),
        ("+", "#f24726", Sign.SUPPORTS),
        ("?", "#2d9bf0", Sign.UNSURE),
        ("×", "#2d9bf0", Sign.OPPOSES),
        ("X", "#2d9bf0", Sign.OPPOSES),
        ("!", "#2d9bf0", Sign.AFFECTED),
    ],
)
def test_a_sign_is_read_before_the_colour(typed: str, fill: str, sign: Sign) -> None:
    assert sign_of(dot(typed, fill), shared().common.dot_colours) is sign


def test_a_numbered_dot_says_its_number_and_no_sign() -> None:
    numbered = dot("3", "#f24726")
    assert is_dot(numbered, 160.0, numbered=True)
    assert not is_dot(numbered, 160.0)
    assert number_of(numbered) == 3
    assert sign_of(numbered, shared().common.dot_colours) is Sign.PLAIN


@pytest.mark.parametrize("fill", [None, "", "red", "#12", "transparent", "#gggggg"])
def test_a_fill_that_is_no_colour_has_no_name(fill: str | None) -> None:
    assert colour_name(fill) is None


def test_only_notes_of_the_asked_zone_are_found() -> None:
    targets = Targets([Target(1, Box(0, 0, 100, 100), "a"), Target(2, Box(90, 0, 9, 9), "b")], 100)
    assert targets.under(Point(94, 4)) == 2
    assert targets.under(Point(94, 4), only_in="a") == 1
    assert targets.under(Point(94, 4), only_in="c") is None
