"""SVG elements as text; every value is escaped here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from board_templates.geometry import Box

Value = str | float | None


def number(value: float) -> str:
    """Return a coordinate with at most two decimals, the same on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def element(name: str, inner: str = "", /, **attributes: Value) -> str:
    """Return an element; `inner` is markup already, attributes of None are left out.

    Underscores in attribute names stand for hyphens.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_written(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def rect(box: Box, *, rx: float = 0, **attributes: Value) -> str:
    """Return a rectangle, its corners rounded by `rx`."""
    return element(
        "rect",
        x=box.x,
        y=box.y,
        width=max(0.0, box.width),
        height=max(0.0, box.height),
        rx=rx or None,
        **attributes,
    )


def polygon(points: Iterable[tuple[float, float]], **attributes: Value) -> str:
    """Return a closed outline."""
    written = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return element("polygon", points=written, **attributes)


def words(text: str) -> str:
    """Return a text as character data."""
    return escape(text, quote=False)


def _written(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)
