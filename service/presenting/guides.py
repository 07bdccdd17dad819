"""Shows the guide of a method: its Markdown (CommonMark, without HTML and pictures) as safe HTML.

A method of one's own brings whatever its author wrote, so nothing of it reaches the page as markup
but what Markdown itself makes.
"""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

_TO_THE_WEB = ("http://", "https://")


class _Guide(MarkdownIt):
    """Markdown without HTML and pictures, whose links lead to the web only."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False})
        self.disable("image")

    def validateLink(self, url: str) -> bool:  # noqa: N802  # the library asks by this name
        """Tell whether an address may become a link; else its Markdown is shown as written."""
        return url.lower().startswith(_TO_THE_WEB)


_GUIDE = _Guide()


def guide_markup(text: str) -> Markup:
    """Return a guide as HTML to stand under the heading of a page.

    Its title is left out, as the page has its own; its headings begin at the second level and go
    down one level at a time.
    """
    tokens = _GUIDE.parse(text)
    if tokens and tokens[0].tag == "h1":
        del tokens[:3]  # opening, text, closing
    _settle_headings(tokens)
    page = _GUIDE.renderer.render(tokens, _GUIDE.options, {})
    return Markup(page)  # noqa: S704  # every text in it was escaped by the renderer


def _settle_headings(tokens: Iterable[Token]) -> None:
    level = 1
    for token in tokens:
        if token.type == "heading_open":
            level = max(2, min(int(token.tag[1:]), level + 1))
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{level}"
