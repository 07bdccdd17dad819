"""Where a sentence ends: once."""

from __future__ import annotations

import re
from typing import Final

_SECOND: Final = re.compile(r"(?<=[.!?…])([“”])\.(?=\s|\Z)")


def one_stop(text: str) -> str:
    """Return a text without the full stops that follow a quotation with a stop of its own.

    The stop inside the quotation marks is its author's and stays, in Estonian and in English.
    """
    return _SECOND.sub(r"\1", text)
