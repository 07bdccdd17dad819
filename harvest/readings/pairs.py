"""`pairs`: notes of two columns that stand at one height."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from pydantic import Field

from harvest.readings.base import Arguments, Listed, Patterns, Reading, Sources
from harvest.view import Row, View


class PairsArguments(Arguments):
    """The two columns; `within` is how far apart in height a pair may be, in sides of a note."""

    left: Patterns
    right: Patterns
    within: float = Field(default=1.0, ge=0, le=20)


def _make(arguments: PairsArguments, sources: Sources) -> Listed:
    view = sources.view
    left = _column(view, arguments.left)
    right = _column(view, arguments.right)
    partner = _partners(view, left, right, arguments.within * view.reading.note_size)
    taken = set(partner.values())
    rows = [_pair(one, right[partner[i]] if i in partner else None) for i, one in enumerate(left)]
    rows += [_pair(None, other) for i, other in enumerate(right) if i not in taken]
    return Listed(rows, _pair(None, None))


def _column(view: View, patterns: tuple[str, ...]) -> list[Row]:
    rows = [
        row
        for zone in view.zones(patterns)
        for row in view.notes_of(zone.plan.key)
        if not row["title"]
    ]
    return sorted(rows, key=lambda row: (view.box_of(row["no"]).centre.y, row["no"]))


def _partners(view: View, left: list[Row], right: list[Row], reach: float) -> dict[int, int]:
    """Give each note the one nearest in height, the nearest pairs first, each note once."""
    heights = [view.box_of(row["no"]).centre.y for row in right]
    frames = [row["frame"] for row in right]
    possible: list[tuple[float, int, int]] = []
    for i, row in enumerate(left):
        centre = view.box_of(row["no"]).centre
        first = bisect_left(heights, centre.y - reach)
        last = bisect_right(heights, centre.y + reach)
        possible += [
            (abs(heights[j] - centre.y), i, j)
            for j in range(first, last)
            if frames[j] == row["frame"] and view.box_of(right[j]["no"]).centre.x > centre.x
        ]
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(possible):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return partner


def _pair(left: Row | None, right: Row | None) -> Row:
    both = [row for row in (left, right) if row is not None]
    return {
        "left": left,
        "right": right,
        "from": [row["no"] for row in both],
        "votes": sum(row["votes"] for row in both),
    }


READING = Reading(
    name="pairs",
    about=(
        "Each note of a left column with the note to its right that is nearest in height, every "
        "note in one pair at most. What has no partner stands alone; title notes are left out."
    ),
    arguments=PairsArguments,
    make=_make,
    gives={
        "left": "the note on the left, or null",
        "right": "the note on the right, or null",
        "from": "their numbers",
        "votes": "their votes together",
    },
    order="by height, then what stands alone on the right",
)
