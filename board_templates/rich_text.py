"""The text of an item as paragraphs to be measured or drawn: HTML stripped, the unseen left out."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

from board_templates.metrics import Paragraph

LONGEST = 6000
"""Characters of one item that are drawn; Miro's own limit, as far as it is known."""

_BREAKING = frozenset({"p", "br", "li", "ul", "ol", "div"})
_BOLD = frozenset({"strong", "b"})
_SILENT = frozenset({"script", "style"})
_JOINED = re.compile(
    "\u200d.|[\U0001f3fb-\U0001f3ff]|(?<=[\U0001f1e6-\U0001f1ff])[\U0001f1e6-\U0001f1ff]"
)
_PILED_MARKS = re.compile(r"([\u0300-\u036f]{2})[\u0300-\u036f]+")
_WORD = re.compile(r"[^ \n]+")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co"})


def clean(text: str) -> str:
    """Return a text without control, joining and direction characters; line breaks stay.

    An emoji made of several characters becomes its first one.
    """
    text = unicodedata.normalize("NFC", text[:LONGEST])
    text = _PILED_MARKS.sub(r"\1", _JOINED.sub("", text.replace("\t", " ")))
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in _INVISIBLE)


def one_line(text: str) -> str:
    """Return a cleaned text on a single line."""
    return " ".join(clean(text).split())


def paragraphs(content: str) -> list[Paragraph]:
    """Return the paragraphs of Miro's HTML or of plain text, with the words that are bold.

    Empty paragraphs are kept between others, not at the ends.
    """
    if not content:
        return []
    walk = _Walk()
    walk.feed(content[: 4 * LONGEST])
    walk.close()
    found = walk.finish()
    texts = [bool(p.text) for p in found]
    if not any(texts):
        return []
    return found[texts.index(True) : len(texts) - texts[::-1].index(True)]


class _Walk(HTMLParser):
    """Collects paragraphs; a word is bold when its first character is."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._done: list[Paragraph] = []
        self._runs: list[tuple[str, bool]] = []
        self._bold = 0
        self._silent = 0
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._bold += tag in _BOLD
        self._silent += tag in _SILENT
        if tag == "br" or (tag in _BREAKING and self._runs):
            self._break()
        if tag == "li":
            self._runs.append(("• ", False))

    def handle_endtag(self, tag: str) -> None:
        self._bold = max(0, self._bold - (tag in _BOLD))
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag in {"p", "li", "div"}:
            self._break()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        first, *others = clean(data).split("\n")
        self._runs.append((first, self._bold > 0))
        for line in others:
            self._break()
            self._runs.append((line, self._bold > 0))

    def finish(self) -> list[Paragraph]:
        """Return what was found."""
        if self._runs:
            self._break()
        return self._done

    def _break(self) -> None:
        text = "".join(part for part, _ in self._runs)
        weights = [bold for part, bold in self._runs for _ in part]
        starts = [found.start() for found in _WORD.finditer(text)]
        strong = frozenset(i for i, start in enumerate(starts) if weights[start])
        plain = " ".join(_WORD.findall(text))
        whole = bool(starts) and len(strong) == len(starts)
        self._done.append(Paragraph(plain, whole, frozenset() if whole else strong))
        self._runs = []
