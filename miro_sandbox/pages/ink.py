"""The strokes a board is drawn with: text in boxes, outlines, and values made safe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from miro_sandbox.colours import is_hex
from miro_sandbox.pages.outlines import ELLIPSES, POLYGONS, ROUNDED
from miro_sandbox.pages.writing import LEADING, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from miro_sandbox.geometry import Box


@dataclass(frozen=True)
class Type:
    """How a text is set: font size in dp, ink, and where it stands in its box."""

    font: float
    ink: str
    align: str
    vertical: str


def write(group: Element, box: Box, lines: Sequence[Line], look: Type) -> None:
    """Put lines into a box."""
    if not lines:
        return
    step = look.font * LEADING
    used = step * len(lines)
    spare = {"middle": (box.height - used) / 2, "bottom": box.height - used}
    y = box.top + max(0.0, spare.get(look.vertical, 0.0)) + look.font
    anchor, x = {
        "left": ("start", box.left),
        "right": ("end", box.left + box.width),
    }.get(look.align, ("middle", box.x))
    text = SubElement(
        group, "text", {"font-size": digits(look.font), "fill": look.ink, "text-anchor": anchor}
    )
    for line in lines:
        span = SubElement(text, "tspan", {"x": digits(x), "y": digits(y)})
        if line.bold:
            span.set("font-weight", "bold")
        span.text = line.text
        y += step


def outline(group: Element, shape: str, box: Box, look: dict[str, str]) -> None:
    """Draw a shape of this name."""
    if shape in ELLIPSES:
        rest = {"rx": digits(box.width / 2), "ry": digits(box.height / 2)}
        SubElement(group, "ellipse", {"cx": digits(box.x), "cy": digits(box.y), **rest, **look})
    elif shape in POLYGONS:
        points = " ".join(
            f"{digits(box.left + x * box.width)},{digits(box.top + y * box.height)}"
            for x, y in POLYGONS[shape]
        )
        SubElement(group, "polygon", {"points": points, **look})
    else:
        corner = (
            {"rx": digits(min(40.0, min(box.width, box.height) * 0.15))} if shape in ROUNDED else {}
        )
        rectangle(group, box, {**corner, **look})


def rectangle(group: Element, box: Box, look: dict[str, str]) -> None:
    """Draw a rectangle."""
    place = {
        "x": digits(box.left),
        "y": digits(box.top),
        "width": digits(box.width),
        "height": digits(box.height),
    }
    SubElement(group, "rect", {**place, **look})


def digits(value: float) -> str:
    """Give a number as SVG writes it, to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def number(value: object, default: float) -> float:
    """Give a number out of whatever a style holds."""
    try:
        return float(str(value))
    except ValueError:
        return default


def opacity(value: object) -> str:
    """Give an opacity between 0 and 1."""
    return digits(min(1.0, max(0.0, number(value, 1.0))))


def colour(value: object, default: str) -> str:
    """Give a hex colour, or the default for anything else."""
    return value if isinstance(value, str) and is_hex(value) else default
