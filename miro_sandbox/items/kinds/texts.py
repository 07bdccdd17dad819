"""Texts: their width may be set, their height follows what they say."""

from __future__ import annotations

import html
import math
import re

from miro_sandbox.content import TEXT_TAGS
from miro_sandbox.errors import InvalidParametersError
from miro_sandbox.items.kinds.kind import Json, Kind, Size, Sizing
from miro_sandbox.items.kinds.shapes import FONTS
from miro_sandbox.validation import HEX, TEXT, enum, number_text

# Seen live: 14 px text was refused under a width of 24.
WIDTH_PER_FONT_SIZE = 1.7
# Rough averages for a sans-serif face; Miro decides a text's real size and does not document how.
_CHARACTER = 0.55
_LINE = 1.4
_WIDEST = 800.0

_BREAK = re.compile(r"<br/?>|</p>|</li>|\n")
_TAG = re.compile(r"<[^>]*>")


def _created(data: Json, style: Json) -> tuple[Json, Json]:
    filled = "fillColor" in style
    return data, {
        "color": "#1a1a1a",
        "fillColor": "#ffffff",
        "fillOpacity": "1.0" if filled else "0.0",
        "fontFamily": "arial",
        "fontSize": "14",
        "textAlign": "center",
        **style,
    }


def _size(sizing: Sizing) -> Size:
    font = float(sizing.style["fontSize"])
    lines = _lines(sizing.data.get("content", ""))
    widest = max(len(line) for line in lines) * font * _CHARACTER
    before = sizing.before[0] if sizing.before else None
    width = sizing.sent.get("width", before)
    if width is None:
        width = min(_WIDEST, max(widest, font * WIDTH_PER_FONT_SIZE))
    if width < math.floor(font * WIDTH_PER_FONT_SIZE):
        raise InvalidParametersError.one(
            "geometry.width", f"Value must be at least {font * WIDTH_PER_FONT_SIZE:g}"
        )
    rows = sum(max(1, math.ceil(len(line) * font * _CHARACTER / width)) for line in lines)
    return width, rows * font * _LINE


def _lines(content: str) -> list[str]:
    plain = _TAG.sub("", _BREAK.sub("\n", content))
    return html.unescape(plain).rstrip("\n").split("\n") or [""]


TEXT_ITEM = Kind(
    type="text",
    path="texts",
    noun="text-item",
    data={"content": TEXT.must()},
    data_required=True,
    style={
        "color": HEX,
        "fillColor": HEX,
        "fillOpacity": number_text(0, 1),
        "fontFamily": enum(*FONTS),
        "fontSize": number_text(1, 1000),
        "textAlign": enum("left", "right", "center"),
    },
    sides=("width", "rotation"),
    created=_created,
    size=_size,
    html={"content": TEXT_TAGS},
)
