"""A board as SVG, looking like Miro; built as a tree, so that hostile text stays text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from miro_sandbox.colours import STICKY, TAG
from miro_sandbox.geometry import Box, to_board
from miro_sandbox.pages.ink import Type, colour, digits, number, opacity, outline, rectangle, write
from miro_sandbox.pages.writing import (
    CHARACTER,
    Line,
    fitted,
    paragraphs,
    plain,
    plain_lines,
    wrapped,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from miro_sandbox.state.connectors import Connector
    from miro_sandbox.state.items import Item
    from miro_sandbox.state.tags import Tag

MARGIN = 120.0
# A shape wider and higher than this is background.
LARGE = 400.0
_DASHES = {"dashed": "10 6", "dotted": "2 4"}


@dataclass(frozen=True)
class Picture:
    """What is on a board: items with their places on the plane, connectors, and tags by item."""

    items: Sequence[Item]
    connectors: Sequence[Connector]
    tags: Mapping[int, Sequence[Tag]]


def placed(items: Sequence[Item]) -> list[Item]:
    """Give the items with every child moved from its frame's coordinates to the board's."""
    frames = {item.id: item for item in items if item.type == "frame"}
    return [_on_board(item, frames) for item in items]


def drawn(picture: Picture, name: str, shown: Sequence[Item]) -> Element:
    """Give the SVG of a board, the view laid over `shown`.

    Frames lie under everything else, items on each other in the order they were made.
    """
    view = _view([item.box for item in shown])
    svg = Element("svg", {"viewBox": view, "role": "img", "aria-label": plain(name)})
    _add_defs(svg)
    for item in sorted(picture.items, key=lambda i: (i.type != "frame", i.id)):
        group = SubElement(svg, "g", _handles(item))
        _DRAW.get(item.type if item.supported else "", _draw_other)(group, item)
        _draw_tags(group, item, picture.tags.get(item.id, ()))
    by_id = {item.id: item for item in picture.items}
    for connector in picture.connectors:
        _draw_connector(svg, connector, by_id)
    return svg


def _handles(item: Item) -> dict[str, str]:
    """Give a group's attributes: what the page's script needs to know of an item, and its turn.

    Frames, texts and large shapes stay where they are, as facilitators lock them in Miro.
    """
    box = item.box
    large = item.type == "shape" and min(box.width, box.height) > LARGE
    still = item.type in {"frame", "text"} or large or item.locked
    words = item.data.get("title" if item.type == "card" else "content")
    turn = " ".join(digits(value) for value in (item.rotation, item.x, item.y))
    known = {
        "class": item.type if item.type.isidentifier() else "item",
        "data-id": str(item.id),
        "data-x": digits(item.x),
        "data-y": digits(item.y),
        "data-still": "1" if still else None,
        "data-words": plain_lines(words) if isinstance(words, str) and item.supported else None,
        "data-turn": f"rotate({turn})" if item.rotation else None,
        "transform": f"rotate({turn})" if item.rotation else None,
    }
    return {name: value for name, value in known.items() if value is not None}


def _on_board(item: Item, frames: Mapping[int, Item]) -> Item:
    frame = frames.get(item.parent) if item.parent is not None else None
    if frame is None:
        return item
    x, y = to_board(frame.box, item.x, item.y)
    return replace(item, x=x, y=y)


def _view(boxes: Sequence[Box]) -> str:
    if not boxes:
        return "-800 -450 1600 900"
    extents = [(b, *b.extent()) for b in boxes]
    left = min(b.x - w / 2 for b, w, _ in extents) - MARGIN
    top = min(b.y - h / 2 for b, _, h in extents) - MARGIN
    right = max(b.x + w / 2 for b, w, _ in extents) + MARGIN
    bottom = max(b.y + h / 2 for b, _, h in extents) + MARGIN
    return f"{digits(left)} {digits(top)} {digits(right - left)} {digits(bottom - top)}"


def _add_defs(svg: Element) -> None:
    marker = SubElement(
        SubElement(svg, "defs"),
        "marker",
        {
            "id": "arrow",
            "viewBox": "0 0 10 10",
            "refX": "9",
            "refY": "5",
            "markerWidth": "8",
            "markerHeight": "8",
            "orient": "auto-start-reverse",
        },
    )
    SubElement(marker, "path", {"d": "M0 0L10 5L0 10z", "fill": "#1a1a1a"})


def _draw_frame(group: Element, item: Item) -> None:
    rectangle(
        group,
        item.box,
        {"fill": colour(item.style.get("fillColor"), "#ffffff"), "stroke": "#e1e0e7"},
    )
    title = SubElement(
        group,
        "text",
        {
            "x": digits(item.box.left),
            "y": digits(item.box.top - 12),
            "font-size": "28",
            "fill": "#656b81",
        },
    )
    title.text = plain(str(item.data.get("title", "")))


def _draw_sticky(group: Element, item: Item) -> None:
    fill = STICKY.get(str(item.style.get("fillColor")), STICKY["light_yellow"])
    rectangle(group, item.box, {"fill": fill, "class": "paper"})
    box = item.box
    inner = replace(box, width=box.width * 0.84, height=box.height * 0.84)
    size = min(box.width, box.height)
    lines, font = fitted(
        paragraphs(str(item.data.get("content", ""))),
        inner.width,
        inner.height,
        size * 0.26,
        size * 0.05,
    )
    ink = "#ffffff" if item.style.get("fillColor") == "black" else "#1a1a1a"
    write(group, inner, lines, Type(font, ink, item.style.get("textAlign", "center"), "middle"))


def _draw_shape(group: Element, item: Item) -> None:
    style, box = item.style, item.box
    look = {
        "fill": colour(style.get("fillColor"), "#ffffff"),
        "fill-opacity": opacity(style.get("fillOpacity")),
        "stroke": colour(style.get("borderColor"), "#1a1a1a"),
        "stroke-opacity": opacity(style.get("borderOpacity")),
        "stroke-width": digits(number(style.get("borderWidth"), 2.0)),
    }
    if style.get("borderStyle") in _DASHES:
        look["stroke-dasharray"] = _DASHES[style["borderStyle"]]
    outline(group, str(item.data.get("shape", "rectangle")), box, look)
    font = number(style.get("fontSize"), 14.0)
    inner = replace(box, width=max(font, box.width - 16), height=max(font, box.height - 12))
    lines = wrapped(paragraphs(str(item.data.get("content", ""))), inner.width, font)
    ink = colour(style.get("color"), "#1a1a1a")
    align, vertical = style.get("textAlign", "left"), style.get("textAlignVertical", "top")
    write(group, inner, lines, Type(font, ink, align, vertical))


def _draw_text(group: Element, item: Item) -> None:
    style, font = item.style, number(item.style.get("fontSize"), 14.0)
    look = {
        "fill": colour(style.get("fillColor"), "#ffffff"),
        "fill-opacity": opacity(style.get("fillOpacity")),
    }
    rectangle(group, item.box, look)
    lines = wrapped(paragraphs(str(item.data.get("content", ""))), item.box.width, font)
    ink = colour(style.get("color"), "#1a1a1a")
    write(group, item.box, lines, Type(font, ink, style.get("textAlign", "center"), "top"))


def _draw_card(group: Element, item: Item) -> None:
    box = item.box
    theme = colour(item.style.get("cardTheme") or item.style.get("fillColor"), "#2d9bf0")
    rectangle(group, box, {"fill": "#ffffff", "stroke": "#e1e0e7", "class": "paper", "rx": "6"})
    stripe = Box(box.left + 4, box.y, 8, box.height)
    rectangle(group, stripe, {"fill": theme})
    inner = Box(box.x + 6, box.y, max(14.0, box.width - 36), max(14.0, box.height - 12))
    lines = paragraphs(str(item.data.get("title", "")))
    lines = [replace(line, bold=True) for line in lines]
    lines += paragraphs(str(item.data.get("description", "")))
    due = plain(str(item.data.get("dueDate", "")))[:10]
    lines += [Line(due)] if due else []
    write(group, inner, wrapped(lines, inner.width, 14.0), Type(14.0, "#1a1a1a", "left", "middle"))


def _draw_other(group: Element, item: Item) -> None:
    look = {"fill": "#f5f5f7", "stroke": "#aeb2c0", "stroke-dasharray": "6 4"}
    rectangle(group, item.box, look)
    words = item.data.get("title") or item.data.get("url") or item.data.get("content") or item.type
    box = replace(item.box, width=max(14.0, item.box.width - 16))
    lines = wrapped(paragraphs(str(words)), box.width, 14.0)
    write(group, box, lines, Type(14.0, "#656b81", "center", "middle"))


def _draw_tags(group: Element, item: Item, tags: Sequence[Tag]) -> None:
    x, y = item.box.left + 8, item.box.top + item.box.height - 26
    for tag in tags:
        words = plain(tag.title)
        width = len(words) * 12 * CHARACTER + 16
        pill = Box(x + width / 2, y + 10, width, 20)
        rectangle(group, pill, {"fill": TAG.get(tag.colour, TAG["red"]), "rx": "4"})
        ink = "#1a1a1a" if tag.colour in {"yellow", "light_green", "cyan", "green"} else "#ffffff"
        write(group, pill, [Line(words)], Type(12.0, ink, "center", "middle"))
        x += width + 4


def _draw_connector(svg: Element, connector: Connector, by_id: Mapping[int, Item]) -> None:
    start = by_id.get(connector.start) if connector.start is not None else None
    end = by_id.get(connector.end) if connector.end is not None else None
    if start is None or end is None:
        return
    a = _joint(start.box, connector.start_at, end.box)
    b = _joint(end.box, connector.end_at, start.box)
    style = connector.style
    look = {
        "x1": digits(a[0]),
        "y1": digits(a[1]),
        "x2": digits(b[0]),
        "y2": digits(b[1]),
        "stroke": colour(style.get("strokeColor"), "#000000"),
        "stroke-width": digits(number(style.get("strokeWidth"), 1.0)),
    }
    if style.get("strokeStyle") in _DASHES:
        look["stroke-dasharray"] = _DASHES[style["strokeStyle"]]
    if style.get("endStrokeCap") != "none":
        look["marker-end"] = "url(#arrow)"
    if style.get("startStrokeCap") != "none":
        look["marker-start"] = "url(#arrow)"
    group = SubElement(svg, "g", {"class": "connector"})
    SubElement(group, "line", look)
    middle = Box((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, 200, 20)
    for caption in connector.captions:
        lines = paragraphs(str(caption.get("content", "")))
        write(
            group,
            middle,
            lines,
            Type(14.0, colour(style.get("color"), "#1a1a1a"), "center", "middle"),
        )


def _joint(box: Box, at: Mapping[str, object], other: Box) -> tuple[float, float]:
    """Give where a line meets a box: the stated share, else its edge."""
    position = at.get("position")
    if isinstance(position, dict):
        x, y = (number(str(position[axis]).rstrip("%"), 50.0) / 100 for axis in ("x", "y"))
        return box.left + box.width * x, box.top + box.height * y
    dx, dy = other.x - box.x, other.y - box.y
    reach = max(abs(dx) / (box.width / 2 or 1), abs(dy) / (box.height / 2 or 1))
    return (box.x + dx / reach, box.y + dy / reach) if reach > 1 else (box.x, box.y)


_DRAW: dict[str, Callable[[Element, Item], None]] = {
    "frame": _draw_frame,
    "sticky_note": _draw_sticky,
    "shape": _draw_shape,
    "text": _draw_text,
    "card": _draw_card,
    "app_card": _draw_card,
}
