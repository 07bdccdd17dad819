"""Shapes of our own for symbols that Noto Sans lacks, drawn in a square of one em.

Coordinates are thousandths of an em; x grows right, y grows down, the baseline is at 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Symbol(NamedTuple):
    """A path: filled, or a line 90 wide."""

    path: str
    filled: bool = False


_DISC = "M180-350a320 320 0 1 0 640 0a320 320 0 1 0-640 0z"
_SQUARE = "M180-670h640v640h-640z"
_TICK = "M170-340L400-110L830-620"
_CROSS = "M220-630L780-70M780-630L220-70"
_STAR = "M500-740L600-470L890-460L660-280L742 0L500-165L258 0L340-280L110-460L400-470z"
_HEART = (
    "M500-20C200-220 120-360 120-490C120-620 220-700 320-700C400-700 460-660 500-590"
    "C540-660 600-700 680-700C780-700 880-620 880-490C880-360 800-220 500-20z"
)
_RIGHT = "M120-350H860M600-610L860-350L600-90"
_LEFT = "M880-350H140M400-610L140-350L400-90"
_UP = "M500 0V-690M260-450L500-690L740-450"
_DOWN = "M500-710V-20M260-260L500-20L740-260"

_KNOWN: Mapping[str, Symbol] = MappingProxyType(
    {
        "●": Symbol(_DISC, filled=True),
        "⬤": Symbol(_DISC, filled=True),
        "○": Symbol(_DISC),
        "■": Symbol(_SQUARE, filled=True),
        "□": Symbol(_SQUARE),
        "☐": Symbol(_SQUARE),
        "☑": Symbol(_SQUARE + "M320-350L460-210L690-500"),
        "✅": Symbol(_SQUARE + "M320-350L460-210L690-500"),
        "✓": Symbol(_TICK),
        "✔": Symbol(_TICK),
        "✗": Symbol(_CROSS),
        "✘": Symbol(_CROSS),
        "❌": Symbol(_CROSS),
        "★": Symbol(_STAR, filled=True),
        "⭐": Symbol(_STAR, filled=True),
        "☆": Symbol(_STAR),
        "♥": Symbol(_HEART, filled=True),
        "❤": Symbol(_HEART, filled=True),
        "▲": Symbol("M500-700L870-30H130z", filled=True),
        "△": Symbol("M500-700L870-30H130z"),
        "▼": Symbol("M500-30L870-670H130z", filled=True),
        "▽": Symbol("M500-30L870-670H130z"),
        "→": Symbol(_RIGHT),
        "➔": Symbol(_RIGHT),
        "➡": Symbol(_RIGHT),
        "←": Symbol(_LEFT),
        "⬅": Symbol(_LEFT),
        "↑": Symbol(_UP),
        "⬆": Symbol(_UP),
        "↓": Symbol(_DOWN),
        "⬇": Symbol(_DOWN),
        "↔": Symbol(_RIGHT + "M380-610L120-350L380-90"),
        "⇒": Symbol("M120-430H760M120-270H760M600-630L880-350L600-70"),
        "≥": Symbol("M220-640L780-410L220-180M220-40H780"),
        "≤": Symbol("M780-640L220-410L780-180M220-40H780"),
    }
)

_FACE = Symbol(
    "M120-350a380 380 0 1 0 760 0a380 380 0 1 0-760 0z"
    "M380-450v40M620-450v40M330-250C430-150 570-150 670-250"
)
_SOMETHING = Symbol(
    "M260-650h480a80 80 0 0 1 80 80v440a80 80 0 0 1-80 80h-480a80 80 0 0 1-80-80"
    "v-440a80 80 0 0 1 80-80z"
)


_OTHER_FACES = "☺☻☹"
_FACE_BLOCKS = (
    range(0x1F600, 0x1F645),
    range(0x1F910, 0x1F930),
    range(0x1F970, 0x1F97B),
)


def symbol_for(char: str) -> Symbol:
    """Return the drawn form of a character the font lacks; a neutral one if it has none."""
    return _KNOWN.get(char) or (_FACE if _is_face(char) else _SOMETHING)


def _is_face(char: str) -> bool:
    return char in _OTHER_FACES or any(ord(char) in block for block in _FACE_BLOCKS)
