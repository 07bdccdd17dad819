"""Texts of shapes as Miro's HTML, as people read them, and as they are measured."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby

from board_templates import metrics
from board_templates.metrics import Paragraph

Block = tuple[Paragraph, ...]

_MARK = "**"
_RUNS = re.compile(r"\*\*(.+?)\*\*")


def paragraphs(*texts: str, bold_first: bool = False) -> tuple[Paragraph, ...]:
    """Return the lines of texts as paragraphs; `**…**` within them is bold.

    With `bold_first` the whole of the first text is bold.
    """
    return tuple(
        _paragraph(line, bold=bold_first and i == 0)
        for i, text in enumerate(texts)
        for line in text.split("\n")
        if line
    )


def _paragraph(line: str, *, bold: bool) -> Paragraph:
    if bold or _MARK not in line:
        return Paragraph(line, bold)
    words: list[str] = []
    marked: set[int] = set()
    for number, part in enumerate(_RUNS.split(line)):
        for word in part.split():
            if number % 2:
                marked.add(len(words))
            words.append(word)
    return Paragraph(" ".join(words), bold_words=frozenset(marked))


def html(block: Iterable[Paragraph]) -> str:
    """Return the paragraphs as the HTML a shape takes."""
    return "".join(f"<p>{_inner(paragraph)}</p>" for paragraph in block)


def plain(block: Iterable[Paragraph]) -> str:
    """Return the paragraphs as people read them."""
    return "\n".join(paragraph.text for paragraph in block)


def height(block: Iterable[Paragraph], width: float, size: float) -> float:
    """Return the outer height a shape of this outer width needs."""
    return metrics.block_height(block, width, size)


def fitted(
    block: tuple[Paragraph, ...], width: float, room: float, sizes: tuple[int, int]
) -> tuple[int, float]:
    """Return the largest font size at which a text fits a room, and the height it then has.

    When even the smallest size needs more, that size is given with the height it needs.
    """
    largest, smallest = sizes
    for size in range(largest, smallest, -2):
        needed = height(block, width, size)
        if needed <= room and _unbroken(block, width, size):
            return size, needed
    return smallest, height(block, width, smallest)


def _unbroken(block: tuple[Paragraph, ...], width: float, size: float) -> bool:
    room = width - 2 * metrics.PADDING
    return all(metrics.longest_word(p.text, size, bold=p.bold) <= room for p in block)


def _inner(paragraph: Paragraph) -> str:
    if paragraph.bold:
        return f"<strong>{escape(paragraph.text, quote=False)}</strong>"
    if not paragraph.bold_words:
        return escape(paragraph.text, quote=False)
    words = enumerate(paragraph.text.split(" "))
    runs = groupby(words, key=lambda entry: entry[0] in paragraph.bold_words)
    return " ".join(_run([word for _, word in run], bold=bold) for bold, run in runs)


def _run(words: list[str], *, bold: bool) -> str:
    text = escape(" ".join(words), quote=False)
    return f"<strong>{text}</strong>" if bold else text
