"""How wide and how high texts stand in Noto Sans, the font of every board we make.

Widths come from the font file of the package `fontpkg-noto-sans`, never from the machine's own
fonts, so that a layout is the same everywhere. Kerning is left out: a drawn line is at most a
hair wider than what is said here, and mostly narrower. All sizes are board pixels.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import fontpkg_noto_sans  # type: ignore[import-untyped]  # the package has no types

NoteShape = Literal["square", "rectangle"]

LINE_HEIGHT = 1.4
"""Distance of baselines as a part of the font size; Noto Sans itself asks for 1.362."""

PADDING = 16.0
"""What a shape keeps free between its edge and its text, on each side."""

NOTE_SHARE = 0.84
"""The part of a note's side that its text may take."""

NOTE_FONT = 14
"""The font size at which the text of a seeded note must fit."""

NOTE_STEPS = (1.0, 1.5, 2.0, 3.0)
"""Widths a note may take, counted in note sizes of the board."""

RECTANGLE_OVER = 100
"""A note with more characters than this is a rectangle."""

RECTANGLE_RATIO = 199 / 350
"""Height by width of a rectangular note's paper, without its shadow (Miro's default sizes)."""

_BOLD_WEIGHT = 700.0
_MISSING_ADVANCE = 1.0
_BREAK_WITHIN = re.compile(r"(?<=[^\W\d]{2}[-–/])(?=[^\W\d])")
_SPACES = re.compile(r"[ \t]+")
_UNSEEN = frozenset("\n\r\t\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")


class Face(NamedTuple):
    """Advance widths of every character the font has, as parts of the font size."""

    regular: Mapping[str, float]
    bold: Mapping[str, float]


class Paragraph(NamedTuple):
    """A paragraph of a shape's text; all of it is bold or none of it."""

    text: str
    bold: bool = False


class _Piece(NamedTuple):
    """What is not broken: its text, its width in ems, the width of a space before it."""

    text: str
    width: float
    glue: str


def font_file() -> Path:
    """Return the variable font file that holds all weights."""
    return Path(fontpkg_noto_sans.ROOT) / "files" / "NotoSans[wdth,wght].ttf"


@cache
def face() -> Face:
    """Return the widths of all glyphs, read once from the font file in about 15 ms."""
    # Imported here since it is slow and not every command measures; the package has no types.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415
    from fontTools.varLib import models, varStore  # type: ignore[import-untyped]  # noqa: PLC0415

    with TTFont(font_file(), lazy=True) as font:
        names, metrics = font.getBestCmap(), font["hmtx"].metrics
        axes = {a.axisTag: (a.minValue, a.defaultValue, a.maxValue) for a in font["fvar"].axes}
        location = {
            tag: models.piecewiseLinearMap(value, font["avar"].segments[tag])
            for tag, value in models.normalizeLocation({"wght": _BOLD_WEIGHT}, axes).items()
        }
        variations = font["HVAR"].table
        growth = varStore.VarStoreInstancer(variations.VarStore, font["fvar"].axes, location)
        index = variations.AdvWidthMap.mapping
        em = font["head"].unitsPerEm
        return Face(
            {chr(code): metrics[name][0] / em for code, name in names.items()},
            {
                chr(code): (metrics[name][0] + growth[index[name]]) / em
                for code, name in names.items()
            },
        )


def is_unseen(char: str) -> bool:
    """Tell whether a character takes no place of its own: joiners, marks, control characters."""
    return char in _UNSEEN or unicodedata.category(char) in {"Mn", "Me", "Cc", "Cf"}


def missing_glyphs(text: str) -> list[str]:
    """Return the characters that Noto Sans lacks, each once, in the order they come."""
    known = face().regular
    return [c for c in dict.fromkeys(text) if c not in known and not is_unseen(c)]


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text on one line; a missing glyph counts as one em."""
    return size * _ems(text, bold=bold)


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the lines of a text in a given width; a word too long for a line is broken."""
    return [
        line
        for part in text.splitlines() or [""]
        for line in _filled(_pieces(part, bold=bold), width / size)
    ]


def text_height(lines: Sequence[str] | int, size: float) -> float:
    """Return the height of lines, or of that many lines."""
    return (lines if isinstance(lines, int) else len(lines)) * size * LINE_HEIGHT


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of the longest piece of a text that is not broken at a line's end."""
    parts = text.splitlines()
    return size * max((p.width for part in parts for p in _pieces(part, bold=bold)), default=0.0)


