"""Notes that belong together: Miro groups, overlaps, title notes, closeness.

Everything is near-linear: notes are compared only with their neighbours on a grid, and of a pile
only its outermost notes are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import floor, hypot

from harvest.content import folded
from harvest.placed import PlacedNote

CLOSE = 0.2
"""Edges closer than this part of a note's side join two notes."""
TITLE_GAP = 1.0
"""A title covers the notes below it down to a gap of more than so many sides."""
CROWD = 5
"""From so many notes up closeness must not join over two thirds of a zone."""
_TOUCH = 1.0
_PILE = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A cluster: its title notes and its notes, both in reading order."""

    titles: tuple[PlacedNote, ...]
    notes: tuple[PlacedNote, ...]

    @property
    def name(self) -> str | None:
        """What its titles say; without any, what all of its notes say alike; else None."""
        said = " / ".join(title.text for title in self.titles if title.text)
        return said or (self._said_alike if not self.titles else None)

    @property
    def _said_alike(self) -> str | None:
        texts = {folded(note.text or "") for note in self.notes}
        return self.notes[0].text if len(texts) == 1 else None


@dataclass(frozen=True, slots=True)
class Clustering:
    """The clusters of one zone, and the notes that are in none."""

    clusters: tuple[Found, ...]
    ungrouped: tuple[PlacedNote, ...]


def find_clusters(
    notes: Sequence[PlacedNote],
    side: float,
    *,
    same_text: bool = False,
    laid: Collection[int] = frozenset(),
) -> Clustering:
    """Return the clusters among the notes of one zone; the order of the notes doesn't matter.

    A title note names its cluster and is not one of its notes. A note that is with no other is in
    no cluster, unless a title covers it.

    Args:
        notes: The notes of one zone.
        side: The side of an ordinary note in board pixels.
        same_text: Whether notes that say the same belong together wherever they lie.
        laid: Numbers of notes that lie where we laid them: two of those are not joined by it.
    """
    ordered = sorted(notes, key=_key)
    titles = _titles_over(ordered, side)
    groups = _Groups(ordered, titles)
    _join_bundles(ordered, groups)
    if same_text:
        _join_same_texts(ordered, groups)
    near = [pair for pair in _near(ordered, side) if not _both(ordered, pair, laid)]
    closeness_counts = not _merges_a_grid(ordered, near)
    for gap, one, other in near:
        if gap < 0 or closeness_counts:
            groups.join(one, other)
    return _clustering(ordered, groups)


def _both(notes: Sequence[PlacedNote], pair: tuple[float, int, int], laid: Collection[int]) -> bool:
    return notes[pair[1]].no in laid and notes[pair[2]].no in laid


def _key(note: PlacedNote) -> tuple[float, float, str]:
    return (note.box.y, note.box.x, note.id)


class _Groups:
    """Sets of notes that grow together; two under different titles never do by closeness."""

    def __init__(self, notes: Sequence[PlacedNote], title_of: dict[int, int]) -> None:
        self._parent = list(range(len(notes)))
        self._titles: list[frozenset[int]] = [
            frozenset({title_of.get(i, i)}) if note.title_note or i in title_of else frozenset()
            for i, note in enumerate(notes)
        ]
        for note, title in title_of.items():
            self.join(note, title)

    def root(self, one: int) -> int:
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def join(self, one: int, other: int, *, whatever: bool = False) -> None:
        a, b = sorted((self.root(one), self.root(other)))
        if a == b:
            return
        both = self._titles[a] | self._titles[b]
        if not whatever and self._titles[a] and self._titles[b] and len(both) > 1:
            return
        self._parent[b] = a
        self._titles[a] = both


def _clustering(notes: Sequence[PlacedNote], groups: _Groups) -> Clustering:
    sets: dict[int, list[PlacedNote]] = defaultdict(list)
    for index, note in enumerate(notes):
        sets[groups.root(index)].append(note)
    clusters: list[Found] = []
    alone: list[PlacedNote] = []
    for members in sets.values():
        members.sort(key=lambda note: note.no)
        titles = tuple(note for note in members if note.title_note)
        rest = tuple(note for note in members if not note.title_note)
        if len(rest) > 1 or (titles and rest):
            clusters.append(Found(titles, rest))
        else:
            alone.extend(members)
    clusters.sort(key=lambda cluster: cluster.notes[0].no)
    alone.sort(key=lambda note: note.no)
    return Clustering(tuple(clusters), tuple(alone))


def _join_bundles(notes: Sequence[PlacedNote], groups: _Groups) -> None:
    first: dict[str, int] = {}
    for index, note in enumerate(notes):
        if note.bundle is not None:
            groups.join(first.setdefault(note.bundle, index), index, whatever=True)


def _join_same_texts(notes: Sequence[PlacedNote], groups: _Groups) -> None:
    first: dict[str, int] = {}
    for index, note in enumerate(notes):
        if note.text and not note.title_note:
            groups.join(first.setdefault(folded(note.text), index), index)


def _titles_over(notes: Sequence[PlacedNote], side: float) -> dict[int, int]:
    """Return, for each covered note, the title just above it in its own width."""
    if not any(note.title_note for note in notes):
        return {}
    columns: dict[int, list[int]] = defaultdict(list)
    for index, note in enumerate(notes):
        columns[floor(note.box.centre.x / side)].append(index)
    best: dict[int, tuple[float, float, int]] = {}
    for index, note in enumerate(notes):
        if note.title_note:
            for covered in _covered(index, notes, columns, side):
                box = notes[covered].box
                away = (
                    box.y - note.box.y,
                    abs(box.centre.x - note.box.centre.x),
                    index,
                )
                best[covered] = min(best.get(covered, away), away)
    return {covered: title for covered, (_, _, title) in best.items()}


def _covered(
    title: int, notes: Sequence[PlacedNote], columns: dict[int, list[int]], side: float
) -> Iterator[int]:
    box = notes[title].box
    bottom = box.bottom
    for index in _below(title, notes, columns, side):
        note = notes[index]
        if not box.x <= note.box.centre.x <= box.right:
            continue
        if note.title_note or note.box.y - bottom > TITLE_GAP * side:
            return
        bottom = max(bottom, note.box.bottom)
        yield index


def _below(
    title: int, notes: Sequence[PlacedNote], columns: dict[int, list[int]], side: float
) -> Iterator[int]:
    """Yield what lies lower than a title in the columns of its width, from the top down.

    The notes are sorted from the top down, so an index tells what is lower.
    """
    box = notes[title].box
    nearby = [
        columns[column]
        for column in range(floor(box.x / side), floor(box.right / side) + 1)
        if column in columns
    ]
    places = [bisect_left(column, title + 1) for column in nearby]
    while True:
        heads = [
            (column[place], which)
            for which, (column, place) in enumerate(zip(nearby, places, strict=True))
            if place < len(column)
        ]
        if not heads:
            return
        index, which = min(heads)
        places[which] += 1
        yield index


def _near(notes: Sequence[PlacedNote], side: float) -> list[tuple[float, int, int]]:
    """Return the pairs that overlap (a negative gap) or are close, the closest first."""
    edges = [(n.box.x, n.box.y, n.box.right, n.box.bottom) for n in notes]
    close = CLOSE * side
    pairs: dict[tuple[int, int], float] = {}
    for crowd in _neighbourhoods(notes, side):
        for pair in combinations(sorted(crowd), 2):
            if pair not in pairs:
                pairs[pair] = _distance(edges[pair[0]], edges[pair[1]])
    return sorted((gap, *pair) for pair, gap in pairs.items() if gap < close)


_Edges = tuple[float, float, float, float]


def _distance(one: _Edges, other: _Edges) -> float:
    """Return the gap between two notes; how deep they overlap, as a negative number."""
    across = max(one[0], other[0]) - min(one[2], other[2])
    down = max(one[1], other[1]) - min(one[3], other[3])
    if across < -_TOUCH and down < -_TOUCH:
        return max(across, down)
    return hypot(max(across, 0.0), max(down, 0.0))


def _neighbourhoods(notes: Sequence[PlacedNote], side: float) -> Iterator[list[int]]:
    """Yield the notes of each cell of a grid that every pair of neighbours shares.

    Notes whose centres nearly coincide are a pile: they are yielded one after the other, and only
    the outermost of them take part in the grid.
    """
    piles: dict[tuple[int, int], list[int]] = defaultdict(list)
    step = min((min(note.box.width, note.box.height) for note in notes), default=side) / 2
    for index, note in enumerate(notes):
        centre = note.box.centre
        piles[(floor(centre.x / step), floor(centre.y / step))].append(index)
    reach = CLOSE * side / 2
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for pile in piles.values():
        if len(pile) > _PILE:
            yield from ([one, other] for one, other in pairwise(pile))
        for index in _outermost(pile, notes) if len(pile) > _PILE else pile:
            for cell in _cells(notes[index], side, reach):
                cells[cell].append(index)
    yield from cells.values()


def _outermost(pile: Sequence[int], notes: Sequence[PlacedNote]) -> Iterable[int]:
    by_edge = (
        min(pile, key=lambda i: (notes[i].box.x, i)),
        max(pile, key=lambda i: (notes[i].box.right, -i)),
        min(pile, key=lambda i: (notes[i].box.y, i)),
        max(pile, key=lambda i: (notes[i].box.bottom, -i)),
    )
    return sorted(set(by_edge))


def _cells(note: PlacedNote, side: float, reach: float) -> Iterator[tuple[int, int]]:
    box = note.box
    rows = range(floor((box.y - reach) / side), floor((box.bottom + reach) / side) + 1)
    for x in range(floor((box.x - reach) / side), floor((box.right + reach) / side) + 1):
        for y in rows:
            yield (x, y)


def _merges_a_grid(notes: Sequence[PlacedNote], near: Sequence[tuple[float, int, int]]) -> bool:
    """Tell whether closeness alone would join over two thirds of five or more notes."""
    ideas = [index for index, note in enumerate(notes) if not note.title_note]
    if len(ideas) < CROWD:
        return False
    alone = _Groups(notes, {})
    for _, one, other in near:
        if not (notes[one].title_note or notes[other].title_note):
            alone.join(one, other)
    sizes: dict[int, int] = defaultdict(int)
    for index in ideas:
        sizes[alone.root(index)] += 1
    return max(sizes.values()) * 3 > len(ideas) * 2
