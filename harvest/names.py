"""Names of people: kept, left out, or exchanged for pseudonyms, by the mode of a harvest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from harvest.content import folded
from harvest.named import with_other_names, without_names
from harvest.summary import Names

_PSEUDONYM = re.compile(r"P(\d+)")


@dataclass
class NameKeeper:
    """Applies one mode of names; hands out pseudonyms in the order people first appear.

    `known` maps names to the pseudonyms they already have in the programme.
    """

    mode: Names
    known: Mapping[str, str] = field(default_factory=dict)
    _given: dict[str, str] = field(default_factory=dict, init=False)
    _last: int = field(default=0, init=False)

    def __post_init__(self) -> None:  # noqa: D105  # takes over the pseudonyms already given
        for name, pseudonym in self.known.items():
            self._given[folded(name)] = pseudonym
            if found := _PSEUDONYM.fullmatch(pseudonym):
                self._last = max(self._last, int(found[1]))

    def person(self, value: object) -> str | bool | None:
        """Return a name as the mode shows it: itself, true, or a pseudonym; null stays null."""
        if not isinstance(value, str) or not value:
            return value if isinstance(value, bool) else None
        if self.mode == "none":
            return True
        if self.mode == "pseudonym":
            return ", ".join(self._pseudonym(name) for name in value.split(", "))
        return value

    def text(self, text: str) -> str:
        """Return a text with the people it names, by `@` or a label, as the mode shows them."""
        if self.mode == "none":
            return without_names(text)
        if self.mode == "pseudonym":
            return with_other_names(text, self._pseudonym)
        return text

    def author(self, person_id: str | None, names: Mapping[str, str]) -> str | None:
        """Return who wrote a note, only in the modes that tell it."""
        if person_id is None or self.mode not in {"full", "pseudonym"}:
            return None
        name = names.get(person_id)
        if self.mode == "full":
            return name
        return self._pseudonym(name or person_id)

    def _pseudonym(self, name: str) -> str:
        key = folded(name).rstrip(".")
        if key not in self._given:
            self._last += 1
            self._given[key] = f"P{self._last}"
        return self._given[key]


def hashed(person_id: str, salt: bytes) -> str:
    """Return a stand-in for an author's id that only tells authors of one harvest apart."""
    return hashlib.blake2b(person_id.encode(), key=salt[:64], digest_size=16).hexdigest()
