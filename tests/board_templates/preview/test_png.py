"""PNG: as wide as asked, with letters, and refused when it can't be."""

from __future__ import annotations

import struct

import pytest

from board_templates.geometry import Box
from board_templates.preview import Frame, Picture, RenderingError, draw_svg, render_png

PICTURE = Picture("x", (Frame("F1", "Raam", Box(0, 0, 600, 400)),))


def test_a_picture_is_rendered_as_wide_as_asked() -> None:
    data = render_png(draw_svg(PICTURE), 300)
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">I", data[16:20]) == (300,)


def test_letters_are_rendered_from_our_font() -> None:
    untitled = Picture("x", (Frame("F1", "", Box(0, 0, 600, 400)),))
    assert render_png(draw_svg(PICTURE), 700) != render_png(draw_svg(untitled), 700)


@pytest.mark.parametrize("width", [0, -1, 8001])
def test_impossible_widths_are_refused(width: int) -> None:
    with pytest.raises(RenderingError, match=str(width)):
        render_png(draw_svg(PICTURE), width)


def test_what_is_no_svg_is_refused() -> None:
    with pytest.raises(RenderingError):
        render_png("<html>", 100)
