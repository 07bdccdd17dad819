"""Loads a method folder and checks every file of it against the others."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from board_templates.documents import LANGUAGE_FILES, Documents, parse
from board_templates.errors import Fault, FaultyMethod
from board_templates.folder import Folder, read_folder, shown_name
from board_templates.method import Method
from board_templates.parts import sound_parts
from board_templates.plain import Plain
from board_templates.shared_texts import SharedTexts

Raw = dict[str, Plain]


@dataclass(frozen=True, slots=True)
class ReadMethod:
    """What a folder gave: everything wrong with it, and a method where each file alone is sound."""

    method: Method | None
    raw: Raw
    faults: tuple[Fault, ...]


def load_method(folder: Path, shared: SharedTexts) -> Method:
    """Return the method of a folder.

    Raises:
        FaultyMethod: with everything that is wrong with it, each fault at its file and line.
    """
    method, _ = load_with_raw(read_folder(folder), shared)
    return method


def load_with_raw(folder: Folder, shared: SharedTexts) -> tuple[Method, Raw]:
    """Return the method of a folder, and the plain values it can be built from again.

    Raises:
        FaultyMethod: as `load_method`.
    """
    read = read_method(folder, shared)
    if read.faults or read.method is None:
        raise FaultyMethod(folder.path, read.faults)
    return read.method, read.raw


def read_method(folder: Folder, shared: SharedTexts) -> ReadMethod:
    """Return the method of a folder as far as it can be had, and every fault at once.

    A file that is missing or broken doesn't hide the faults of the others.
    """
    # A method that was parsed before needs no check, and the check needs the whole layout.
    from board_templates.checking import check_method  # noqa: PLC0415

    documents = parse(folder)
    parts = sound_parts(documents, folder)
    check_method(parts, shared, documents, shown_name(folder.path))
    raw: Raw = {}
    method = None
    if parts.whole:
        raw = _raw(folder, documents)
        method = build(raw, folder.digest)
    faults = sorted(documents.faults, key=lambda fault: (fault.file, fault.line or 0))
    return ReadMethod(method, raw, tuple(dict.fromkeys(faults)))


def build(raw: Raw, digest: str) -> Method:
    """Return the method of values that were checked before."""
    return Method.model_validate({**raw, "digest": digest})


def _raw(folder: Folder, documents: Documents) -> Raw:
    texts = {
        lang: {**documents.value(file), "guide": folder.files[f"guide/{lang}.md"]}
        for lang, file in LANGUAGE_FILES.items()
    }
    return {
        "identity": documents.value("method.yaml"),
        "board": documents.value("board.yaml"),
        "harvest": documents.value("harvest.yaml") or {},
        "texts": texts,
        "example": documents.value("example.yaml") or {},
    }
