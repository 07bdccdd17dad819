"""Colours of tags by Miro's names, near to how its boards look, and those of the board.

Miro publishes the names only; the values are ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

TAGS: Mapping[str, str] = MappingProxyType(
    {
        "red": "#c62f3b",
        "light_green": "#a5d64c",
        "cyan": "#27a3a3",
        "yellow": "#f2c71b",
        "magenta": "#b8329f",
        "green": "#257a32",
        "blue": "#2f6fd6",
        "gray": "#6f7683",
        "violet": "#7a4bb8",
        "dark_green": "#1f5f3a",
        "dark_blue": "#23408f",
        "dark_gray": "#4a4f59",
        "black": "#26282e",
    }
)

BOARD = "#f0f1f4"
FRAME_BORDER = "#c6cad3"
FRAME_TITLE = "#4a505c"
DARK_INK = "#1a1a1a"
LIGHT_INK = "#ffffff"

_LINEAR_BELOW = 0.04045  # of sRGB
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")


def paint(colour: str | None, otherwise: str = "none") -> str:
    """Return a hex colour as it is, anything else as `otherwise`: content never reaches styles."""
    return colour if colour is not None and _HEX.fullmatch(colour) else otherwise


def ink_on(fill: str) -> str:
    """Return dark or light ink, whichever reads better on a hex colour."""
    return max((DARK_INK, LIGHT_INK), key=lambda ink: contrast(ink, fill))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.1, contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return (
        channel / 12.92 if channel <= _LINEAR_BELOW else float(((channel + 0.055) / 1.055) ** 2.4)
    )
