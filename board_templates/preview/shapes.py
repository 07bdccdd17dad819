"""Shapes, dots, text items and things we cannot read as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from board_templates.geometry import Box
from board_templates.metrics import Paragraph, text_height, text_width
from board_templates.preview import colours
from board_templates.preview.lettering import READABLE, Lettering, block_lines, letter
from board_templates.preview.markup import Value, element, polygon, rect
from board_templates.preview.picture import Shape, Unreadable
from board_templates.rich_text import one_line, paragraphs

_ENLARGED = 6.5  # a bold label too small to read is drawn this large on screen, if it fits
_ENLARGED_TIMES = 2.2  # its own size at most
_ROUND = frozenset({"circle", "flow_chart_connector"})
_CLOUD = (
    ((0.28, 0.5), 0.28, 0.3),
    ((0.5, 0.34), 0.26, 0.3),
    ((0.74, 0.5), 0.26, 0.28),
    ((0.5, 0.66), 0.34, 0.26),
)
"""The lobes of a cloud: centre, and half of width and height, in parts of its box."""


def _star_corners() -> tuple[tuple[float, float], ...]:
    """Return the ten corners of a star with five points, in parts of its box."""
    rays = ((0.5 if turn % 2 == 0 else 0.21, pi * turn / 5) for turn in range(10))
    return tuple((0.5 + length * sin(angle), 0.52 - length * cos(angle)) for length, angle in rays)


_CROSS = (0.33, 0.67, 0.67, 1, 1, 0.67, 0.67, 0.33, 0.33, 0, 0, 0.33)
"""How far right the corners of a cross lie; three corners on, how far down."""

_CUTS = {
    "triangle": ((0.5, 0), (1, 1), (0, 1)),
    "rhombus": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "parallelogram": ((0.25, 0), (1, 0), (0.75, 1), (0, 1)),
    "trapezoid": ((0.2, 0), (0.8, 0), (1, 1), (0, 1)),
    "pentagon": ((0.5, 0), (1, 0.4), (0.8, 1), (0.2, 1), (0, 0.4)),
    "hexagon": ((0.25, 0), (0.75, 0), (1, 0.5), (0.75, 1), (0.25, 1), (0, 0.5)),
    "octagon": ((0.3, 0), (0.7, 0), (1, 0.3), (1, 0.7), (0.7, 1), (0.3, 1), (0, 0.7), (0, 0.3)),
    "star": _star_corners(),
    "cross": tuple(zip(_CROSS, _CROSS[3:] + _CROSS[:3], strict=True)),
    "right_arrow": ((0, 0.25), (0.6, 0.25), (0.6, 0), (1, 0.5), (0.6, 1), (0.6, 0.75), (0, 0.75)),
    "left_arrow": ((1, 0.25), (0.4, 0.25), (0.4, 0), (0, 0.5), (0.4, 1), (0.4, 0.75), (1, 0.75)),
}


def draw_shape(shape: Shape, scale: float, *, large: bool = False) -> str:
    """Return a shape with its text; a shape without fill and border is its text only.

    With `large` its label is drawn large enough to read, grey lines for the rest under it.
    """
    return _outline(shape) + _text(shape, scale, large=large)


def with_large_labels(
    shapes: Sequence[Shape], scale: float, notes: Sequence[Box]
) -> frozenset[int]:
    """Return the places of the shapes whose labels a small picture can draw larger.

    Sisters in one row get theirs together or not at all, and none may reach under a note.
    """
    rows: dict[tuple[float, float, float], list[int]] = {}
    for place, shape in enumerate(shapes):
        label = _bold_label(shape)
        if label is not None and shape.font_size * scale < READABLE:
            rows.setdefault((shape.box.y, shape.box.height, shape.font_size), []).append(place)
    return frozenset(
        place
        for places in rows.values()
        if all(_enlargeable(shapes[one], scale, notes) for one in places)
        for place in places
    )


def draw_unreadable(thing: Unreadable, scale: float) -> str:
    """Return a dashed box that says that something stands there."""
    how = Lettering(
        max(12.0, 0.05 * thing.box.width), colours.FRAME_TITLE, "center", "middle", scale
    )
    outline = rect(
        thing.box,
        rx=6,
        fill="#e6e8ec",
        stroke="#9aa0ab",
        stroke_width=2.0,
        stroke_dasharray="10 8",
    )
    caption = one_line(thing.caption)
    return outline + letter([Paragraph(caption)] if caption else [], thing.box.inset(8), how)


def _outline(shape: Shape) -> str:
    fill, border = colours.paint(shape.fill), colours.paint(shape.border)
    if fill == border == "none":
        return ""
    style: dict[str, Value] = {"fill": fill}
    if border != "none":
        style |= {"stroke": border, "stroke_width": shape.border_width}
    if border != "none" and shape.dashed:
        style |= {"stroke_dasharray": "8 6"}
    return _drawn(shape.kind, shape.box, style)


def _drawn(kind: str, box: Box, style: dict[str, Value]) -> str:
    if kind in _ROUND:
        middle = box.centre
        return element(
            "ellipse", cx=middle.x, cy=middle.y, rx=box.width / 2, ry=box.height / 2, **style
        )
    if kind == "cloud":
        return _cloud(box, style)
    if kind in _CUTS:
        corners = ((box.x + x * box.width, box.y + y * box.height) for x, y in _CUTS[kind])
        return polygon(corners, **style)
    rounded = 0.12 * min(box.width, box.height) if kind == "round_rectangle" else 0.0
    return rect(box, rx=rounded, **style)


def _cloud(box: Box, style: dict[str, Value]) -> str:
    """Return lobes drawn over their own outlines, so that only the outermost line is left."""
    plain = {"fill": style["fill"]}
    passes = (style, plain) if "stroke" in style else (plain,)
    return "".join(
        element(
            "ellipse",
            cx=box.x + x * box.width,
            cy=box.y + y * box.height,
            rx=rx * box.width,
            ry=ry * box.height,
            **how,
        )
        for how in passes
        for (x, y), rx, ry in _CLOUD
    )


def _bold_label(shape: Shape) -> Paragraph | None:
    found = paragraphs(shape.content)
    return found[0] if found and found[0].bold else None


def _text(shape: Shape, scale: float, *, large: bool) -> str:
    found = paragraphs(shape.content)
    if not found:
        return ""
    room = _room(shape)
    ink = colours.paint(shape.ink, colours.DARK_INK)
    how = Lettering(max(1.0, shape.font_size), ink, shape.align, shape.valign, scale)
    if not large:
        return letter(found, room, how)
    size = _ENLARGED / scale
    label = Lettering(size, ink, shape.align, shape.valign, scale)
    taken = text_height(1, size)
    under = Box(room.x, room.y + taken, room.width, room.height - taken)
    fits = text_height(block_lines(found[1:], under.width, how.size), how.size) <= under.height
    return letter(found[:1], room, label) + (letter(found[1:], under, how) if fits else "")


def _room(shape: Shape) -> Box:
    if shape.kind in _ROUND:
        return shape.box
    return shape.box.inset(min(shape.padding, shape.box.width / 4, shape.box.height / 4))


def _enlargeable(shape: Shape, scale: float, notes: Sequence[Box]) -> bool:
    """Tell whether a bold label can stand large enough to read in a small picture."""
    label, room, size = _bold_label(shape), _room(shape), _ENLARGED / scale
    if label is None or size > _ENLARGED_TIMES * max(1.0, shape.font_size):
        return False
    width = text_width(label.text, size, bold=True)
    if width > room.width:
        return False
    letters = Box(room.x, room.y, width, text_height(1, size) - size / 4)
    return not any(letters.overlaps(note) for note in notes)
