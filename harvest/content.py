"""Miro's HTML as people read it: plain text with a line for each paragraph."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

_BLOCKS: Final = frozenset(
    {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
)
_INLINE: Final = frozenset(
    {"a", "strong", "b", "em", "i", "u", "s", "span", "br", "del", "ins", "strike"}
)
# Only Miro's own subset is markup; anything else in angle brackets is what somebody typed.
_NO_MARKUP: Final = re.compile(
    rf"<(?!/?(?:{'|'.join(sorted(_BLOCKS | _INLINE))})(?:[\s/][^<>]*)?>)", re.IGNORECASE
)
# What the editor sends for typed text; read without a parser, for there may be thousands.
_PARAGRAPHS: Final = re.compile(r"(?:<p>[^<>&]*</p>)+")
_INVISIBLE: Final = str.maketrans("", "", "\u200b\u2060\ufeff\x00")
_SPACES: Final = re.compile(r"[^\S\n]+")
_GAPS: Final = re.compile(r"\n{3,}")


def plain_text(html: str) -> str:
    """Return the text of a note, a shape, a text or a card as people read it.

    Paragraphs, breaks, list items and blocks become lines; an empty paragraph stays one empty
    line. Bold words are not split, entities are decoded, a no-break space is a space. Text sent
    through the API comes back unwrapped, typed text with one `<p>` a line (both seen live).
    Never raises.
    """
    sound = html.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate can't be stored
    if "<" not in sound and "&" not in sound:
        return _tidy(sound)
    if _PARAGRAPHS.fullmatch(sound):
        return _tidy(sound.removeprefix("<p>").removesuffix("</p>").replace("</p><p>", "\n"))
    body = LexborHTMLParser(_NO_MARKUP.sub("&lt;", sound)).body
    return "" if body is None else _tidy("\n".join(_lines(body)))


def plain_title(title: str) -> str:
    """Return a title on one line; copiers have found `<p>` inside frame titles."""
    return " ".join(plain_text(title).split())


def folded(text: str) -> str:
    """Return what two texts share that differ only in spaces and case."""
    return "".join(unicodedata.normalize("NFC", text).casefold().split())


def _tidy(text: str) -> str:
    if text.isprintable():  # one line, with no other white space than spaces
        return " ".join(text.split())
    lines = _SPACES.sub(" ", "\n".join(text.translate(_INVISIBLE).splitlines()))
    trimmed = "\n".join(line.strip() for line in lines.split("\n"))
    return _GAPS.sub("\n\n", trimmed).strip()


class _Page:
    """The lines written so far, and the one being written, if any."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._open: str | None = None

    def words(self, text: str) -> None:
        if not text.strip():
            if self._open is not None:
                self._open += " "
            return
        first, *rest = text.splitlines() or [""]
        self._open = (self._open or "") + first
        for line in rest:
            self.end_line()
            self._open = line

    def begin_block(self) -> None:
        if self._open and self._open.strip():
            self.lines.append(self._open)
        self._open = ""

    def end_block(self) -> None:
        if self._open is not None:
            self.end_line()

    def end_line(self) -> None:
        self.lines.append(self._open or "")
        self._open = None


def _lines(body: LexborNode) -> list[str]:
    """Walk without recursion, so that no depth of nesting can break it."""
    page = _Page()
    waiting: list[LexborNode | None] = [*_children_last_first(body)]
    while waiting:
        node = waiting.pop()
        if node is None:
            page.end_block()
        elif node.tag == "-text":
            page.words(node.text_content or "")
        elif node.tag == "br":
            page.end_line()
        else:
            if node.tag in _BLOCKS:
                page.begin_block()
                waiting.append(None)
            waiting.extend(_children_last_first(node))
    page.end_block()
    return page.lines


def _children_last_first(node: LexborNode) -> list[LexborNode]:
    children = []
    child = node.last_child
    while child is not None:
        children.append(child)
        child = child.prev
    return children
