"""`match`: joins two lists by text, alike texts included."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from pydantic import Field

from harvest.content import folded
from harvest.paths import Path, at_path
from harvest.readings.base import Arguments, Listed, ListName, Reading, Sources
from harvest.view import Row


class MatchArguments(Arguments):
    """What is joined to what, by which fields, and how alike they must be in percent."""

    left: ListName
    right: ListName
    left_by: Path = "text"
    right_by: Path = "text"
    similarity: int = Field(default=100, ge=50, le=100)


def _make(arguments: MatchArguments, sources: Sources) -> Listed:
    left = sources.lists[arguments.left]
    right = sources.lists[arguments.right]
    rows = [{**row, "rows": []} for row in left.rows]
    names = [folded(str(at_path(row, arguments.left_by) or "")) for row in left.rows]
    finder = sources.view.alike(names, arguments.similarity)
    strangers: dict[str, Row] = {}
    for row in right.rows:
        text = at_path(row, arguments.right_by)
        if not text:
            continue
        found = finder.find(folded(str(text)))
        if found is not None:
            rows[found]["rows"].append(row)
        else:
            key = folded(str(text))
            stranger = strangers.setdefault(key, {**left.blank, "text": text, "rows": []})
            stranger["rows"].append(row)
    nothing = _together([], right.blank)
    for row in (*rows, *strangers.values()):
        row["together"] = _together(row["rows"], right.blank) if row["rows"] else nothing
    return Listed([*rows, *strangers.values()], {**left.blank, "rows": [], "together": nothing})


def _together(rows: Sequence[Row], blank: Row) -> Row:
    """Return the cells of several rows, one for each name; `blank` tells which are cells."""
    cells = {name for name, value in blank.items() if isinstance(value, dict) and "from" in value}
    return {name: _one_cell([row[name] for row in rows] or [blank[name]]) for name in cells}


def _one_cell(several: Sequence[Row]) -> Row:
    """Return a cell that holds what several do: lists in a row, texts joined, else the first.

    A cell that several rows share, as the singles of one row of a table do, is told once.
    """
    cells = list({id(cell): cell for cell in several}.values())
    if len(cells) == 1:
        return cells[0]
    one: Row = {}
    for name, value in cells[0].items():
        values = [cell[name] for cell in cells]
        if isinstance(value, list):
            one[name] = list(chain.from_iterable(values))
        elif name == "text":
            one[name] = "; ".join(text for text in values if text) or None
        elif name == "votes":
            one[name] = sum(values)
        else:
            one[name] = next((said for said in values if said is not None), None)
    return one


READING = Reading(
    name="match",
    about=(
        "All rows of the left list, each with the rows of the right list whose text is the same "
        "(case and spaces ignored) or alike enough. What on the right matches nothing stands at "
        "the end as a row with the left's fields empty."
    ),
    arguments=MatchArguments,
    make=_make,
    gives={
        "…": "all fields of the left list",
        "rows": "the rows of the right list that match",
        "together": "their cells, those of one name put together",
    },
    order="as the left list, then what matched nothing",
)
