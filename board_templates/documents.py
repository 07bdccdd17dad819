"""The parsed files of a method folder: plain values, and faults that know their line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from board_templates.errors import Fault
from board_templates.folder import Folder
from board_templates.plain import Plain
from board_templates.sentences import N_, Sentence
from board_templates.yaml_reading import Document, Path, read_yaml

LANGUAGE_FILES = {"et": "texts/et.yaml", "en": "texts/en.yaml"}


@dataclass(slots=True)
class Documents:
    """The documents of a folder by file name, and the faults found in them."""

    by_name: dict[str, Document] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, file: str, path: Path, wrong: Sentence, cure: Sentence) -> None:
        """Note a fault at a value of a file."""
        document = self.by_name.get(file)
        line = document.line(path) if document else None
        self.faults.append(Fault(file, line, wrong, cure))

    def place_of(self, said: str, otherwise: str) -> tuple[str, Path]:
        """Return the file and the place where an expression or a text stands.

        Where nothing holds it that is the file named `otherwise`, as a whole.
        """
        for fits in (said.__eq__, lambda value: len(said) > 1 and said in value):
            for file in sorted(self.by_name, key=lambda name: name != otherwise):
                for path, value in _leaves(self.by_name[file].value, ()):
                    if fits(str(value)):
                        return file, path
        return otherwise, ()

    def value(self, file: str) -> Plain:
        """Return what a file holds; None when it isn't there, is empty or broken."""
        document = self.by_name.get(file)
        return document.value if document else None


def _leaves(value: Plain, path: Path) -> Iterator[tuple[Path, Plain]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, (*path, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, (*path, number))
    else:
        yield path, value


def parse(folder: Folder) -> Documents:
    """Return the documents of a folder; what can't be read is among their faults."""
    documents = Documents(faults=list(folder.faults))
    for name, text in folder.files.items():
        if name.endswith(".yaml"):
            document = read_yaml(text, name)
            documents.by_name[name] = document
            documents.faults.extend(document.faults)
            if not document.broken and not isinstance(document.value, dict):
                document.value = None
                wrong = N_("The file holds no fields.")
                documents.fault(name, (), wrong, N_("Write `name: value` lines."))
    return documents
