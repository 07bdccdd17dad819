"""Reads the files of a method folder, nothing outside it, and says what they weigh together."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from board_templates.errors import Fault
from board_templates.sentences import N_
from board_templates.yaml_reading import SIZE_LIMIT, too_large

LOADER_VERSION = 1
"""Raised when a folder would be read differently; what was kept under an older one is not used."""

REQUIRED = (
    "method.yaml",
    "board.yaml",
    "harvest.yaml",
    "texts/et.yaml",
    "texts/en.yaml",
    "guide/et.md",
    "guide/en.md",
)
OPTIONAL = ("example.yaml",)


@dataclass(frozen=True, slots=True)
class Folder:
    """The texts of a method's files by their names within the folder, and what is wrong with them.

    `faults` name files that are missing, too large, not UTF-8, or lie outside the folder.
    """

    path: Path
    files: Mapping[str, str]
    digest: str
    faults: tuple[Fault, ...] = ()


def read_folder(folder: Path) -> Folder:
    """Return the files of a method folder and the SHA-256 of them all."""
    if not folder.is_dir():
        return Folder(folder, {}, _digest(folder.name, {}), (_no_folder(folder),))
    faults: list[Fault] = []
    files = {}
    for name in (*REQUIRED, *OPTIONAL):
        text = _read(folder, name, faults)
        if text is not None:
            files[name] = text
    return Folder(folder, files, _digest(folder.name, files), tuple(faults))


def _no_folder(path: Path) -> Fault:
    wrong = N_("This is a file.") if path.exists() else N_("There is no such folder.")
    return Fault(str(path), None, wrong, N_("Name the folder that holds method.yaml."))


def _read(folder: Path, name: str, faults: list[Fault]) -> str | None:
    path = folder / name
    if not path.is_file():
        if name in REQUIRED:
            faults.append(Fault(name, None, N_("The file is missing."), N_("Add it.")))
        return None
    if not path.resolve().is_relative_to(folder.resolve()):
        wrong = N_("The file leads out of the folder.")
        faults.append(Fault(name, None, wrong, N_("Put the file itself here.")))
        return None
    if path.stat().st_size > SIZE_LIMIT:
        faults.append(Fault(name, None, too_large(), N_("Make it shorter.")))
        return None
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        wrong = N_("The file is not UTF-8 text.")
        faults.append(Fault(name, None, wrong, N_("Save it as UTF-8.")))
        return None


def _digest(folder_name: str, files: Mapping[str, str]) -> str:
    digest = hashlib.sha256(f"koosloome {LOADER_VERSION} {folder_name}\0".encode())
    for name, text in sorted(files.items()):
        content = text.encode()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
