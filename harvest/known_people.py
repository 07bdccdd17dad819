"""People known by name: where texts speak of them, in full, by one name, inflected or by initials.

Known are the members of the board, the facilitator, whoever took something on, and, by initials
alone, whoever signed a position.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from harvest.content import folded
from harvest.inflected import ending_of, forms
from harvest.initials import ABBREVIATIONS

_WORD = re.compile(r"[^\W\d_](?:[\w'’-]|[\u0300-\u036f])*\.?")
_INITIAL = re.compile(r"[^\W\d_]\.")
_LEAST = 3
_CASE = r"(?:-[a-zõäöü]{1,4})?"
# Accounts and roles that go by words which every other text holds.
_NOBODYS: Final = frozenset(
    {"kõik", "meie", "mina", "keegi", "igaüks", "all", "everyone", "everybody", "we", "külaline"}
    | {"guest", "osaleja", "participant", "arutelujuht", "facilitator", "miro", "user", "kasutaja"}
    | {"admin", "team", "meeskond", "sandbox", "visitor", "rühm", "group"}
)
# Names that begin a sentence as other words do; only there they stay: a whole
# name, or one in the middle of a sentence, is always taken for the person's.
_EVERYDAY: Final = frozenset(
    {"hea", "hein", "ilves", "jõgi", "kala", "kallas", "karu", "kask", "kivi", "kotkas", "kuld"}
    | {"kurg", "kuusk", "laine", "lepp", "lill", "luik", "mai", "mall", "mets", "must"}
    | {"nurk", "oja", "org", "ots", "palm", "põld", "pärn", "raid", "rand", "raud", "rebane"}
    | {"saar", "sepp", "sild", "suur", "tamm", "tee", "uus", "vaher", "valge", "vesi", "õnne"}
    | {"may", "will", "mark", "grace", "hope", "rose", "bill", "rich", "young", "long", "king"}
) - {"mari"}
# „Tamme tänav“ is no person; letters may be written apart from their marks.
_PLACES = r"(?![ ](?:maakon|val[dl]|lin[nd]|k.{1,2}la|t.{1,2}nav|j.{1,2}rv|rand|saar|mets))"
_SENTENCE = r"(?:^|(?<=[\n.!?:•*–-])|(?<=[.!?:•*–-][ ]))"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by name, in words as written."""

    words: tuple[str, ...]

    @property
    def key(self) -> str:
        """What the same person goes by, however it is spelled."""
        return folded("".join(self.words)).rstrip(".")

    @property
    def initials(self) -> str | None:
        """The initials of somebody known by a first and a last name."""
        if len(self.words) == 1:
            return None
        return "".join(word[0] for word in self.words).upper()

    def ending_in(self, said: tuple[str, ...]) -> str | None:
        """Return with what ending words speak of this person, or null when they do not."""
        if len(said) == 1:
            found = (ending_of(said[0], word) for word in self.words)
            return next((ending for ending in found if ending is not None), None)
        if said[:-1] == self.words[:-1]:
            return ending_of(said[-1], self.words[-1])
        return None

    @property
    def in_full(self) -> str:
        """The pattern of all names together, of which the last one bends."""
        *first, last = self.words
        return "[ ]".join((*(re.escape(word) for word in first), forms(last)))

    def alone(self) -> Iterator[str]:
        """Yield the patterns of each name by itself."""
        for word in self.words:
            if len(word) >= _LEAST and not _INITIAL.fullmatch(word):
                yield _alone(word)

    def firsts(self) -> Iterator[str]:
        """Yield the letters that a name of theirs can begin with, also parted from its marks."""
        for word in self.words:
            yield from (word[0], unicodedata.normalize("NFD", word)[0])


