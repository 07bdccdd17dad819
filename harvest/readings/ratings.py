"""`ratings`: figures of statements that were answered on a scale."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from statistics import median

from pydantic import Field

from board_templates.board_spec import Name
from harvest.readings.base import Arguments, Listed, ListName, Reading, Sources, Value
from harvest.view import Row

_FIGURES = ("answers", "distribution", "spread", "low_share", "median", "mean")
_LOW = 2


class RatingsArguments(Arguments):
    """Rows with number cells, the cells from lowest to highest, and how many answers are enough."""

    rows: ListName = Field(alias="list")
    of: tuple[Name, ...] = Field(min_length=2, max_length=11)
    least: Value = "0"


def _make(arguments: RatingsArguments, sources: Sources) -> Listed:
    given = sources.lists[arguments.rows]
    least = int(sources.evaluate(arguments.least))
    rows = [{**row, **_figures(_counts(row, arguments.of), least)} for row in given.rows]
    withheld = (
        no for row in rows if row["suppressed"] for of in arguments.of for no in row[of]["from"]
    )
    return Listed(rows, {**given.blank, **_figures([], least)}, frozenset(withheld))


def _counts(row: Row, columns: Sequence[str]) -> list[int]:
    return [row[column]["number"] or 0 for column in columns]


def _figures(counts: Sequence[int], least: int) -> Row:
    """Return the figures, all null under the least number of answers or without any."""
    total = sum(counts)
    if total < max(1, least):
        return {**dict.fromkeys(_FIGURES), "suppressed": 0 < total < least}
    answers = [value for value, count in enumerate(counts, start=1) for _ in range(count)]
    quarter = ceil(total / 4)
    return {
        "answers": total,
        "distribution": list(counts),
        "spread": float(answers[-quarter] - answers[quarter - 1]),
        "low_share": sum(counts[:_LOW]) / total,
        "median": float(median(answers)),
        "mean": sum(answers) / total,
        "suppressed": False,
    }


READING = Reading(
    name="ratings",
    about=(
        "Rows whose cells count the answers on a scale, with their figures. Under `least` answers "
        "every figure is null, and what was typed in the cells stays out of the summary."
    ),
    arguments=RatingsArguments,
    make=_make,
    gives={
        "…": "all fields of the list",
        "answers": "how many answered",
        "distribution": "how many chose each step, from the lowest",
        "spread": "distance between the answers a quarter from the bottom and from the top",
        "low_share": "share of the two lowest steps, 0 to 1",
        "median": "the middle answer",
        "mean": "the mean answer",
        "suppressed": "whether there were answers, but too few",
    },
    order="as the list",
)
