"""Makes participants' text harmless in Markdown: it stays what they wrote, never markup.

Signs are escaped only where Markdown would act on them, so that the file reads well as it is.
"""

from __future__ import annotations

import re

from harvest.reports.unseen import without_unseen

_MARKS = re.compile(
    r"[\\`\[\]|{}]"  # these are part of some markup wherever they stand
    r"|(?<![^\W_])_|_(?![^\W_])"  # within a word it marks nothing
    r"|(?<=\S)\*|\*(?=\S)"
)
_TAG_OR_ENTITY = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
_PAIRED = "~$^"
_LINE_START = re.compile(
    r"^(?:()([#>=]|[-+*](?=[\s\-*]|$)|:(?=[\s:])|!!!)|(\d{1,9})([.)])(?=\s|$))"
)
_ADDRESS = re.compile(r"(?i)\b(www)(\.)|()(:)(?=//)")
_SPACES = re.compile(r"[ \t]+")


def plain(text: str) -> str:
    """Return a text on one line that Markdown shows as it is: no markup, no HTML, no links."""
    return _LINE_START.sub(_escaped_second, inline(text))


def inline(text: str) -> str:
    """Return the same for a place where no line begins: behind a label, in a cell or a title."""
    lines = (_line(line) for line in text.splitlines())
    return " / ".join(line for line in lines if line)


def _line(text: str) -> str:
    text = _SPACES.sub(" ", without_unseen(text)).strip()
    text = _MARKS.sub(r"\\\g<0>", text)
    for sign in _PAIRED:
        if text.count(sign) > 1:
            text = text.replace(sign, f"\\{sign}")
    text = _TAG_OR_ENTITY.sub(lambda found: _ENTITIES[found[0]], text)
    return _ADDRESS.sub(_escaped_second, text)  # wikis make links of bare addresses


def _escaped_second(found: re.Match[str]) -> str:
    before, sign = (group for group in found.groups() if group is not None)
    return f"{before}\\{sign}"
