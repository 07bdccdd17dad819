"""`parts`: the notes inside the rows of a list, as a list of their own."""

from __future__ import annotations

from pydantic import Field

from harvest.paths import Path, at_path
from harvest.readings.base import Arguments, Listed, ListName, Reading, Sources
from harvest.view import blank_note


class PartsArguments(Arguments):
    """Whose inner rows, and where in each row they stand."""

    rows: ListName = Field(alias="list")
    of: Path


def _make(arguments: PartsArguments, sources: Sources) -> Listed:
    given = sources.lists[arguments.rows]
    rows = [
        {**inner, "owner": row.get("no")}
        for row in given.rows
        for inner in at_path(row, arguments.of) or []
    ]
    return Listed(rows, {**blank_note(), "owner": None})


READING = Reading(
    name="parts",
    about="What stands inside the rows of a list, one after the other.",
    arguments=PartsArguments,
    make=_make,
    gives={"…": "all fields of the inner rows", "owner": "`no` of the row that holds it"},
    order="as the list",
)
