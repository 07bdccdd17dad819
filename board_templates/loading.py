"""Loads a method folder and checks every file of it against the others."""

from __future__ import annotations

from pathlib import Path

from board_templates.board_spec import BoardSpec
from board_templates.checking import check_method
from board_templates.documents import LANGUAGE_FILES, Documents, parse, validated
from board_templates.errors import FaultyMethod
from board_templates.folder import Folder, read_folder
from board_templates.harvest_spec import HarvestSpec
from board_templates.method import Identity, Method, MethodTexts
from board_templates.plain import Plain
from board_templates.shared_texts import SharedTexts

Raw = dict[str, Plain]


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
    documents = parse(folder)
    _validate(documents)
    _raise_if_faulty(folder, documents)
    raw = _raw(folder, documents)
    method = build(raw, folder.digest)
    check_method(method, shared, documents, folder.path.name)
    _raise_if_faulty(folder, documents)
    return method, raw


def build(raw: Raw, digest: str) -> Method:
    """Return the method of values that were checked before."""
    return Method.model_validate({**raw, "digest": digest})


def _validate(documents: Documents) -> None:
    validated(documents, "method.yaml", Identity)
    validated(documents, "board.yaml", BoardSpec)
    validated(documents, "harvest.yaml", HarvestSpec)
    for file in LANGUAGE_FILES.values():
        validated(documents, file, MethodTexts)


def _raise_if_faulty(folder: Folder, documents: Documents) -> None:
    if documents.faults:
        faults = sorted(documents.faults, key=lambda fault: (fault.file, fault.line or 0))
        raise FaultyMethod(folder.path, list(dict.fromkeys(faults)))


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
