"""The signs people type into a text: `#` title, `>` remark, `!` private, ✓ done, `+3` votes."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

TITLE: Final = "#"
REMARK: Final = ">"
PRIVATE: Final = "!"
# A check mark and its look-alikes; U+FE0F asks for the emoji look and says nothing.
_CHECK: Final = re.compile("[✓✔☑✅]\ufe0f?")
_ANY_SIGN: Final = re.compile(f"[{TITLE}{REMARK}{PRIVATE}✓✔☑✅●•⬤⚫+]")
_LEADING: Final = re.compile(f"(?:(?:[{TITLE}{REMARK}{PRIVATE}]|{_CHECK.pattern})\\s*)+")
_LEADING_IN_ZONE: Final = re.compile(f"(?:(?:{PRIVATE}|{_CHECK.pattern})\\s*)+")
_TRAILING_CHECKS: Final = re.compile(f"(?:\\s*{_CHECK.pattern})+$")
_COUNT: Final = re.compile(r"(?<![\w+(\[])\+(\d{1,3})$")
_PILE: Final = re.compile("(?:\\s*[●•⬤⚫]\ufe0f?)+$")
_DOT: Final = re.compile("[●•⬤⚫]")


class Marked(NamedTuple):
    """A text without its signs, and what the signs said. `mark` is the number of votes."""

    text: str
    title_note: bool = False
    remark: bool = False
    private: bool = False
    done: bool = False
    mark: int = 0


def read_marks(text: str, *, typed_in_zone: bool = False) -> Marked:
    """Return a text with the signs at its ends taken off.

    At the beginning stand `#`, `>`, `!` and ✓ in any order; at the end ✓ and votes: `+3`, or a
    dot for each. A number in brackets is no mark, and what is nothing but `+3` is a number.
    ✓ counts wherever it stands. A text that is nothing but signs stays as it is. What was typed
    into a zone is neither title nor remark: there `#` and `>` are letters like others.
    """
    if not _ANY_SIGN.search(text):  # most notes
        return Marked(text.strip() or text)
    leading = (_LEADING_IN_ZONE if typed_in_zone else _LEADING).match(text)
    signs = leading[0] if leading else ""
    words, mark = _without_votes(_TRAILING_CHECKS.sub("", text[len(signs) :]))
    words = _TRAILING_CHECKS.sub("", words).strip()
    return Marked(
        text=words or text,
        title_note=TITLE in signs,
        remark=REMARK in signs,
        private=PRIVATE in signs,
        done=_CHECK.search(text) is not None,
        mark=mark,
    )


def _without_votes(text: str) -> tuple[str, int]:
    text = text.rstrip()
    if found := _COUNT.search(text):
        votes = int(found[1])
    elif found := _PILE.search(text):
        votes = len(_DOT.findall(found[0]))
    else:
        return text, 0
    words = text[: found.start()].rstrip()
    return (words, votes) if words else (text, 0)
