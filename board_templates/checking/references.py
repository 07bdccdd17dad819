"""Checks that what one part of a method names exists in another: frames, zones, fields, roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from board_templates.board_spec import NOTE_COLOURS, FrameSpec, LinkTo
from board_templates.checking.walk import BOARD, METHOD
from board_templates.documents import Documents
from board_templates.method import Method, Step
from board_templates.scope import parameters_of
from board_templates.shared_texts import SharedTexts
from board_templates.yaml_reading import Path

_INTRO = "F0"
_TAG_COLOURS = frozenset(
    {
        "red",
        "light_green",
        "cyan",
        "yellow",
        "magenta",
        "green",
        "blue",
        "gray",
        "violet",
        "dark_green",
        "dark_blue",
        "black",
    }
)


def check_references(method: Method, shared: SharedTexts, documents: Documents) -> None:
    """Note names that lead nowhere and names that are taken twice."""
    frames = [frame.id for frame in method.board.frames]
    _check_twice(frames, "frame", documents)
    _check_steps(method.steps, {_INTRO, *frames}, ("steps",), documents)
    fields = {parameter.name for parameter in parameters_of(method, shared)}
    for number, frame in enumerate(method.board.frames):
        _check_frame(frame, ("frames", number), set(frames), fields, documents)
    for number, tag in enumerate(method.board.tags):
        if tag.colour is not None and tag.colour not in _TAG_COLOURS:
            what = f"A tag can't be “{tag.colour}”."
            remedy = f"Known are: {', '.join(sorted(_TAG_COLOURS))}."
            documents.fault(BOARD, ("tags", number, "colour"), what, remedy)
    for number, rule in enumerate(method.identity.rules):
        if rule.field not in fields:
            what = f"There is no field “{rule.field}”."
            documents.fault(METHOD, ("rules", number, "field"), what, "Name a field of the brief.")


def _check_twice(names: list[str], what: str, documents: Documents) -> None:
    for name, count in Counter(names).items():
        if count > 1:
            said = f"There are {count} {what}s called “{name}”."
            documents.fault(BOARD, ("frames",), said, "Rename all but one.")


def _check_steps(
    steps: tuple[Step, ...], frames: set[str], path: Path, documents: Documents
) -> None:
    for number, step in enumerate(steps):
        at: Path = (*path, number)
        if step.each is not None:
            _check_steps(step.steps, frames, (*at, "steps"), documents)
            continue
        if step.frame is not None and step.frame not in frames:
            what = f"The step names the frame “{step.frame}”, which the board doesn't have."
            documents.fault(METHOD, (*at, "frame"), what, "Name a frame of board.yaml, or F0.")
        missing = [f for f in ("id", "minutes", "kind") if getattr(step, f) is None]
        for field in missing:
            documents.fault(METHOD, at, f"The step has no `{field}`.", "Add it.")


def _check_frame(
    frame: FrameSpec, path: Path, frames: set[str], fields: set[str], documents: Documents
) -> None:
    if frame.id == _INTRO:
        documents.fault(BOARD, path, "F0 is the intro frame.", "Give the frame another id.")
    for at, link in _links(frame, path):
        if link.frame not in frames:
            what = f"The link leads to “{link.frame}”, which the board doesn't have."
            documents.fault(BOARD, at, what, "Name a frame of board.yaml.")
    for at, origin in _origins(frame, path):
        if origin not in fields:
            what = f"There is no field “{origin}”."
            documents.fault(BOARD, at, what, "Name a field of the brief.")
    _check_parts(frame, path, documents)


def _links(frame: FrameSpec, path: Path) -> Iterator[tuple[Path, LinkTo]]:
    columns = frame.table.columns if frame.table else ()
    holders: list[tuple[Path, LinkTo | None]] = [(path, frame.link_to)]
    holders += [((*path, "zones", i), zone.link_to) for i, zone in enumerate(frame.zones)]
    holders += [((*path, "chrome", i), part.link_to) for i, part in enumerate(frame.chrome)]
    holders += [((*path, "table", "columns", i), c.link_to) for i, c in enumerate(columns)]
    for at, link in holders:
        if link is not None:
            yield (*at, "link_to"), link


def _origins(frame: FrameSpec, path: Path) -> Iterator[tuple[Path, str]]:
    columns = frame.table.columns if frame.table else ()
    holders: list[tuple[Path, str | None]] = []
    holders += [((*path, "zones", i), zone.origin) for i, zone in enumerate(frame.zones)]
    holders += [((*path, "table", "columns", i), c.origin) for i, c in enumerate(columns)]
    holders += [((*path, "seeds", i), seed.origin) for i, seed in enumerate(frame.seeds)]
    for at, origin in holders:
        if origin is not None:
            yield (*at, "origin"), origin


def _check_parts(frame: FrameSpec, path: Path, documents: Documents) -> None:
    columns = frame.table.columns if frame.table else ()
    names = {zone.name for zone in frame.zones} | {column.name for column in columns}
    for number, seed in enumerate(frame.seeds):
        at: Path = (*path, "seeds", number)
        ids = [*(zone.id for zone in frame.zones), *(column.id for column in columns)]
        if "{{" not in seed.zone and seed.zone not in names and not any(ids):
            what = f"The frame has no zone “{seed.zone}”."
            documents.fault(BOARD, (*at, "zone"), what, "Name a zone of the same frame.")
        if seed.colour and "{{" not in seed.colour and seed.colour not in NOTE_COLOURS:
            what = f"A note can't be “{seed.colour}”."
            remedy = f"Known are: {', '.join(NOTE_COLOURS)}."
            documents.fault(BOARD, (*at, "colour"), what, remedy)
    for place, strip in (("above", frame.strips.above), ("below", frame.strips.below)):
        if strip and strip.holds and strip.holds not in names:
            what = f"The frame has no zone “{strip.holds}”."
            at = (*path, "strips", place, "holds")
            documents.fault(BOARD, at, what, "Name a zone of the same frame.")
