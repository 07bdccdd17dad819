"""The parts of a method that are sound, with stand-ins for the rest so that they can be checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from board_templates.board_spec import BoardSpec
from board_templates.documents import LANGUAGE_FILES, Documents
from board_templates.folder import REQUIRED, Folder
from board_templates.harvest_spec import HarvestSpec
from board_templates.method import Identity, Lang, Method, MethodTexts, Minutes, People
from board_templates.plain import Plain
from board_templates.problems import problem
from board_templates.yaml_reading import Path

Model = TypeVar("Model", bound=BaseModel)

_HOUR = Minutes(default=60, min=60, max=60)
_ANYBODY = People(min=1, max=200)
_LANGUAGES: tuple[Lang, ...] = ("et", "en")


@dataclass(frozen=True, slots=True)
class Parts:
    """A method in which files that are not `sound` have empty stand-ins."""

    method: Method
    sound: frozenset[str]

    @property
    def whole(self) -> bool:
        """Tell whether nothing had to be stood in for."""
        return self.sound.issuperset(REQUIRED)


def sound_parts(documents: Documents, folder: Folder) -> Parts:
    """Check each document against its model, noting every fault, and return what is sound.

    A language whose texts can't be used is stood in for by the other one.
    """
    identity = _validated(documents, "method.yaml", Identity)
    board = _validated(documents, "board.yaml", BoardSpec)
    harvest = _validated(documents, "harvest.yaml", HarvestSpec)
    texts = {lang: _texts(documents, folder, lang) for lang in _LANGUAGES}
    found = {
        "method.yaml": identity,
        "board.yaml": board,
        "harvest.yaml": harvest,
        **{LANGUAGE_FILES[lang]: said for lang, said in texts.items()},
        **{file: folder.files.get(file) for file in REQUIRED if file.endswith(".md")},
    }
    instead = (
        texts["et"]
        or texts["en"]
        or MethodTexts(name="…", purpose="", use_when="", not_when="", source_short="…")
    )
    method = Method.model_construct(
        identity=identity or _stand_in(folder),
        board=board or BoardSpec.model_construct(frames=()),
        harvest=harvest or HarvestSpec(),
        texts={lang: said or instead for lang, said in texts.items()},
    )
    return Parts(method, frozenset(file for file, part in found.items() if part is not None))


def _stand_in(folder: Folder) -> Identity:
    return Identity.model_construct(
        id=folder.path.name,
        version=1,
        phase="group",
        steps=(),
        minutes=_HOUR,
        people=_ANYBODY,
    )


def _texts(documents: Documents, folder: Folder, lang: Lang) -> MethodTexts | None:
    said = _validated(documents, LANGUAGE_FILES[lang], MethodTexts)
    guide = folder.files.get(f"guide/{lang}.md", "")
    return said and said.model_copy(update={"guide": guide})


def _validated(documents: Documents, file: str, model: type[Model]) -> Model | None:
    """Return a document as a model, noting every fault at its line; None when it can't be one.

    Names that are not known are noted and then left aside, so that they don't hide other faults.
    """
    value = documents.value(file)
    if value is None:
        return None
    try:
        return model.model_validate(value)
    except ValidationError as error:
        problems = _without_followers(error.errors(include_url=False))
    for found in problems:
        documents.fault(file, tuple(found["loc"]), *problem(found))
    needless = [tuple(found["loc"]) for found in problems if found["type"] == "extra_forbidden"]
    if len(needless) < len(problems) or not all(_left_aside(value, path) for path in needless):
        return None
    return _validated(documents, file, model)


def _without_followers(problems: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out that a list is too short where that only follows from what is wrong in it."""
    places = [found["loc"] for found in problems]
    holders = {place[:depth] for place in places for depth in range(len(place))}
    return [one for one in problems if one["type"] != "too_short" or one["loc"] not in holders]


def _left_aside(value: Plain, path: Path) -> bool:
    """Take a value out of those that hold it; tell whether it was there."""
    for step in path[:-1]:
        try:
            value = value[step]
        except (LookupError, TypeError):
            return False
    return isinstance(value, dict) and value.pop(path[-1], value) is not value