def fits(text: str, width: float, height: float, size: float, *, bold: bool = False) -> bool:
    """Tell whether a text fits a box without breaking a word."""
    if longest_word(text, size, bold=bold) > width:
        return False
    return text_height(wrap(text, width, size, bold=bold), size) <= height


def block_height(paragraphs: Iterable[Paragraph], width: float, size: float) -> float:
    """Return the height a shape of this outer width needs for its paragraphs, padding included."""
    lines = sum(len(wrap(p.text, width - 2 * PADDING, size, bold=p.bold)) for p in paragraphs)
    return text_height(lines, size) + 2 * PADDING if lines else 0.0


def label_height(label: str, prompt: str, width: float, size: float) -> float:
    """Return the height of a zone's own text in a shape of this outer width, padding included."""
    paragraphs = [Paragraph(label, bold=True), *([Paragraph(prompt)] if prompt else [])]
    return block_height(paragraphs, width, size)


def note_text_box(side: float, shape: NoteShape) -> tuple[float, float]:
    """Return width and height of what the text of a note may take; `side` is its width."""
    ratio = 1.0 if shape == "square" else RECTANGLE_RATIO
    return side * NOTE_SHARE, side * NOTE_SHARE * ratio


def note_side_for(text: str, base: float) -> tuple[float, NoteShape]:
    """Return width and shape of the smallest note that holds a text at 14 px.

    `base` is the note size of the board. The widest step is given even when the text
    overflows it; `note_holds` tells.
    """
    shape: NoteShape = "rectangle" if len(text) > RECTANGLE_OVER else "square"
    sides = [base * step for step in NOTE_STEPS]
    return next((side for side in sides if note_holds(text, side, shape)), sides[-1]), shape


def note_holds(text: str, side: float, shape: NoteShape) -> bool:
    """Tell whether a text fits a note at 14 px, its longest word included."""
    return fits(text, *note_text_box(side, shape), NOTE_FONT)


def fitted_size(
    text: str, width: float, height: float, *, largest: int, smallest: int
) -> tuple[int, list[str]]:
    """Return the largest whole font size at which a text fits a box, and its lines.

    When even the smallest overflows, the smallest is given with all its lines.
    """
    parts = [_pieces(part, bold=False) for part in text.splitlines() or [""]]
    longest = max((piece.width for pieces in parts for piece in pieces), default=0.0)
    low, high = smallest, max(smallest, largest)
    while low < high:
        size = (low + high + 1) // 2
        lines = sum(len(_filled(pieces, width / size)) for pieces in parts)
        if longest * size <= width and text_height(lines, size) <= height:
            low = size
        else:
            high = size - 1
    return low, [line for pieces in parts for line in _filled(pieces, width / low)]


def _ems(text: str, *, bold: bool) -> float:
    widths = face().bold if bold else face().regular
    return sum(
        widths[c] if c in widths else 0.0 if is_unseen(c) else _MISSING_ADVANCE for c in text
    )


def _pieces(line: str, *, bold: bool) -> list[_Piece]:
    return [
        _Piece(piece, _ems(piece, bold=bold), "" if i else " ")
        for word in _SPACES.split(line.strip(" \t"))
        if word
        for i, piece in enumerate(_BREAK_WITHIN.split(word))
    ]


def _filled(pieces: list[_Piece], room: float) -> list[str]:
    """Fill lines of a width in ems, greedily; an empty paragraph is one empty line."""
    space = face().regular[" "]
    lines: list[str] = []
    line, taken = "", 0.0
    for piece in (part for whole in pieces for part in _chopped(whole, room)):
        gap = space if line and piece.glue else 0.0
        if line and taken + gap + piece.width > room:
            lines.append(line)
            line, taken = piece.text, piece.width
        else:
            line += (piece.glue if line else "") + piece.text
            taken += gap + piece.width
    return [*lines, line]


def _chopped(piece: _Piece, room: float) -> Iterator[_Piece]:
    """Cut a piece that no line can hold; one character at least stands in each part."""
    if piece.width <= room:
        yield piece
        return
    part, taken, glue = "", 0.0, piece.glue
    weight = piece.width / _ems(piece.text, bold=False)
    for char in piece.text:
        width = _ems(char, bold=False) * weight
        if part and taken + width > room:
            yield _Piece(part, taken, glue)
            part, taken, glue = "", 0.0, ""
        part += char
        taken += width
    yield _Piece(part, taken, glue)
