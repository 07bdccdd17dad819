"""The parsed files of a method folder: plain values, and faults that know their line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel, ValidationError

from board_templates.errors import Fault
from board_templates.folder import Folder
from board_templates.plain import Plain
from board_templates.yaml_reading import Document, Path, read_yaml

LANGUAGE_FILES = {"et": "texts/et.yaml", "en": "texts/en.yaml"}


@dataclass(slots=True)
class Documents:
    """The documents of a folder by file name, and the faults found in them."""

    by_name: dict[str, Document] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, file: str, path: Path, what: str, remedy: str) -> None:
        """Note a fault at a value of a file."""
        document = self.by_name.get(file)
        line = document.line(path) if document else None
        self.faults.append(Fault(file, line, what, remedy))

    def value(self, file: str) -> Plain:
        """Return what a file holds; None when it isn't there or is empty."""
        document = self.by_name.get(file)
        return document.value if document else None


def parse(folder: Folder) -> Documents:
    """Return the documents of a folder; what can't be read is among their faults."""
    documents = Documents()
    for name, text in folder.files.items():
        if name.endswith(".yaml"):
            document = read_yaml(text, name)
            documents.by_name[name] = document
            documents.faults.extend(document.faults)
            if not document.faults and not isinstance(document.value, dict):
                document.fault((), "The file holds no fields.", "Write `name: value` lines.")
                documents.faults.append(document.faults[-1])
    return documents


def validated(documents: Documents, file: str, model: type[BaseModel]) -> None:
    """Check a document against a model, noting every fault at its line."""
    document = documents.by_name.get(file)
    if document is None or document.faults:
        return
    try:
        model.model_validate(document.value)
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            _note(documents, file, problem)


def _note(documents: Documents, file: str, problem: Mapping[str, Plain]) -> None:
    path: Path = tuple(problem["loc"])
    name = str(path[-1]) if path else ""
    shown = ".".join(str(part) for part in path)
    if problem["type"] == "extra_forbidden":
        what, remedy = f"There is no field “{name}” here ({shown}).", "Correct its name."
    elif problem["type"] == "missing":
        what, remedy = f"The field “{name}” is missing ({shown}).", "Add it."
    else:
        what, remedy = f"“{shown}”: {problem['msg']}.", f"Given was {_short(problem['input'])}."
    documents.fault(file, path, what, remedy)


def _short(value: Plain) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"  # noqa: PLR2004  # one line of a message
