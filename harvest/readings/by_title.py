"""`by_title`: joins rows to frames by what a frame stands for or says in its title."""

from __future__ import annotations

from pydantic import Field

from harvest.content import folded
from harvest.paths import Path, at_path
from harvest.readings.base import Arguments, Listed, ListName, Reading, Sources
from harvest.view import Row


class ByTitleArguments(Arguments):
    """Frames (`left`), the rows that belong to them, and which of their fields a title says."""

    left: ListName
    right: ListName
    by: tuple[Path, ...] = Field(min_length=1)


def _make(arguments: ByTitleArguments, sources: Sources) -> Listed:
    left = sources.lists[arguments.left]
    right = sources.lists[arguments.right]
    by_key: dict[tuple[str, ...], list[Row]] = {}
    for row in right.rows:
        by_key.setdefault(_key(row, arguments.by), []).append(row)
    rows = [{**frame, "rows": _rows_of(frame, arguments.by, by_key)} for frame in left.rows]
    return Listed(rows, {**left.blank, "rows": []})


def _rows_of(
    frame: Row, paths: tuple[str, ...], by_key: dict[tuple[str, ...], list[Row]]
) -> list[Row]:
    names = [path.rpartition(".")[2] for path in paths]
    place = frame.get("place") or {}
    if all(name in place for name in names):
        return by_key.get(tuple(_said(place[name]) for name in names), [])
    title = _said(frame.get("title") or "")
    return next((rows for key, rows in by_key.items() if all(part in title for part in key)), [])


def _key(row: Row, paths: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_said(at_path(row, path)) for path in paths)


def _said(value: object) -> str:
    """A time is 10:00 in data and 10.00 in an Estonian title."""
    return folded(str(value)).replace(":", ".")


READING = Reading(
    name="by_title",
    about=(
        "Rows of `frames`, each with the rows of another list that belong to it: those whose "
        "fields are what the frame stands for, or stand in its title."
    ),
    arguments=ByTitleArguments,
    make=_make,
    gives={"…": "all fields of the left list", "rows": "the rows that belong to the frame"},
    order="as the left list",
)
