"""Which items on a board are those of calls whose answers were lost. Pure.

A bulk call is all or nothing, its items have rising ids and one creation time. So a call is
looked for as a run: items of one creation time, in the order of ids, whose kinds and texts are
those planned, in order. Place is only a hint, since people move things: it decides between runs
that fit equally well, and speaks for single items once part of a run was changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

SAME_PLACE = 1.0  # pixels; Miro stores what it was sent, give or take rounding


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a call was to make: the planned key, kind, plain text, frame, and centre."""

    key: str
    kind: str
    text: str
    parent: str | None
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands on the board and in nobody's ledger."""

    id: str
    kind: str
    text: str
    parent: str | None
    x: float
    y: float
    created_at: datetime | None

    @property
    def order(self) -> tuple[int, str]:
        """Ids rise in the order of creation; they are decimal, but need not stay so."""
        return (int(self.id), "") if self.id.isdecimal() else (0, self.id)


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of a call: item ids by planned key, null for what is gone; empty if absent."""

    items: dict[str, str | None]

    @property
    def whole(self) -> bool:
        """Tell whether everything was found."""
        return bool(self.items) and all(item is not None for item in self.items.values())


Judge = Callable[[Wanted, Seen], int]


@dataclass(frozen=True, slots=True)
class _Run:
    score: int
    call: int
    pairs: tuple[tuple[str, str], ...]


def find_calls(calls: Sequence[Sequence[Wanted]], seen: Iterable[Seen]) -> list[Finding]:
    """Return what became of each call; an item speaks for one call only.

    Whole runs are taken first, the best fitting before the others; what is left of the items then
    speaks for calls of which a part was deleted or edited meanwhile.
    """
    pool = sorted(seen, key=lambda item: item.order)
    found: dict[int, dict[str, str | None]] = {}
    while (run := _best(calls, found, pool)) is not None:
        found[run.call] = dict(run.pairs)
        pool = _without(pool, run)
    for number, call in enumerate(calls):
        if number not in found and (run := _part(number, call, pool)) is not None:
            items: dict[str, str | None] = {wanted.key: None for wanted in call}
            items.update(dict(run.pairs))
            found[number] = items
            pool = _without(pool, run)
    return [Finding(found.get(number, {})) for number in range(len(calls))]


def _without(pool: list[Seen], run: _Run) -> list[Seen]:
    taken = {item for _, item in run.pairs}
    return [item for item in pool if item.id not in taken]


def _best(
    calls: Sequence[Sequence[Wanted]], found: dict[int, dict[str, str | None]], pool: list[Seen]
) -> _Run | None:
    runs = [
        run
        for number, call in enumerate(calls)
        if number not in found
        for group in _moments(pool)
        if (run := _run(number, call, group, _fits)) is not None and len(run.pairs) == len(call)
    ]
    return max(runs, key=lambda run: (run.score, -run.call), default=None)


def _part(number: int, call: Sequence[Wanted], pool: list[Seen]) -> _Run | None:
    runs = [_run(number, call, group, _speaks_for) for group in _moments(pool)]
    return max((run for run in runs if run), key=lambda run: run.score, default=None)


def _moments(pool: Sequence[Seen]) -> list[list[Seen]]:
    """Return the items of each creation time, in the order of ids."""

    def moment(item: Seen) -> str:
        return item.created_at.isoformat() if item.created_at else ""

    return [list(group) for _, group in groupby(sorted(pool, key=moment), key=moment)]


def _fits(wanted: Wanted, item: Seen) -> int:
    """Return how well an item fits what was planned, 0 for not at all."""
    if wanted.kind != item.kind or wanted.text != item.text:
        return 0
    return 1 + (wanted.parent == item.parent) + 2 * _same_place(wanted, item)


def _speaks_for(wanted: Wanted, item: Seen) -> int:
    """Return how strongly an item speaks for a call of which the rest is gone or edited."""
    if wanted.kind != item.kind or wanted.parent != item.parent:
        return 0
    same_text = bool(wanted.text) and wanted.text == item.text
    return same_text + 2 * _same_place(wanted, item)


def _same_place(wanted: Wanted, item: Seen) -> bool:
    near = abs(wanted.x - item.x) <= SAME_PLACE and abs(wanted.y - item.y) <= SAME_PLACE
    return near and wanted.parent == item.parent


def _run(number: int, call: Sequence[Wanted], group: Sequence[Seen], judge: Judge) -> _Run | None:
    """Return the pairing in order that pairs most and fits best."""
    table = _table(call, group, judge)
    pairs: list[tuple[str, str]] = []
    row, column = len(call), len(group)
    while row and column:
        here = table[row][column]
        if here == table[row - 1][column]:
            row -= 1
        elif here == table[row][column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((call[row].key, group[column].id))
    if not pairs:
        return None
    return _Run(table[-1][-1][1], number, tuple(reversed(pairs)))


def _table(
    call: Sequence[Wanted], group: Sequence[Seen], judge: Judge
) -> list[list[tuple[int, int]]]:
    """Return for each beginning of both how many pairs can be made, and their best score."""
    table = [[(0, 0)] * (len(group) + 1) for _ in range(len(call) + 1)]
    for row, wanted in enumerate(call, start=1):
        for column, item in enumerate(group, start=1):
            best = max(table[row - 1][column], table[row][column - 1])
            score = judge(wanted, item)
            if score:
                pairs, total = table[row - 1][column - 1]
                best = max(best, (pairs + 1, total + score))
            table[row][column] = best
    return table
