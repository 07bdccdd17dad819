"""Connectors as SVG."""

from __future__ import annotations

from board_templates.preview import colours
from board_templates.preview.markup import element, polygon
from board_templates.preview.picture import Line

_HEAD = 7.0  # length of the arrow head by the width of the line
_HALF_HEAD = 0.45
_INK = "#6b7280"


def draw_line(line: Line) -> str:
    """Return a connector with its arrow head; one without length is not drawn."""
    dx, dy = line.end.x - line.start.x, line.end.y - line.start.y
    length = float((dx * dx + dy * dy) ** 0.5)
    if length == 0:
        return ""
    along_x, along_y = dx / length, dy / length
    head = min(length, _HEAD * line.width)
    neck_x, neck_y = line.end.x - along_x * head, line.end.y - along_y * head
    across = head * _HALF_HEAD
    ink = colours.paint(line.colour, _INK)
    stem = element(
        "line",
        x1=line.start.x,
        y1=line.start.y,
        x2=neck_x,
        y2=neck_y,
        stroke=ink,
        stroke_width=line.width,
    )
    corners = (
        (line.end.x, line.end.y),
        (neck_x - along_y * across, neck_y + along_x * across),
        (neck_x + along_y * across, neck_y - along_x * across),
    )
    return stem + polygon(corners, fill=ink)
