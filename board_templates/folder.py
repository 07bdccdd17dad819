"""Reads the files of a method folder, nothing outside it, and says what they weigh together."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from board_templates.errors import Fault, FaultyMethod
from board_templates.yaml_reading import SIZE_LIMIT

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
    """The texts of a method's files by their names within the folder."""

    path: Path
    files: Mapping[str, str]
    digest: str


def read_folder(folder: Path) -> Folder:
    """Return the files of a method folder and the SHA-256 of them all.

    Raises:
        FaultyMethod: when a file is missing, too large, not UTF-8, or lies outside the folder.
    """
    faults: list[Fault] = []
    files = {}
    for name in (*REQUIRED, *OPTIONAL):
        text = _read(folder, name, faults)
        if text is not None:
            files[name] = text
    if faults:
        raise FaultyMethod(folder, faults)
    return Folder(folder, files, _digest(folder.name, files))


def _read(folder: Path, name: str, faults: list[Fault]) -> str | None:
    path = folder / name
    if not path.is_file():
        if name in REQUIRED:
            faults.append(Fault(name, None, "The file is missing.", "Add it."))
        return None
    if not path.resolve().is_relative_to(folder.resolve()):
        what = "The file leads out of the folder."
        faults.append(Fault(name, None, what, "Put the file itself here."))
        return None
    if path.stat().st_size > SIZE_LIMIT:
        what = f"The file is larger than {SIZE_LIMIT // 1024} kB."
        faults.append(Fault(name, None, what, "Make it shorter."))
        return None
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        faults.append(Fault(name, None, "The file is not UTF-8 text.", "Save it as UTF-8."))
        return None


def _digest(folder_name: str, files: Mapping[str, str]) -> str:
    digest = hashlib.sha256(f"koosloome {LOADER_VERSION} {folder_name}\0".encode())
    for name, text in sorted(files.items()):
        content = text.encode()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