@dataclass
class KnownPeople:
    """Learns who there is, and finds them in texts."""

    _people: dict[str, Person] = field(default_factory=dict, init=False)
    _by_letter: dict[str, dict[str, Person]] = field(default_factory=dict, init=False)
    _by_initials: dict[str, list[Person]] = field(default_factory=dict, init=False)
    _signed: set[str] = field(default_factory=set, init=False)
    _who: dict[str, tuple[str, str]] = field(default_factory=dict, init=False)
    _found: re.Pattern[str] | None = field(default=None, init=False)
    _stale: bool = field(default=False, init=False)

    def learn(self, names: Iterable[str]) -> None:
        """Learn names of people, in full or one alone; what can be nobody's name is passed over."""
        for name in names:
            words = tuple(_WORD.findall(unicodedata.normalize("NFC", name)))
            person = Person(words)
            if _is_a_name(words) and person.key not in self._people:
                self._people[person.key] = person
                for word in words:
                    self._by_letter.setdefault(word[0], {})[person.key] = person
                if person.initials:
                    self._by_initials.setdefault(person.initials, []).append(person)
                self._stale = True
                self._who.clear()

    def learn_initials(self, initials: Iterable[str]) -> None:
        """Learn with what people sign of whom nothing else is known."""
        self._signed |= set(initials)

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """What finds people in a text, each as the group `name`; null when nobody is known."""
        if self._stale:
            self._found, self._stale = _pattern(self._people.values()), False
        return self._found

    def signs(self, initials: str) -> bool:
        """Tell whether somebody known signs so."""
        return initials in self._signed or initials in self._by_initials

    def who(self, said: str) -> tuple[str, str]:
        """Return by what key somebody goes who is spoken of, and the ending of the case.

        Where a name or initials may be those of several, the key is of the words themselves.
        """
        if said not in self._who:
            self._who[said] = self._worked_out(said)
        return self._who[said]

    def _worked_out(self, said: str) -> tuple[str, str]:
        plain = unicodedata.normalize("NFC", said)
        words = tuple(_WORD.findall(plain))
        if not words:
            return folded(said).rstrip("."), ""
        signed = re.fullmatch(r"([^\W\d_]{2,4})(?:-([a-zõäöü]{1,4}))?", plain)
        if signed and (people := self._by_initials.get(signed[1])):
            key = people[0].key if len(people) == 1 else folded(signed[1])
            return key, signed[2] or ""
        return self._by_name(words, folded(plain).rstrip("."))

    def _by_name(self, words: tuple[str, ...], own: str) -> tuple[str, str]:
        if own in self._people and len(words) > 1:
            return own, ""
        found = {
            person.key: ending
            for person in self._by_letter.get(words[0][0], {}).values()
            if (ending := person.ending_in(words)) is not None
        }
        in_full = {key: end for key, end in found.items() if len(self._people[key].words) > 1}
        people = in_full or found
        return next(iter(people.items())) if len(people) == 1 else (own, "")


def _is_a_name(words: tuple[str, ...]) -> bool:
    """Tell whether words may be a name: capitals in front, and neither an account nor a role."""
    if not words or any(folded(word) in _NOBODYS for word in words):
        return False
    if len(words) == 1 and (len(words[0]) < _LEAST or re.fullmatch(r"[A-ZÄÖÕÜŠŽ.]{1,3}", words[0])):
        return False
    return all(word[0].isupper() for word in words)


def _alone(word: str) -> str:
    """Return the pattern of one name by itself; what else begins a sentence stays."""
    said = f"{forms(word)}(?!\\w){_PLACES}"
    return f"(?!{_SENTENCE}){said}" if word.casefold() in _EVERYDAY else said


def _pattern(people: Iterable[Person]) -> re.Pattern[str] | None:
    everyone = list(people)
    said = [one.in_full for one in everyone if len(one.words) > 1]
    said += sorted({form for one in everyone for form in one.alone()}, key=len, reverse=True)
    for initials in sorted({one.initials for one in everyone if one.initials}):
        said.append(
            rf"(?:^|(?<=\n)){initials}(?=\s?:)" if initials in ABBREVIATIONS else initials + _CASE
        )
    if not said:
        return None
    apart = (unicodedata.normalize("NFD", form) for form in said if not form.isascii())
    both = "|".join(dict.fromkeys((*said, *apart)))
    # Most words of a text begin as nobody's name does: there no name need be tried.
    firsts = "".join(sorted({first for one in everyone for first in one.firsts()}))
    return re.compile(rf"(?<![\w@])(?=[{firsts}])(?P<name>{both})(?:['’]s)?(?![\w])", re.MULTILINE)
