"""Text in a box as SVG: wrapped, aligned, and grey lines where it would be too small to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from board_templates.geometry import Box
from board_templates.metrics import (
    LINE_HEIGHT,
    Line,
    Paragraph,
    Stretch,
    lines_of,
    text_height,
    text_width,
)
from board_templates.preview.markup import element, number, words
from board_templates.preview.symbols import symbol_for
from board_templates.typeface import face, is_unseen

READABLE = 4.0
"""Text smaller than this on screen is drawn as grey lines, in pixels."""

_BASELINE = 1.088  # half the spare height of a line, then Noto Sans's ascent of 1.069


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a text stands in its box; `scale` is screen pixels a board pixel."""

    size: float
    ink: str
    align: str = "left"
    valign: str = "top"
    scale: float = 1.0

    @property
    def readable(self) -> bool:
        """Tell whether anybody could read it on screen."""
        return self.size * self.scale >= READABLE


@dataclass(frozen=True, slots=True)
class _Placed:
    parts: Line
    x: float
    baseline: float
    width: float


def letter(paragraphs: Sequence[Paragraph], box: Box, how: Lettering) -> str:
    """Return paragraphs wrapped in the width of a box; what is too long runs out below."""
    lines = list(_placed(paragraphs, box, how))
    if not how.readable:
        return _greyed(lines, how)
    return "".join(_line(line, how) for line in lines)


def block_lines(paragraphs: Sequence[Paragraph], width: float, size: float) -> int:
    """Return how many lines paragraphs take in a width."""
    return sum(len(lines_of(paragraph, width, size)) for paragraph in paragraphs)


def _placed(paragraphs: Sequence[Paragraph], box: Box, how: Lettering) -> Iterator[_Placed]:
    width = max(box.width, how.size)
    lines = [line for paragraph in paragraphs for line in lines_of(paragraph, width, how.size)]
    spare = box.height - text_height(lines, how.size)
    top = box.y + {"middle": spare / 2, "bottom": spare}.get(how.valign, 0.0)
    for i, line in enumerate(lines):
        taken = sum(text_width(part.text, how.size, bold=part.bold) for part in line)
        left = box.x + (box.width - taken) * {"center": 0.5, "right": 1.0}.get(how.align, 0.0)
        baseline = top + (i * LINE_HEIGHT + _BASELINE) * how.size
        yield _Placed(line, left, baseline, taken)


def _line(line: _Placed, how: Lettering) -> str:
    """Return a line: what the font has as text, each other character as a shape of ours."""
    known = face().regular
    parts: list[str] = []
    x = line.x
    for stretch in line.parts:
        for plain, chars in groupby(stretch.text, lambda c: c in known or is_unseen(c)):
            text = "".join(chars)
            draw = _letters if plain else _symbols
            parts.append(draw(Stretch(text, stretch.bold), x, line.baseline, how))
            x += text_width(text, how.size, bold=stretch.bold)
    return "".join(parts)


def _letters(stretch: Stretch, x: float, baseline: float, how: Lettering) -> str:
    """Return a text that takes its width in any font, should Noto Sans not be at hand."""
    text = stretch.text.strip(" ")
    if not text:
        return ""
    lead = len(stretch.text) - len(stretch.text.lstrip(" "))
    held = len(text) > 1
    return element(
        "text",
        words(text),
        x=x + text_width(" " * lead, how.size, bold=stretch.bold),
        y=baseline,
        font_size=how.size,
        font_weight="700" if stretch.bold else None,
        fill=how.ink,
        textLength=text_width(text, how.size, bold=stretch.bold) if held else None,
        lengthAdjust="spacingAndGlyphs" if held else None,
    )


def _symbols(stretch: Stretch, x: float, baseline: float, how: Lettering) -> str:
    return "".join(
        _symbol(char, x + i * how.size, baseline, how) for i, char in enumerate(stretch.text)
    )


def _symbol(char: str, x: float, baseline: float, how: Lettering) -> str:
    symbol = symbol_for(char)
    scale = f"{how.size / 1000:.5f}".rstrip("0")
    paint = {"fill": how.ink} if symbol.filled else {"fill": "none", "stroke": how.ink}
    return element(
        "path",
        d=symbol.path,
        transform=f"translate({number(x)} {number(baseline)}) scale({scale})",
        stroke_width=None if symbol.filled else 90.0,
        stroke_linecap=None if symbol.filled else "round",
        stroke_linejoin=None if symbol.filled else "round",
        **paint,
    )


def _greyed(lines: Sequence[_Placed], how: Lettering) -> str:
    """Return one path that strokes every line where its small letters would stand."""
    path = "".join(
        f"M{number(line.x)} {number(line.baseline - 0.27 * how.size)}h{number(line.width)}"
        for line in lines
        if line.width
    )
    if not path:
        return ""
    return element(
        "path",
        d=path,
        stroke=how.ink,
        stroke_opacity=0.22,
        stroke_width=0.5 * how.size,
        fill="none",
    )
