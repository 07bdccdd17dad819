"""How far a method of people's own has come: draft, tried, adopted, retired (methods, 4.5).

It stands in method.yaml on a line of its own, so that it travels with the folder. Methods of the
library have none.
"""

from __future__ import annotations

import re
from typing import Literal

Status = Literal["draft", "tried", "adopted", "retired"]
STATUSES: tuple[Status, ...] = ("draft", "tried", "adopted", "retired")

_LINE = re.compile(r"^(status:[ \t]*)([a-z]+)(?=[ \t]*(?:#.*)?\r?$)", re.MULTILINE)


def stated(text: str) -> Status | None:
    """Return what the text of a method.yaml says; None when it says nothing that is known."""
    found = _LINE.search(text)
    return next((status for status in STATUSES if found and found[2] == status), None)


def restated(text: str, status: Status) -> str:
    """Return the text with another status on the line that says it; all else stays as it is."""
    return _LINE.sub(lambda found: found[1] + status, text, count=1)


def after_use(status: Status | None, people: int) -> Status | None:
    """Return the status of a method that so many people have harvested.

    The first makes a draft tried, the second makes it adopted. What is retired stays so until
    somebody takes it out again, and what comes with the product has no status.
    """
    if status in {None, "retired", "adopted"} or people < 1:
        return status
    return "adopted" if people > 1 else "tried"
