"""What people typed into a shape that said something already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from rapidfuzz import fuzz

from harvest.content import folded
from harvest.placing.wordings import fits, masked, says_something

_OPEN_END: Final = "…"
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FEW: Final = 3
_LIKE: Final = 75.0
_JOINTS: Final = " :–"


def typed_into(text: str, planned: Iterable[str], *, roughly: bool = False) -> str:
    """Return a text without the planned lines in it, spaces and case ignored.

    A line that goes on where a planned one ended loses that beginning, unless the planned line
    ends with "…": then it is a sentence people finished, and stays whole.

    Args:
        text: What the shape says now.
        planned: The lines it said to begin with, in whatever languages.
        roughly: The plan was read from a footer: "…" inside a planned line stands for words that
            only the board knows.
    """
    ours = {folded(line): line for line in planned if line.strip()}
    lines = text.splitlines()
    if roughly:
        patterns = [masked(line) for line in ours.values() if _OPEN_END in line]
        lines = [line for line in lines if not _says_the_same(line, patterns)]
    present = {folded(line) for line in lines}
    gone = [line for words, line in ours.items() if words not in present]
    kept = (_without_start(line, gone) for line in lines if folded(line) not in ours)
    return "\n".join(kept).strip()


def typed_among(text: str, planned: Iterable[str], unknown: int) -> str:
    """Return what was added to a text the plan knows only roughly, as one read from a footer.

    Ours are lines like a planned one but for numbers and unknown words, lines of a word or two (a
    time, a break), and as many others as the plan has lines that are unknown altogether.

    Args:
        text: What the shape says now.
        planned: The lines of the plan, in whatever languages.
        unknown: How many lines the plan only knows to be there.
    """
    patterns = {masked(line) for line in planned}
    known = [pattern for pattern in patterns if says_something(pattern)]
    strange = [line for line in text.splitlines() if not _is_ours(line, known)]
    return without_first("\n".join(strange), unknown)


def without_first(text: str, count: int) -> str:
    """Return a text without its first lines."""
    return "\n".join(text.splitlines()[count:]).strip()


def _is_ours(line: str, patterns: Sequence[str]) -> bool:
    if len(_WORD.findall(line)) < _FEW:
        return True
    words = masked(line)
    return any(fits(words, known) or fuzz.ratio(words, known) >= _LIKE for known in patterns)


def _says_the_same(line: str, patterns: Sequence[str]) -> bool:
    """Tell whether a line is a planned one with words where that has "…"; not a finished one."""
    words = masked(line)
    return any(not known.endswith(_OPEN_END) and fits(words, known) for known in patterns)


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
