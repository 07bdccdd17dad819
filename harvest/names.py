"""Names of people: kept, left out, or exchanged for pseudonyms, by the mode of a harvest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from harvest.content import folded
from harvest.initials import initials_in
from harvest.known_people import KnownPeople
from harvest.named import with_other_names, without_names
from harvest.summary import Names

_SOMEBODY = "…"
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
    _told: set[str] = field(default_factory=set, init=False)
    _people: KnownPeople = field(default_factory=KnownPeople, init=False)
    _signed: dict[str, str] = field(default_factory=dict, init=False)
    _unnamed: dict[str, str] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:  # noqa: D105  # takes over the pseudonyms already given
        for name, pseudonym in self.known.items():
            self._given[folded(name)] = pseudonym
            if found := _PSEUDONYM.fullmatch(pseudonym):
                self._last = max(self._last, int(found[1]))

    def person(self, value: object) -> str | bool | None:
        """Return a name as the mode shows it: itself, true, or a pseudonym; null stays null."""
        if not isinstance(value, str) or not value:
            return value if isinstance(value, bool) else None
        self._tell(value.split(", "))
        if self.mode == "none":
            return True
        if self.mode == "pseudonym":
            return ", ".join(self._pseudonym(name) for name in value.split(", "))
        return value

    @property
    def hides(self) -> bool:
        """Whether no name may be told."""
        return self.mode in {"none", "pseudonym"}

    def learn(self, names: Iterable[str]) -> None:
        """Learn who there is, so that texts can be kept from naming them."""
        if self.hides:
            self._people.learn(names)

    def signed(self, without_initials: Mapping[str, str], by: Iterable[str] = ()) -> None:
        """Learn what texts that carry initials say without them, and which initials those are."""
        self._signed = dict(without_initials)
        self._people.learn_initials(by)

    def unnamed(self, without_initials: Mapping[str, str]) -> None:
        """Learn of texts that carry no initials in any mode."""
        self._unnamed = dict(without_initials)

    def text(self, text: str) -> str:
        """Return a text as the mode shows it.

        Named are people by `@`, by a label, by initials they sign with, and wherever a word is the
        name of somebody who is known, inflected or not.
        """
        text = self._unnamed.get(text, text)
        if not self.hides:
            return text
        text = self._signed.get(text, text)
        if text and folded(text) in self._told:
            return "" if self.mode == "none" else self._pseudonym(text)
        text = self._without_signature(text)
        if self.mode == "none":
            return without_names(text, self._people.pattern)
        return with_other_names(text, self._bent, self._people.pattern)

    def _without_signature(self, text: str) -> str:
        found = initials_in(text)
        if found is None or not self._people.signs(found["who"]):
            return text
        if self.mode == "none":
            return (text[: found.start()] + text[found.end() :]).strip()
        start, end = found.span("who")
        return text[:start] + self._pseudonym(found["who"]) + text[end:]

    def listed(self, value: str) -> str:
        """Return a text of a signal; one that only lists people tells them as the mode does."""
        people = value.split(", ")
        if self.hides and all(folded(person) in self._told for person in people):
            return _SOMEBODY if self.mode == "none" else str(self.person(value))
        return self.text(value)

    def _tell(self, people: Iterable[str]) -> None:
        new = {name for name in people if name and folded(name) not in self._told}
        if new:
            self._told |= {folded(name) for name in new}
            self._people.learn(new)

    def author(self, person_id: str | None, names: Mapping[str, str]) -> str | None:
        """Return who wrote a note, only in the modes that tell it."""
        if person_id is None or self.mode not in {"full", "pseudonym"}:
            return None
        name = names.get(person_id)
        if self.mode == "full":
            return name
        return self._pseudonym(name or person_id)

    def _pseudonym(self, name: str) -> str:
        key, _ = self._people.who(name)
        own = folded(name).rstrip(".")
        if key not in self._given and own not in self._given:
            self._given[key] = self._of_one_name(name, key) or self._next()
        return self._given.setdefault(key, self._given.get(own, ""))

    def _of_one_name(self, name: str, key: str) -> str | None:
        """Return what somebody already goes by who was spoken of by one name before."""
        said = (word for word in name.split() if folded(word) in self._given)
        return next(
            (self._given[folded(one)] for one in said if self._people.who(one)[0] == key), None
        )

    def _next(self) -> str:
        self._last += 1
        return f"P{self._last}"

    def _bent(self, name: str) -> str:
        """Return a pseudonym in the case of the name it stands for."""
        _, ending = self._people.who(name)
        return f"{self._pseudonym(name)}-{ending}" if ending else self._pseudonym(name)


def hashed(person_id: str, salt: bytes) -> str:
    """Return a stand-in for an author's id that only tells authors of one harvest apart."""
    return hashlib.blake2b(person_id.encode(), key=salt[:64], digest_size=16).hexdigest()
