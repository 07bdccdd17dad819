"""How wide and how high texts stand on a board. All sizes are board pixels.

Kerning is left out: a drawn line is at most a hair wider than what is said here, and mostly
narrower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from board_templates.typeface import ems

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

_BREAK_WITHIN = re.compile(r"(?<=[^\W\d]{2}[-–/])(?=[^\W\d])")
_SPACES = re.compile(r"[ \t]+")


class Paragraph(NamedTuple):
    """A paragraph of text, bold as a whole or in some of its words (counted from 0)."""

    text: str
    bold: bool = False
    bold_words: frozenset[int] = frozenset()


class Stretch(NamedTuple):
    """A part of a line in one weight, the space before it included."""

    text: str
    bold: bool


Line = tuple[Stretch, ...]


class _Piece(NamedTuple):
    """What is not broken at a line's end: its text, its width in ems, the space before it."""

    text: str
    width: float
    glue: str
    bold: bool


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text on one line; a missing glyph counts as one em."""
    return size * ems(text, bold=bold)


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the lines of a text in a given width; a word too long for a line is broken."""
    return ["".join(s.text for s in line) for line in lines_of(Paragraph(text, bold), width, size)]


def lines_of(paragraph: Paragraph, width: float, size: float) -> list[Line]:
    """Return the lines of a paragraph with the weight of each part."""
    return [_merged(line) for line in _broken(paragraph, width / size)]


def text_height(lines: Sequence[object] | int, size: float) -> float:
    """Return the height of lines, or of that many lines."""
    return (lines if isinstance(lines, int) else len(lines)) * size * LINE_HEIGHT


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of the longest piece of a text that is not broken at a line's end."""
    return size * _longest(_parts(Paragraph(text, bold)))


def fits(text: str, width: float, height: float, size: float, *, bold: bool = False) -> bool:
    """Tell whether a text fits a box without breaking a word."""
    if longest_word(text, size, bold=bold) > width:
        return False
    return text_height(wrap(text, width, size, bold=bold), size) <= height


def block_height(paragraphs: Iterable[Paragraph], width: float, size: float) -> float:
    """Return the height a shape of this outer width needs for its paragraphs, padding included."""
    inner = width - 2 * PADDING
    lines = sum(len(_broken(paragraph, inner / size)) for paragraph in paragraphs)
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
    text: str, width: float, height: float, *, largest: int, smallest: int, whole_words: int = 0
) -> int:
    """Return the largest whole font size at which a text fits a box, words unbroken.

    From the size `whole_words` down words may be broken. When even the smallest overflows, the
    smallest is given.
    """
    parts = _parts(Paragraph(text))
    longest = _longest(parts)
    low, high = smallest, max(smallest, largest)
    while low < high:
        size = (low + high + 1) // 2
        lines = sum(len(_filled(pieces, width / size)) for pieces in parts)
        if text_height(lines, size) <= height and (size <= whole_words or longest * size <= width):
            low = size
        else:
            high = size - 1
    return low


def _parts(paragraph: Paragraph) -> list[list[_Piece]]:
    """Return the pieces of each part between line breaks; words are counted across parts."""
    parts: list[list[_Piece]] = []
    number = 0
    for part in paragraph.text.splitlines() or [""]:
        words = [word for word in _SPACES.split(part) if word]
        weights = [
            paragraph.bold or i in paragraph.bold_words for i in range(number, number + len(words))
        ]
        parts.append(
            [
                _Piece(piece, ems(piece, bold=bold), "" if i else " ", bold)
                for word, bold in zip(words, weights, strict=True)
                for i, piece in enumerate(_BREAK_WITHIN.split(word))
            ]
        )
        number += len(words)
    return parts


def _longest(parts: list[list[_Piece]]) -> float:
    return max((piece.width for pieces in parts for piece in pieces), default=0.0)


def _broken(paragraph: Paragraph, room: float) -> list[list[_Piece]]:
    return [line for pieces in _parts(paragraph) for line in _filled(pieces, room)]


def _filled(pieces: list[_Piece], room: float) -> list[list[_Piece]]:
    """Fill lines of a width in ems, greedily; an empty part is one empty line."""
    space = ems(" ")
    lines: list[list[_Piece]] = [[]]
    taken = 0.0
    for piece in (part for whole in pieces for part in _chopped(whole, room)):
        gap = space if lines[-1] and piece.glue else 0.0
        if lines[-1] and taken + gap + piece.width > room:
            lines.append([])
            gap, taken = 0.0, 0.0
        lines[-1].append(piece)
        taken += gap + piece.width
    return lines


def _chopped(piece: _Piece, room: float) -> Iterator[_Piece]:
    """Cut a piece that no line can hold; one character at least stands in each part."""
    if piece.width <= room:
        yield piece
        return
    part, taken, glue = "", 0.0, piece.glue
    for char in piece.text:
        width = ems(char, bold=piece.bold)
        if part and taken + width > room:
            yield _Piece(part, taken, glue, piece.bold)
            part, taken, glue = "", 0.0, ""
        part += char
        taken += width
    yield _Piece(part, taken, glue, piece.bold)


def _merged(line: list[_Piece]) -> Line:
    """Join neighbours of one weight; the first piece of a line has no space before it."""
    bare = [piece._replace(glue="") if i == 0 else piece for i, piece in enumerate(line)]
    return tuple(
        Stretch("".join(piece.glue + piece.text for piece in run), bold)
        for bold, run in groupby(bare, key=lambda piece: piece.bold)
    )
