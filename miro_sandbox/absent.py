"""What Miro documents and the sandbox does not emulate; it says so by name, with 501."""

from __future__ import annotations

import re
from pathlib import Path

_LIST = Path(__file__).with_name("absent.txt")
_PARAMETER = re.compile(r"<[^>]+>")


def absent() -> list[tuple[str, str, str]]:
    """Give Miro's name, method and path of every operation that is not emulated."""
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    return [(name, method, path) for name, method, path in (line.split(" ") for line in lines)]


def absent_named(method: str, path: str) -> str | None:
    """Give the name of the operation a call means when it is one of these, else None."""
    for name, known, template in absent():
        if known == method and re.fullmatch(_PARAMETER.sub("[^/]+", template), path):
            return name
    return None
