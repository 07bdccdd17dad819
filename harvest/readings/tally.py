"""`tally`: how many notes and dots lie in each zone of a scale."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from board_templates.zone_rules import zone_matches
from harvest.paths import Path, at_path
from harvest.placed import LiveFrame, LiveZone
from harvest.readings.base import Arguments, But, Listed, Patterns, Reading, Sources
from harvest.view import Row, View

FramePattern = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Za-z0-9_*]{0,19}$")]


class TallyArguments(Arguments):
    """Which zones of which frames are counted, and by what.

    `by` holds `name` (the zone's own) or paths into what a generated zone stands for. With
    `first_zone` a note that has left the frame still counts where the earliest checkpoint holds it.
    """

    frames: tuple[FramePattern, ...] = Field(min_length=1)
    zones: Patterns
    but: But = ()
    by: tuple[Path, ...] = ("name",)
    count: Literal["both", "notes", "dots"] = "both"
    first_zone: bool = False


def _make(arguments: TallyArguments, sources: Sources) -> Listed:
    view = sources.view
    zones: dict[str, list[LiveZone]] = {}
    for zone in view.zones(arguments.zones, arguments.but):
        zones.setdefault(zone.plan.frame, []).append(zone)
    frames = [
        frame
        for frame in view.reading.frames.values()
        if frame.plan.key in zones
        and any(zone_matches(frame.plan.id, pattern) for pattern in arguments.frames)
    ]
    rows = [
        _row(view, arguments, number, frame, zones[frame.plan.key])
        for number, frame in enumerate(frames, start=1)
    ]
    return Listed(rows, _row(view, arguments, None, None, []))


def _row(
    view: View,
    arguments: TallyArguments,
    number: int | None,
    frame: LiveFrame | None,
    zones: list[LiveZone],
) -> Row:
    counts: dict[str, dict[str, int]] = {_last(path): {} for path in arguments.by}
    responses: list[Row] = []
    dots = 0
    for zone in zones:
        said = {_last(path): _said(zone, path) for path in arguments.by}
        notes = _notes(view, zone, arguments)
        here = _dots(view, zone) if arguments.count != "notes" else 0
        for name, value in said.items():
            counts[name][value] = counts[name].get(value, 0) + len(notes) + here
        responses += [{**note, **said, "in_frame": zone.plan.frame} for note in notes]
        dots += here
    return {
        "no": number,
        "frame": frame.plan.key if frame else None,
        "title": frame.plan.title if frame else None,
        "counts": counts,
        "total": len(responses) + dots,
        "dots": dots,
        "responses": responses,
    }


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def _said(zone: LiveZone, path: str) -> str:
    if path == "name":
        return zone.plan.id.partition(".")[2]
    return str(at_path(zone.plan.bindings, path))


def _notes(view: View, zone: LiveZone, arguments: TallyArguments) -> tuple[Row, ...]:
    if arguments.count == "dots":
        return ()
    here = view.notes_of(zone.plan.key)
    if not arguments.first_zone:
        return here
    gone = (row for row in view.notes_first_in(zone.plan.key) if row["frame"] != zone.plan.frame)
    return tuple(sorted((*here, *gone), key=lambda row: row["no"]))


def _dots(view: View, zone: LiveZone) -> int:
    return sum(view.votes.of_zone.get(zone.plan.key, {}).values())


def _counted_zones(arguments: TallyArguments, view: View) -> list[str]:
    if arguments.count == "notes":
        return []
    return [zone.plan.key for zone in view.zones(arguments.zones, arguments.but)]


READING = Reading(
    name="tally",
    about=(
        "One row for each frame that has a scale: how many notes and dots each of its zones holds. "
        "One note or one dot is one answer; nothing is merged."
    ),
    arguments=TallyArguments,
    make=_make,
    gives={
        "no": "number of the frame among them, from 1",
        "frame": "its key",
        "title": "its title",
        "counts": "for each entry of `by` a map from value to count, zeros included",
        "total": "all answers",
        "dots": "how many of them are dots",
        "responses": "the notes, with each value of `by` under its name, and `in_frame`",
    },
    order="in the order of the plan",
    counts_dots=_counted_zones,
)
