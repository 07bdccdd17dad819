"""`rows`: the rows of a table, cell by cell."""

from __future__ import annotations

from collections import defaultdict

from pydantic import Field

from board_templates.board_spec import FrameId, Name
from board_templates.zone_rules import ZonePattern
from harvest.cells import CellRule, Rule, cell, cell_with, columns_of
from harvest.content import folded
from harvest.placed import LiveZone
from harvest.readings.base import Arguments, Listed, Reading, Sources
from harvest.readings.rows_below import rows_below
from harvest.view import Row, View


class RowsArguments(Arguments):
    """Which table and how its columns are read.

    With `per` each note of that column makes a row of its own, and cells without one make none.
    `chain` names zones that notes were copied from: an equal text there counts with the row.
    `empty: true` keeps rows in which nobody wrote anything. `below` names the column in whose width
    a note under the table begins a row that people added by hand.
    """

    frame: FrameId
    cells: dict[Name, Rule] = Field(min_length=1)
    per: Name | None = None
    chain: tuple[ZonePattern, ...] = ()
    empty: bool | None = None
    below: Name | None = None


def _make(arguments: RowsArguments, sources: Sources) -> Listed:
    view = sources.view
    table: dict[tuple[str, int], list[LiveZone]] = defaultdict(list)
    for frame in view.frames([arguments.frame]):
        for zone in view.zones([f"{frame.plan.id}.*"]):
            if zone.plan.frame == frame.plan.key and zone.plan.row is not None:
                table[(zone.plan.frame, zone.plan.row)].append(zone)
    copies = _chained(view, arguments.chain)
    rows = [_row(view, arguments.cells, zones, copies) for zones in table.values()]
    if arguments.below is not None:
        rows += _added(view, arguments, table, arguments.below)
    if not _keeps_empty(arguments):
        rows = [row for row in rows if row["cells_from"]]
    if arguments.per is not None:
        rows = [single for row in rows for single in _singles(row, arguments.per)]
    return Listed(rows, _row(view, arguments.cells, [], {}))


def _added(
    view: View,
    arguments: RowsArguments,
    table: dict[tuple[str, int], list[LiveZone]],
    first: str,
) -> list[Row]:
    """Return the rows that people laid under each table, numbered on from its last."""
    frames: dict[str, list[LiveZone]] = defaultdict(list)
    for (frame, _), zones in table.items():
        frames[frame] += zones
    found = []
    for frame, zones in frames.items():
        last = max(zone.plan.row or 0 for zone in zones)
        for no, columns in enumerate(rows_below(view, zones, first), last + 1):
            notes = [note for inner in columns.values() for note in inner]
            cells = {
                name: cell_with(view, [], columns.get(name, []), rule)
                for name, rule in arguments.cells.items()
            }
            place = {"no": no, "frame": frame, "bindings": {}}
            found.append({**cells, **place, **_together(notes, {})})
    return found


def _keeps_empty(arguments: RowsArguments) -> bool:
    """A table whose rows the plan wrote, or that counts dots, keeps all of them."""
    if arguments.empty is not None:
        return arguments.empty
    policies = {rule.policy for rule in arguments.cells.values()}
    return bool(policies & {"planned", "dots", "number"})


def _row(
    view: View,
    rules: dict[str, CellRule],
    zones: list[LiveZone],
    chained: dict[str, list[Row]],
) -> Row:
    columns = columns_of(zones)
    cells = {name: cell(view, columns.get(name, []), rule) for name, rule in rules.items()}
    notes = [note for zone in zones for note in view.notes_of(zone.plan.key)]
    return {
        **cells,
        "no": zones[0].plan.row if zones else None,
        "frame": zones[0].plan.frame if zones else None,
        "bindings": dict(zones[0].plan.bindings) if zones else {},
        **_together(notes, chained),
    }


def _together(notes: list[Row], chained: dict[str, list[Row]]) -> Row:
    """Return what a row says of all its notes together."""
    # Each text once: what many notes say alike would bring the copies of all for each of them.
    texts = dict.fromkeys(folded(note["text"]) for note in notes if note["text"])
    copies = [copy for text in texts for copy in chained.get(text, [])]
    everything = {row["no"]: row for row in [*notes, *copies]}
    return {
        "from": list(everything),
        "cells_from": [note["no"] for note in notes],
        "votes": sum(row["votes"] for row in everything.values()),
    }


def _chained(view: View, patterns: tuple[str, ...]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for zone in view.zones(patterns):
        for row in view.notes_of(zone.plan.key):
            if row["text"]:
                found[folded(row["text"])].append(row)
    return found


def _singles(row: Row, column: str) -> list[Row]:
    """Return the row once for each note of a column, that note alone in its cell."""
    split = []
    notes = row[column]["notes"]
    own = {note["no"] for note in notes}
    shared = [no for no in row["cells_from"] if no not in own]
    for note in notes:
        alone = {
            **row[column],
            "text": note["text"],
            "texts": [note["text"]] if note["text"] else [],
            "from": [note["no"]],
            "notes": [note],
            "votes": note["votes"],
        }
        split.append({**row, column: alone, "cells_from": shared})
    return split


def _counted_zones(arguments: RowsArguments, view: View) -> list[str]:
    counting = {name for name, rule in arguments.cells.items() if rule.policy in {"dots", "number"}}
    return [
        zone.plan.key
        for zone in view.zones([f"{arguments.frame}.*"])
        if zone.plan.id.partition(".")[2] in counting
    ]


READING = Reading(
    name="rows",
    about=(
        "The rows of a table. Each column named in `cells` becomes a field, read by its policy. "
        "Rows in which nobody wrote anything are left out, but where the plan wrote into the table "
        "or dots are counted. With `below` rows that people laid under the table follow it."
    ),
    arguments=RowsArguments,
    make=_make,
    gives={
        "COLUMN": "a cell: `text`, `texts`, `from`, `notes`, `votes`, and what its policy adds",
        "no": "number of the row, from 1",
        "frame": "key of the frame",
        "bindings": "what a generated row stands for",
        "from": "numbers of all notes of the row, and of their copies in the chain",
        "cells_from": "the same without copies; with `per` without that column",
        "votes": "their votes together",
    },
    order="from the top",
    counts_dots=_counted_zones,
)
