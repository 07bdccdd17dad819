"""What people typed into a shape that said something already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from harvest.content import folded

_OPEN_END: Final = "…"
_JOINTS: Final = " :–"


def typed_into(text: str, planned: Iterable[str]) -> str:
    """Return a text without the planned lines in it, spaces and case ignored.

    A line that goes on where a planned one ended loses that beginning, unless the planned line
    ends with "…": then it is a sentence people finished, and stays whole.

    Args:
        text: What the shape says now.
        planned: The lines it said to begin with, in whatever languages.
    """
    ours = {folded(line): line for line in planned if line.strip()}
    lines = text.splitlines()
    present = {folded(line) for line in lines}
    gone = [line for words, line in ours.items() if words not in present]
    kept = (_without_start(line, gone) for line in lines if folded(line) not in ours)
    return "\n".join(kept).strip()


def planned_lines_of(text: str, planned: Iterable[str]) -> tuple[str, ...]:
    """Return the lines of a text that are planned ones: what stays when the rest is cut."""
    ours = {folded(line) for line in planned}
    return tuple(line for line in text.splitlines() if line and folded(line) in ours)


def _without_start(line: str, starts: Sequence[str]) -> str:
    for start in starts:
        rest = line[len(start) :]
        joined = rest[:1].isalnum() or start.endswith(_OPEN_END)
        if line.startswith(start) and not joined:
            return rest.lstrip(_JOINTS)
    return line
