"""Colours of notes by Miro's names, near to how its boards look.

Miro publishes the names only; the values are ours. They stand apart from the preview, since a
legend needs them where nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NOTES: Mapping[str, str] = MappingProxyType(
    {
        "gray": "#eceef2",
        "light_yellow": "#fff6b3",
        "yellow": "#f7d44c",
        "orange": "#ffab5e",
        "light_green": "#d9f29b",
        "green": "#c3dd5a",
        "dark_green": "#8fd07a",
        "cyan": "#74cdc6",
        "light_pink": "#ffd0e1",
        "pink": "#ee9cc2",
        "violet": "#cfa6dc",
        "red": "#f58a94",
        "light_blue": "#b3d6f9",
        "blue": "#79d3f5",
        "dark_blue": "#a9b2ff",
        "black": "#26282e",
    }
)
