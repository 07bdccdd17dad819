"""The HTML Miro keeps in an item's text; every other tag is stripped silently."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from miro_sandbox.config import Config

# Miro documents the tags kept by each field (reference page on item data).
NOTE_TAGS = frozenset({"p", "a", "strong", "b", "em", "i", "u", "s", "span", "br"})
TEXT_TAGS = NOTE_TAGS | {"ol", "ul", "li"}
TITLE_TAGS = frozenset({"p", "a", "br"})
DESCRIPTION_TAGS = frozenset({"p", "a", "strong", "b", "em", "i", "u", "ol", "ul", "li", "br"})
INLINE_TAGS = NOTE_TAGS - {"p"}

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*)"
    r"(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^'\"<>])*|[^<>]*)>",
    re.DOTALL,
)
_HIDDEN = re.compile(r"<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))""", re.IGNORECASE)
_SAFE_LINK = re.compile(r"(?:https?:|mailto:)", re.IGNORECASE)
_BARE_AMPERSAND = re.compile(r"&(?!#?\w{1,31};)")
_BARE_ANGLE = re.compile(r"<(?!/?[a-zA-Z])")


def kept_html(content: str, tags: frozenset[str]) -> str:
    """Give the content with only the allowed tags left; of attributes only the `href` of a link.

    What Miro does with other attributes is not confirmed, so none is relied upon. Applying it twice
    changes nothing.
    """
    if "<" not in content:
        return content
    before = None
    while before != content:
        before = content
        content = _TAG.sub(lambda match: _kept_tag(match, tags), _HIDDEN.sub("", content))
    return content


def stored_content(content: str, tags: frozenset[str], config: Config) -> str:
    """Give the content as the sandbox keeps it: filtered, then as the switches say."""
    kept = kept_html(content, tags)
    if config.bare_entities == "encode":
        kept = _BARE_ANGLE.sub("&lt;", _BARE_AMPERSAND.sub("&amp;", kept))
    if config.newline == "br":
        kept = kept.replace("\r\n", "\n").replace("\n", "<br>")
    if config.wrap_content and kept and not kept.startswith("<p"):
        kept = f"<p>{kept}</p>"
    return kept


def _kept_tag(match: re.Match[str], tags: frozenset[str]) -> str:
    name = (match["name"] or "").lower()
    if name not in tags:
        return ""
    if match["close"]:
        return f"</{name}>"
    link = _link(match["rest"]) if name == "a" else None
    if link is not None:
        return f'<a href="{link}">'
    slash = "/" if name == "br" and match["rest"].rstrip().endswith("/") else ""
    return f"<{name}{slash}>"


def _link(attributes: str) -> str | None:
    found = _HREF.search(attributes)
    if found is None:
        return None
    target = (found[1] or found[2] or found[3] or "").strip().replace('"', "%22")
    return target if _SAFE_LINK.match(target) else None
