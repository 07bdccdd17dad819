"""Whose fault it is that a board cannot be summed up: of a method's author, or ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from board_templates.expressions import ExpressionError
from board_templates.library import Library
from board_templates.method import LANGUAGES, Method
from board_templates.sentences import Sentence, printable
from harvest.errors import BrokenAccounting as SumsDisagree
from harvest.errors import FaultyHarvest, HarvestError, UnknownReading
from workshops.errors import BrokenAccounting, FaultyRule, OurFault
from workshops.harvest_places import HARVEST, HarvestPlaces

_TEXTS = "texts"


@contextmanager
def faults_told(library: Library, method: Method | None, command: str) -> Iterator[None]:
    """Tell by meaning what goes wrong while a board is read and summed up.

    `command` reads the board once more. Raises `FaultyRule` for a method of people's own,
    `BrokenAccounting`, or `OurFault`.
    """
    try:
        yield
    except SumsDisagree as error:
        raise BrokenAccounting(reason=str(error)) from error
    except (FaultyHarvest, UnknownReading, ExpressionError) as error:
        folder = library.own_folder(method.identity.id) if method is not None else None
        if folder is None:
            raise OurFault(reason=str(error)) from error
        raise _faulty_rule(folder, error, command) from error
    except HarvestError as error:
        raise OurFault(reason=str(error)) from error


def _faulty_rule(
    folder: Path, error: FaultyHarvest | UnknownReading | ExpressionError, command: str
) -> FaultyRule:
    rule, expression, why = _parts(error)
    line = _places(folder).line(rule, expression) if rule != _TEXTS else None
    file = folder / (_TEXTS if rule == _TEXTS else HARVEST)
    place = printable(str(file))
    shown = f"`{expression}`: " if expression else ""
    return FaultyRule(
        method=folder.name,
        place=place if line is None else f"{place}:{line}",
        rule=rule,
        reason={lang: f"{shown}{why.said(lang)}" for lang in LANGUAGES},
        folder=printable(str(folder)),
        command=command,
    )


def _parts(error: FaultyHarvest | UnknownReading | ExpressionError) -> tuple[str, str, Sentence]:
    """Return the path of the rule, its expression if one is to blame, and why."""
    match error:
        case FaultyHarvest():
            return error.where, error.expression, error.why
        case UnknownReading():
            return f"lists.{error.name}", "", error.reason
    return _TEXTS, error.expression, error.why


def _places(folder: Path) -> HarvestPlaces:
    """Return the lines of the method's rules; of none where the file can't be read now."""
    try:
        return HarvestPlaces((folder / HARVEST).read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return HarvestPlaces("")
