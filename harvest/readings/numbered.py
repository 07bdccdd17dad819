"""`numbered`: where in a table the dots of each number lie."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from pydantic import Field

from board_templates.board_spec import FrameId, Name
from harvest.placed import LiveZone
from harvest.readings.base import EXPRESSION, Arguments, Listed, Reading, Sources, Value
from harvest.view import Row, View


class NumberedArguments(Arguments):
    """Which table, which of its columns a dot may lie in, and how many numbers there are."""

    frame: FrameId
    columns: tuple[Name, ...] = Field(min_length=1)
    numbers: Value = Field(description=EXPRESSION)


def _make(arguments: NumberedArguments, sources: Sources) -> Listed:
    view = sources.view
    cells = _cells(view, arguments)
    lines = sorted({zone.plan.row or 0 for zone in cells.values()})
    found: dict[int, dict[int, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for dot in view.reading.dots:
        cell = cells.get(dot.zone or "")
        if dot.number is not None and cell is not None:
            found[dot.number][cell.plan.row or 0][_own_name(cell)] += 1
    expected = range(1, int(sources.evaluate(arguments.numbers)) + 1)
    numbers = sorted({*expected, *found})
    return Listed([_row(n, lines, found.get(n, {})) for n in numbers], _row(None, lines, {}))


def _cells(view: View, arguments: NumberedArguments) -> dict[str, LiveZone]:
    return {
        zone.plan.key: zone
        for zone in view.zones([f"{arguments.frame}.*"])
        if zone.plan.row is not None and _own_name(zone) in arguments.columns
    }


def _own_name(zone: LiveZone) -> str:
    return zone.plan.id.partition(".")[2]


def _row(number: int | None, lines: list[int], said: Mapping[int, Counter[str]]) -> Row:
    columns = [_single(said.get(line, Counter())) for line in lines]
    counts = Counter(column for column in columns if column is not None)
    return {
        "number": number,
        "columns": columns,
        "most": _leader(counts),
        "counts": dict(counts),
        "dots": sum(sum(count.values()) for count in said.values()),
    }


def _single(count: Counter[str]) -> str | None:
    return next(iter(count)) if len(count) == 1 else None


def _leader(counts: Counter[str]) -> str | None:
    leading = [name for name, count in counts.items() if count == max(counts.values())]
    return leading[0] if len(leading) == 1 else None


READING = Reading(
    name="numbered",
    about=(
        "One row for each number that dots of a table carry, also for numbers without dots. Where "
        "the dots of a number lie in several columns of one row, that row says nothing."
    ),
    arguments=NumberedArguments,
    make=_make,
    gives={
        "number": "the number",
        "columns": "for each row of the table the column its dots lie in, or null",
        "most": "the column that the most rows say, null on a tie",
        "counts": "how many rows say each column",
        "dots": "how many dots of it lie in the table",
    },
    order="by number",
)
