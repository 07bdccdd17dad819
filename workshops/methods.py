"""The verb: check a method folder against both specialists, who draws and who reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from board_templates.board_spec import ColumnSpec, FrameSpec, ZoneSpec
from board_templates.folder import read_folder
from board_templates.library import Library
from board_templates.loading import read_method
from board_templates.method import Method
from workshops.briefs import language
from workshops.faults import N_
from workshops.harvest_places import HARVEST, HarvestPlaces
from workshops.messages import said
from workshops.method_check import MethodCheck, MethodFault

HOLE = re.compile(r"\{\{.*?\}\}")
ZONE_ARGUMENTS = ("zones", "except", "silent")
FRAME_ARGUMENTS = ("frame", "frames")


def check_method(library: Library, folder: Path, lang: str) -> MethodCheck:
    """Return everything that is wrong with a method folder, said in a language.

    What only shows when drawing and reading are put side by side (readings that exist, arguments
    they take, zones that are on the board) is looked at when each file for itself is sound.
    """
    files = read_folder(folder)
    found = read_method(files, library.shared)
    drawing = tuple(
        MethodFault(
            file=fault.file,
            line=fault.line,
            what=fault.wrong.said(lang),
            remedy=fault.cure.said(lang),
        )
        for fault in found.faults
    )
    if found.method is None:
        return MethodCheck(id=None, faults=drawing)
    from workshops.example_check import FILE, example_faults  # noqa: PLC0415  # lists do without
    from workshops.harvest_trial import trial_faults  # noqa: PLC0415  # as above

    places = HarvestPlaces(files.files.get(HARVEST, ""))
    example = files.files.get(FILE, "")
    faults = (
        *drawing,
        *example_faults(found.method, library.shared, example, language(lang)),
        *_not_read(found.method, library, places, lang),
        *_not_drawn(found.method, library, places, lang),
    )
    if not faults:
        faults = tuple(trial_faults(found.method, library.shared, places, language(lang)))
    return MethodCheck(id=found.method.id, faults=faults)


def _not_read(
    method: Method, library: Library, places: HarvestPlaces, lang: str
) -> Iterator[MethodFault]:
    """Yield what the readings have against harvest.yaml."""
    from harvest.checking import check_harvest  # noqa: PLC0415  # the readings are heavy

    remedy = N_("Correct it; docs/methods.md lists the readings and what each takes.")
    for fault in check_harvest(method, library.shared):
        place = _named(method, fault.where)
        yield MethodFault(
            file=HARVEST,
            line=places.line(fault.where),
            what=f"{place}: {fault.reason.said(lang)}.",
            remedy=said(remedy, {}, lang),
        )


def _named(method: Method, where: str) -> str:
    """Return a place in harvest.yaml with the reading that stands there, if one does."""
    spec = method.harvest.lists.get(where.removeprefix("lists."))
    return f"{where}.{spec.reading}" if spec is not None else where


def _not_drawn(
    method: Method, library: Library, places: HarvestPlaces, lang: str
) -> tuple[MethodFault, ...]:
    """Return the zones and frames that harvest.yaml speaks of and board.yaml does not draw."""
    frames = [*method.board.frames, library.shared.intro]
    drawn = [zone for frame in frames for zone in _zones_of(frame)]
    ids = [frame.id for frame in frames]
    missing = [
        *((where, name) for where, name in _zones_named(method) if not _meets(name, drawn)),
        *((where, name) for where, name in _frames_named(method) if not _meets(name, ids)),
    ]
    wrong = N_("nothing on the board is called “{name}”.")
    remedy = N_("Name a zone or frame of board.yaml.")
    return tuple(
        MethodFault(
            file=HARVEST,
            line=places.line(where, name),
            what=f"{where}: {said(wrong, {'name': name}, lang)}",
            remedy=said(remedy, {}, lang),
        )
        for where, name in missing
    )


def _zones_of(frame: FrameSpec) -> Iterator[str]:
    columns = frame.table.columns if frame.table else ()
    parts: tuple[ZoneSpec | ColumnSpec, ...] = (*frame.zones, *columns)
    for part in parts:
        yield f"{frame.id}.{part.id or part.name}"


def _zones_named(method: Method) -> Iterator[tuple[str, str]]:
    for pattern in method.harvest.zones:
        yield "zones", pattern
    for name, spec in method.harvest.lists.items():
        for argument in ZONE_ARGUMENTS:
            for pattern in _words(spec.arguments.get(argument)):
                if "." in pattern:
                    yield f"lists.{name}", pattern


def _frames_named(method: Method) -> Iterator[tuple[str, str]]:
    for name, spec in method.harvest.lists.items():
        for argument in FRAME_ARGUMENTS:
            for pattern in _words(spec.arguments.get(argument)):
                yield f"lists.{name}", pattern


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list | tuple) else ()


def _meets(pattern: str, names: Iterable[str]) -> bool:
    """Tell whether a pattern can name one of these; templates among them stand for anything."""
    return any(
        fnmatchcase(HOLE.sub("1", name), pattern)
        or fnmatchcase(pattern.replace("*", "1"), HOLE.sub("*", name))
        for name in names
    )
