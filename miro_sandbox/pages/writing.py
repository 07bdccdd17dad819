"""An item's HTML as lines that fit a width, with bold kept a paragraph at a time."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

# A rough average of a sans-serif face; the page only has to look right.
CHARACTER = 0.54
LEADING = 1.3

_BREAK = re.compile(r"<br\s*/?>|</p\s*>|</li\s*>|\r?\n", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_BOLD = re.compile(r"\s*(?:<p\b[^<>]*>)?\s*<(?:strong|b)\b", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Line:
    """One line of text, bold or not."""

    text: str
    bold: bool = False


def paragraphs(content: str) -> list[Line]:
    """Give the plain lines of an HTML content, entities decoded, empty ones at the end dropped."""
    lines = [Line(plain(part), _BOLD.match(part) is not None) for part in _BREAK.split(content)]
    while lines and not lines[-1].text:
        lines.pop()
    return lines


def plain(part: str) -> str:
    """Give HTML without its tags, entities decoded, without characters no page can show."""
    text = html.unescape(_TAG.sub("", part)).replace("\u00a0", " ")
    return printable(text)


def printable(text: str) -> str:
    """Give a text as it is, without characters no page can show and spaces around it."""
    return _UNPRINTABLE.sub("", text).strip()


def plain_lines(content: str) -> str:
    """Give an HTML content as plain text, a line for each paragraph."""
    return "\n".join(line.text for line in paragraphs(content))


def wrapped(lines: list[Line], width: float, font: float) -> list[Line]:
    """Give the lines broken so that each fits the width; words longer than it are cut."""
    room = max(1, int(width / (font * CHARACTER)))
    return [Line(piece, line.bold) for line in lines for piece in _pieces(line.text, room)]


def fitted(
    lines: list[Line], width: float, height: float, largest: float, smallest: float
) -> tuple[list[Line], float]:
    """Give the lines wrapped in the largest font that fits the box, as a sticky note does."""
    font = largest
    while True:
        broken = wrapped(lines, width, font)
        whole = not any(
            len(word) * font * CHARACTER > width for x in lines for word in x.text.split()
        )
        if font <= smallest or (whole and len(broken) * font * LEADING <= height):
            return broken, font
        font = max(smallest, font * 0.9)


def _pieces(text: str, room: int) -> list[str]:
    pieces, current = [], ""
    for word in text.split():
        if current and len(current) + 1 + len(word) > room:
            pieces.append(current)
            current = ""
        current = f"{current} {word}" if current else word
        while len(current) > room:
            pieces.append(current[:room])
            current = current[room:]
    return [*pieces, current]
