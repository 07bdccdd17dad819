"""Names of workshops and boards: random ids, the mark in a description, what fits Miro's limits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshops.ports import Chance

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # nothing that is mistaken for something else
NAME_LIMIT = 60  # Miro's own (boards, create)
DESCRIPTION_LIMIT = 300  # Miro's own (boards, create)
MARK = re.compile(r"· (kl-[a-z0-9]{8})\s*$")


def new_id(prefix: str, chance: Chance) -> str:
    """Return a random id such as `w-k3m9x2qa7p`; 32 letters, so 50 bits."""
    return f"{prefix}-{_letters(10, chance)}"


def new_mark(chance: Chance) -> str:
    """Return a random mark such as `kl-k3m9x2qa`."""
    return f"kl-{_letters(8, chance)}"


def mark_of(description: str | None) -> str | None:
    """Return the mark a board's description ends with, if any."""
    found = MARK.search(description or "")
    return found.group(1) if found else None


def shortened(text: str, limit: int) -> str:
    """Return a text of at most `limit` characters; a cut one ends with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def board_name(title: str) -> str:
    """Return a board's name for a title."""
    return shortened(title, NAME_LIMIT) or "Koosloome"


def board_description(text: str, mark: str) -> str:
    """Return a board's description that ends with the mark, whatever had to be cut."""
    ending = f" · {mark}"
    return shortened(text, DESCRIPTION_LIMIT - len(ending)) + ending


def _letters(count: int, chance: Chance) -> str:
    return "".join(LETTERS[byte % len(LETTERS)] for byte in chance(count))
