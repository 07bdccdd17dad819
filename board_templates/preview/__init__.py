"""Pictures of boards: a neutral `Picture`, an SVG drawer, a PNG renderer.

`picture_of_plan` makes the picture of a board that does not exist yet. Whoever has a board that
does exist makes a `Picture` of it and draws it with the same `draw_svg`.
"""

from __future__ import annotations

from board_templates.preview.errors import PictureError, RenderingError, UnknownFrameError
from board_templates.preview.of_plan import picture_of_plan
from board_templates.preview.picture import (
    Card,
    Frame,
    Line,
    Note,
    Picture,
    Shape,
    TagMark,
    Unreadable,
    line_between,
)
from board_templates.preview.png import render_png
from board_templates.preview.svg import draw_svg, title_boxes

__all__ = [
    "Card",
    "Frame",
    "Line",
    "Note",
    "Picture",
    "PictureError",
    "RenderingError",
    "Shape",
    "TagMark",
    "UnknownFrameError",
    "Unreadable",
    "draw_svg",
    "line_between",
    "picture_of_plan",
    "render_png",
    "title_boxes",
]
