"""`touching`: takes the remarks out of a list and attaches each to the note it lies by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import floor
from typing import Literal

from pydantic import Field

from board_templates.geometry import Box
from harvest.readings.base import Arguments, Listed, ListName, Reading, Sources
from harvest.view import NOTE_FIELDS, Row, View

_FAR = 20
_Cell = tuple[str | None, int, int]


class TouchingArguments(Arguments):
    """What is attached to what; `within` is in sides of a note, edge to edge."""

    rows: ListName = Field(alias="list")
    attach: Literal["remark", "title"] = "remark"
    within: float = Field(default=0.5, ge=0, le=_FAR)


def _make(arguments: TouchingArguments, sources: Sources) -> Listed:
    given = sources.lists[arguments.rows]
    kept = [{**row, "attached": []} for row in given.rows if not row[arguments.attach]]
    near = _Nearby(kept, sources.view, arguments.within * sources.view.reading.note_size)
    for row in given.rows:
        if not row[arguments.attach]:
            continue
        nearest = near.nearest(row["frame"], sources.view.box_of(row["no"]))
        if nearest is None:
            kept.append({**row, "attached": []})
        else:
            kept[nearest]["attached"].append(row["no"])
    kept.sort(key=lambda row: row["no"])
    return Listed(kept, given.blank)


class _Nearby:
    """Notes on a grid, so that each is compared only with those around it."""

    def __init__(self, rows: list[Row], view: View, reach: float) -> None:
        self._reach = reach
        self._side = max(view.reading.note_size, reach, 1.0)
        self._boxes = [view.box_of(row["no"]) for row in rows]
        self._cells: dict[_Cell, list[int]] = defaultdict(list)
        for index, (row, box) in enumerate(zip(rows, self._boxes, strict=True)):
            for cell in self._covered(row["frame"], box):
                self._cells[cell].append(index)

    def nearest(self, frame: str | None, box: Box) -> int | None:
        around = self._covered(frame, box.inset(-self._reach))
        nearby = {index for cell in around for index in self._cells.get(cell, ())}
        close = [
            (gap, _between(box, self._boxes[index]), index)
            for index in nearby
            if (gap := box.gap(self._boxes[index])) <= self._reach
        ]
        return min(close)[2] if close else None

    def _covered(self, frame: str | None, box: Box) -> Iterator[_Cell]:
        for x in range(floor(box.x / self._side), floor(box.right / self._side) + 1):
            for y in range(floor(box.y / self._side), floor(box.bottom / self._side) + 1):
                yield (frame, x, y)


def _between(one: Box, other: Box) -> float:
    a, b = one.centre, other.centre
    return (a.x - b.x) ** 2 + (a.y - b.y) ** 2


READING = Reading(
    name="touching",
    about=(
        "The notes of a list without its remarks: each remark within reach of another note of the "
        "same frame is attached to the nearest one. A remark by itself stays a note."
    ),
    arguments=TouchingArguments,
    make=_make,
    gives={**NOTE_FIELDS, "attached": "numbers of the remarks attached to it"},
    order="in reading order",
)
