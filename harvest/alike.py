"""Finds the most alike of many names without comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from math import ceil

from rapidfuzz import fuzz, process

GRAM = 3
"""Characters of the pieces by which names are looked up."""

_SAME = 100
_NEARER = (97, 94, 90)  # tried first: the more alike a name must be, the fewer can be


class Alike:
    """Names, of which one may be asked that is alike enough; the first of equals is taken.

    Alike is the ratio of characters that two names have in common in one order, in percent. So few
    changes are allowed that some of a name's pieces always stay whole: only names that share one of
    its rarest pieces are compared.
    """

    def __init__(self, names: Sequence[str], similarity: int) -> None:
        self._similarity = similarity
        self._places: dict[str, int] = {}
        self._asked: dict[str, int | None] = {}
        for place, name in enumerate(names):
            if name:
                self._places.setdefault(name, place)

    def find(self, name: str) -> int | None:
        """Return the place of the name that is the same, else of the most alike one."""
        if name in self._places or self._similarity == _SAME:
            return self._places.get(name)
        if name not in self._asked:
            self._asked[name] = self._most_alike(name)
        return self._asked[name]

    def _most_alike(self, name: str) -> int | None:
        rarest = self._rarest(name)
        for similarity in (
            *(near for near in _NEARER if near > self._similarity),
            self._similarity,
        ):
            near = self._holding(rarest, _most_broken(len(name), similarity))
            best = process.extractOne(name, near, scorer=fuzz.ratio, score_cutoff=similarity)
            if best is not None:
                return self._places[best[0]]
        return None

    def candidates(self, name: str, similarity: int) -> Sequence[str]:
        """Return the names that can be so much alike, in their order, and few others."""
        return self._holding(self._rarest(name), _most_broken(len(name), similarity))

    def _rarest(self, name: str) -> Sequence[str]:
        """Return the pieces of a name, those that few names hold first."""
        holders = self._holders
        return sorted(set(_pieces(name)), key=lambda piece: (len(holders.get(piece, ())), piece))

    def _holding(self, pieces: Sequence[str], broken: int) -> Sequence[str]:
        """Return the names that hold one of the first pieces, where so many may be broken."""
        if len(pieces) <= broken:
            return self._names
        holders = self._holders
        found = {place for piece in pieces[: broken + 1] for place in holders.get(piece, ())}
        return [self._names[place] for place in sorted(found)]

    @cached_property
    def _names(self) -> Sequence[str]:
        return list(self._places)

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """Which names hold a piece."""
        holders: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(self._names):
            for piece in set(_pieces(name)):
                holders[piece].append(place)
        return holders


def _pieces(name: str) -> Iterator[str]:
    return (name[start : start + GRAM] for start in range(len(name) - GRAM + 1))


@lru_cache(maxsize=1024)
def _most_broken(length: int, similarity: int) -> int:
    """Return how many pieces of a name of this length alike names can lack at most.

    A character taken out breaks the pieces it is in; one put in breaks those it parts.
    """
    share = similarity / 100
    longest = int(length * (2 - share) / share) + 1
    return max(_broken(length, other, share) for other in range(longest + 1))


def _broken(length: int, other: int, share: float) -> int:
    common = ceil(share * (length + other) / 2 - 1e-9)
    if common > min(length, other):
        return 0
    return GRAM * (length - common) + (GRAM - 1) * (other - common)
