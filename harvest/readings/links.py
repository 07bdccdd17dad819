"""`links`: lines that people drew between notes."""

from __future__ import annotations

from board_templates.board_spec import FrameId
from harvest.readings.base import Arguments, Listed, Reading, Sources


class LinksArguments(Arguments):
    """In which frame, its copies included."""

    frame: FrameId


def _make(arguments: LinksArguments, sources: Sources) -> Listed:
    view = sources.view
    frames = {frame.plan.key for frame in view.frames([arguments.frame])}
    rows = []
    for start, end in view.reading.links:
        place = view.by_no[start].frame
        if place in frames and view.by_no[end].frame == place:
            rows.append({"frame": place, "pair": [start, end]})
    return Listed(rows, {"frame": None, "pair": []})


READING = Reading(
    name="links",
    about="One row for each connector between two notes of one frame.",
    arguments=LinksArguments,
    make=_make,
    gives={"frame": "key of the frame", "pair": "numbers of the two notes, in their direction"},
    order="as the board lists them",
)
