"""Signs that nobody sees in a text, yet which change how it or what follows is shown."""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def without_unseen(text: str) -> str:
    """Return a text without control signs and signs that turn its direction; lines stay."""
    return _UNSEEN.sub("", text)
