"""`frames`: the copies of a frame, each with what stands in its zones."""

from __future__ import annotations

from pydantic import Field

from board_templates.board_spec import FrameId, Name
from harvest.cells import CellRule, Rule, cell, columns_of
from harvest.placed import LiveFrame, LiveZone
from harvest.readings.base import Arguments, Listed, Reading, Sources
from harvest.view import Row, View


class FramesArguments(Arguments):
    """Which frame, and how its zones are read."""

    frame: FrameId
    cells: dict[Name, Rule] = Field(min_length=1)


def _make(arguments: FramesArguments, sources: Sources) -> Listed:
    view = sources.view
    zones: dict[str, list[LiveZone]] = {}
    for zone in view.zones([f"{arguments.frame}.*"]):
        zones.setdefault(zone.plan.frame, []).append(zone)
    rows = [
        _row(view, arguments.cells, number, frame, zones.get(frame.plan.key, []))
        for number, frame in enumerate(view.frames([arguments.frame]), start=1)
    ]
    return Listed(rows, _row(view, arguments.cells, None, None, []))


def _row(
    view: View,
    rules: dict[str, CellRule],
    number: int | None,
    frame: LiveFrame | None,
    zones: list[LiveZone],
) -> Row:
    columns = columns_of(zones)
    key = frame.plan.key if frame else None
    return {
        **{name: cell(view, columns.get(name, []), rule) for name, rule in rules.items()},
        "no": number,
        "frame": key,
        "title": (frame.title or frame.plan.title) if frame else None,
        "place": dict(frame.plan.place) if frame else {},
        "bindings": dict(zones[0].plan.bindings) if zones else {},
        "from": [note["no"] for zone in zones for note in view.notes_of(zone.plan.key)],
        "unread": view.reading.unread.get(key, 0) if key else 0,
        "link": _link(view, frame),
    }


def _link(view: View, frame: LiveFrame | None) -> str | None:
    """Return the address that opens the board at a frame, null where either is not known."""
    item = frame.item if frame else None
    return f"{view.address}?moveToWidget={item}" if item and view.address else None


def _counted_zones(arguments: FramesArguments, view: View) -> list[str]:
    counting = {name for name, rule in arguments.cells.items() if rule.policy in {"dots", "number"}}
    return [
        zone.plan.key
        for zone in view.zones([f"{arguments.frame}.*"])
        if zone.plan.id.partition(".")[2] in counting
    ]


READING = Reading(
    name="frames",
    about="One row for each copy of a frame. Each zone named in `cells` becomes a field.",
    arguments=FramesArguments,
    make=_make,
    gives={
        "ZONE": "a cell: `text`, `texts`, `from`, `notes`, `votes`, and what its policy adds",
        "no": "number of the copy, from 1",
        "frame": "key of the frame",
        "title": "its title on the board, else as planned",
        "place": "what a repeated frame stands for (`{group: 2}`)",
        "bindings": "the same as its zones know it",
        "from": "numbers of all its notes",
        "unread": "how many of its items cannot be read",
        "link": "address that opens the board there, or null",
    },
    order="in the order of the plan",
    counts_dots=_counted_zones,
)
