"""Makes participants' text harmless in Markdown: it stays what they wrote, never markup."""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_MARKS = re.compile(r"([\\`*_{}\[\]|~$^])")
_LINE_START = re.compile(r"^(\s*)([#+\-=:!]|\d{1,9}[.)](?=\s|$))")
_ADDRESS = re.compile(
    r"(?i)\b(www)\.|(:)(?=//)|\b(mailto|xmpp|javascript|data|tel|file)(:)|(?<=\w)(@)"
)
_SPACES = re.compile(r"[ \t]+")


def plain(text: str) -> str:
    """Return a text on one line that Markdown shows as it is: no markup, no HTML, no links."""
    return _LINE_START.sub(_escaped_start, inline(text))


def inline(text: str) -> str:
    """Return the same for a place where no line begins: behind a label, in a cell or a title."""
    lines = (_line(line) for line in text.splitlines())
    return " / ".join(line for line in lines if line)


def _line(text: str) -> str:
    text = _SPACES.sub(" ", _UNSEEN.sub("", text)).strip()
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _MARKS.sub(r"\\\1", text)
    return _ADDRESS.sub(_without_address, text)


def _escaped_start(found: re.Match[str]) -> str:
    sign = found[2]
    return f"{found[1]}{sign[:-1]}\\{sign[-1]}"


def _without_address(found: re.Match[str]) -> str:
    """Wikis make links of bare addresses; an escaped sign keeps them text."""
    if found[1]:
        return f"{found[1]}\\."
    if found[2]:
        return "\\:"
    return f"{found[3]}\\:" if found[3] else "\\@"
