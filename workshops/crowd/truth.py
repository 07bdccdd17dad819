"""What a right harvest finds: what counts, where, with which words; what is set aside and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A thing that counts.

    `zones` are the zones it may be found in, one but for what lies on an edge; null is outside
    all. `texts` are what it may say, null where the text is kept out; without `texts` nothing is
    known of it. `votes` is null where dots lie so that nobody can tell.
    """

    zones: frozenset[str | None]
    texts: frozenset[str | None] | None
    source: str
    votes: int | None = None
    due: date | None = None
    assigned: bool = False


@dataclass(frozen=True, slots=True)
class Truth:
    """What became of everything: by planned key, and by name for what people made.

    What was deleted is in neither.
    """

    counted: Mapping[str, Counted]
    aside: Mapping[str, str]

    @property
    def read(self) -> int:
        """How many items the board holds."""
        return len(self.counted) + len(self.aside)

    @property
    def set_aside(self) -> Counter[str]:
        """How many are set aside, by reason."""
        return Counter(self.aside.values())
