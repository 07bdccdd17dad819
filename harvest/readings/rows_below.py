"""Rows that people add by hand: notes laid under a table, in the width of its columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from board_templates.geometry import Box
from harvest.cells import columns_of
from harvest.placed import LiveZone
from harvest.view import Row, View

Column = Mapping[str, list[Row]]

_REACH = 1.0
"""A row is at most so many rows below the one above it, from edge to edge."""


def rows_below(view: View, table: Sequence[LiveZone], first: str) -> list[Column]:
    """Return the rows under the last one of a table: for each, its notes by column.

    A row begins where a note lies under the column `first`, nearer than a row's height to what is
    above it. Other notes belong to the row whose first note is nearest in height. Notes that lie in
    a zone, or under no row of their own, are none of it.

    Args:
        view: The board.
        table: The cells of one table.
        first: The column without which there is no row.
    """
    columns = {name: zones[-1].box for name, zones in columns_of(table).items()}
    if first not in columns:
        return []
    height = columns[first].height
    free = _under(view, columns, table[0].plan.frame)
    heads: list[Row] = []
    bottom = columns[first].bottom
    for row, column in free:
        box = view.box_of(row["no"])
        if column == first and box.y - bottom <= _REACH * height:
            heads.append(row)
            bottom = box.bottom
    rows: list[dict[str, list[Row]]] = [{first: [head]} for head in heads]
    heights = [view.box_of(head["no"]).centre.y for head in heads]
    for row, column in free:
        if column != first and heads:
            at, away = _nearest(heights, view.box_of(row["no"]).centre.y)
            if away <= height / 2:
                rows[at].setdefault(column, []).append(row)
    return list(rows)


def _under(view: View, columns: Mapping[str, Box], frame: str) -> list[tuple[Row, str]]:
    """Return the notes in no zone whose centres lie under a column, from the top down."""
    found = []
    for row in view.rows:
        if row["zone"] is not None or row["frame"] not in {None, frame}:
            continue
        centre = view.box_of(row["no"]).centre
        for name, box in columns.items():
            if box.x <= centre.x < box.right and centre.y > box.bottom:
                found.append((row, name))
                break
    return sorted(found, key=lambda pair: view.box_of(pair[0]["no"]).centre.y)


def _nearest(heights: Sequence[float], y: float) -> tuple[int, float]:
    """Return which head is nearest in height, of equals the first, and how far it is.

    Args:
        heights: Of the middles of the heads, from the top down.
        y: Of the middle of a note.
    """
    below = bisect_left(heights, y)
    likely = [below] if below < len(heights) else []
    if below:
        likely.insert(0, bisect_left(heights, heights[below - 1]))
    at = min(likely, key=lambda head: abs(heights[head] - y))
    return at, abs(heights[at] - y)
