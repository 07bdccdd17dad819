"""The three colour lists of Miro: names for stickies, names for tags, hex for everything else."""

from __future__ import annotations

import re

# Miro documents sixteen names for sticky notes; the hex values only serve the board page.
STICKY = {
    "gray": "#f5f6f8",
    "light_yellow": "#fff9b1",
    "yellow": "#f5d128",
    "orange": "#ff9d48",
    "light_green": "#d5f692",
    "green": "#c9df56",
    "dark_green": "#93d275",
    "cyan": "#67c6c0",
    "light_pink": "#ffcee0",
    "pink": "#ea94bb",
    "violet": "#be88c7",
    "red": "#f16c7f",
    "light_blue": "#a6ccf5",
    "blue": "#6cd8fa",
    "dark_blue": "#9ea9ff",
    "black": "#1a1a1a",
}

# Miro documents twelve names for tags; its live error text also lists dark_gray.
TAG = {
    "red": "#f24726",
    "light_green": "#cee741",
    "cyan": "#12cdd4",
    "yellow": "#fef445",
    "magenta": "#da0063",
    "green": "#8fd14f",
    "blue": "#2d9bf0",
    "gray": "#808080",
    "violet": "#652cb3",
    "dark_green": "#0ca789",
    "dark_blue": "#414bb2",
    "black": "#1a1a1a",
    "dark_gray": "#4d4d4d",
}

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")


def is_hex(value: str) -> bool:
    """Tell whether a text is a colour CSS reads as hex, with or without opacity."""
    return _HEX.fullmatch(value) is not None
