"""What a drawn board consists of, free of plan and of Miro: boxes, texts and colours.

Places are absolute and in board pixels. Texts are Miro's HTML or plain text, from anybody; the
drawer strips, wraps and escapes them. Later things lie on top of earlier ones.
"""

from __future__ import annotations

from dataclasses import dataclass

from board_templates.geometry import Box, Point


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame; its title is plain and stands above it."""

    key: str
    title: str
    box: Box
    fill: str = "#ffffff"


@dataclass(frozen=True, slots=True)
class TagMark:
    """A tag on a note or a card; `colour` is one of Miro's tag colours."""

    title: str
    colour: str = "gray"


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with text, a dot, or a text item (`padding` 0, no fill, no border).

    `kind` is Miro's name of the shape; what is not known is drawn as a rectangle. Colours are
    hex, None for none.
    """

    box: Box
    content: str = ""
    kind: str = "rectangle"
    fill: str | None = None
    border: str | None = None
    border_width: float = 2.0
    dashed: bool = False
    ink: str = "#1a1a1a"
    font_size: float = 14
    align: str = "left"
    valign: str = "top"
    padding: float = 16.0


@dataclass(frozen=True, slots=True)
class Note:
    """A sticky note: `box` is Miro's, shadow strip included; `colour` one of its sixteen names.

    The text is shrunk until it fits, as Miro does.
    """

    box: Box
    content: str = ""
    colour: str = "light_yellow"
    align: str = "center"
    valign: str = "middle"
    tags: tuple[TagMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A card: a title, a line of details (who, when), and its colour."""

    box: Box
    title: str
    details: str = ""
    theme: str = "#2d9bf0"
    tags: tuple[TagMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A connector, drawn straight, with an arrow head at its end."""

    start: Point
    end: Point
    colour: str = "#6b7280"
    width: float = 2.0


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that has a place but nothing we can draw: a picture, a document, a drawing."""

    box: Box
    caption: str = ""


Thing = Shape | Note | Card | Unreadable


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole board: frames at the bottom, things in drawing order, lines on top."""

    title: str
    frames: tuple[Frame, ...] = ()
    things: tuple[Thing, ...] = ()
    lines: tuple[Line, ...] = ()


def line_between(start: Box, end: Box) -> Line:
    """Return the line between two boxes, from edge to edge on the way from middle to middle."""
    return Line(_edge(start, end.centre), _edge(end, start.centre))


def _edge(box: Box, towards: Point) -> Point:
    """Return where the way from the middle of a box to a point leaves the box."""
    dx, dy = towards.x - box.centre.x, towards.y - box.centre.y
    shares = [
        half / abs(delta)
        for half, delta in ((box.width / 2, dx), (box.height / 2, dy))
        if delta != 0
    ]
    share = min([1.0, *shares])
    return Point(box.centre.x + dx * share, box.centre.y + dy * share)
