"""Checks that what one part of a method names exists in another: frames, zones, fields, roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from board_templates.board_spec import NOTE_COLOURS, FrameSpec, LinkTo
from board_templates.checking.walk import BOARD, METHOD
from board_templates.documents import Documents
from board_templates.method import Method, Step
from board_templates.scope import parameters_of
from board_templates.sentences import N_
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
    _check_twice(frames, documents)
    _check_steps(method.steps, {_INTRO, *frames}, ("steps",), documents)
    fields = {parameter.name for parameter in parameters_of(method, shared)}
    for number, frame in enumerate(method.board.frames):
        _check_frame(frame, ("frames", number), set(frames), fields, documents)
    for number, tag in enumerate(method.board.tags):
        if tag.colour is not None and tag.colour not in _TAG_COLOURS:
            wrong = N_("A tag can't be “{colour}”.", colour=tag.colour)
            cure = N_("Known are: {names}.", names=", ".join(sorted(_TAG_COLOURS)))
            documents.fault(BOARD, ("tags", number, "colour"), wrong, cure)
    for number, rule in enumerate(method.identity.rules):
        if rule.field not in fields:
            wrong = N_("There is no field “{name}”.", name=rule.field)
            cure = N_("Name a field of the brief.")
            documents.fault(METHOD, ("rules", number, "field"), wrong, cure)


def _check_twice(names: list[str], documents: Documents) -> None:
    for name, count in Counter(names).items():
        if count > 1:
            wrong = N_("There are {count} frames called “{name}”.", count=count, name=name)
            documents.fault(BOARD, ("frames",), wrong, N_("Rename all but one."))


def _check_steps(
    steps: tuple[Step, ...], frames: set[str], path: Path, documents: Documents
) -> None:
    for number, step in enumerate(steps):
        at: Path = (*path, number)
        if step.each is not None:
            _check_steps(step.steps, frames, (*at, "steps"), documents)
            continue
        if step.frame is not None and step.frame not in frames:
            wrong = N_(
                "The step names the frame “{name}”, which the board doesn't have.", name=step.frame
            )
            cure = N_("Name a frame of board.yaml, or F0.")
            documents.fault(METHOD, (*at, "frame"), wrong, cure)
        missing = [f for f in ("id", "minutes", "kind") if getattr(step, f) is None]
        for field in missing:
            documents.fault(
                METHOD, at, N_("The step has no `{field}`.", field=field), N_("Add it.")
            )


def _check_frame(
    frame: FrameSpec, path: Path, frames: set[str], fields: set[str], documents: Documents
) -> None:
    if frame.id == _INTRO:
        wrong = N_("F0 is the intro frame.")
        documents.fault(BOARD, path, wrong, N_("Give the frame another id."))
    for at, link in _links(frame, path):
        if link.frame not in frames:
            wrong = N_("The link leads to “{name}”, which the board doesn't have.", name=link.frame)
            documents.fault(BOARD, at, wrong, N_("Name a frame of board.yaml."))
    for at, origin in _origins(frame, path):
        if origin not in fields:
            wrong = N_("There is no field “{name}”.", name=origin)
            documents.fault(BOARD, at, wrong, N_("Name a field of the brief."))
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
            wrong = N_("The frame has no zone “{name}”.", name=seed.zone)
            documents.fault(BOARD, (*at, "zone"), wrong, N_("Name a zone of the same frame."))
        if seed.colour and "{{" not in seed.colour and seed.colour not in NOTE_COLOURS:
            wrong = N_("A note can't be “{colour}”.", colour=seed.colour)
            cure = N_("Known are: {names}.", names=", ".join(NOTE_COLOURS))
            documents.fault(BOARD, (*at, "colour"), wrong, cure)
    for place, strip in (("above", frame.strips.above), ("below", frame.strips.below)):
        if strip and strip.holds and strip.holds not in names:
            wrong = N_("The frame has no zone “{name}”.", name=strip.holds)
            at = (*path, "strips", place, "holds")
            documents.fault(BOARD, at, wrong, N_("Name a zone of the same frame."))
