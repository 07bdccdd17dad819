"""The names of those who take part in a rehearsal."""

from __future__ import annotations

NAMES = (
    "Mari", "Jaan", "Liis", "Peeter", "Kadri", "Andres", "Triin", "Margus", "Piret", "Toomas",
    "Kristel", "Urmas", "Helen", "Rein", "Anne", "Siim", "Eve", "Karl", "Riina", "Mart",
)  # fmt: skip
FACILITATOR = "F"


def person(who: str, facilitator: str) -> str:
    """Return the name of a person of the example: `P3` is the third of a list of names."""
    if who == FACILITATOR:
        return facilitator
    number = int(who.removeprefix("P")) if who.removeprefix("P").isdecimal() else 0
    return NAMES[number - 1] if 0 < number <= len(NAMES) else who
