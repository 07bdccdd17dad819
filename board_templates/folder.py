"""Reads the files of a method folder, nothing outside it, and says what they weigh together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from board_templates.errors import Fault
from board_templates.sentences import N_, printable
from board_templates.yaml_reading import SIZE_LIMIT, too_large, unseen_sign

LOADER_VERSION = 2
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


def shown_name(folder: Path) -> str:
    """Return a folder's name with every sign that can't be printed written out."""
    return printable(folder.name)


def read_folder(folder: Path) -> Folder:
    """Return the files of a method folder and the SHA-256 of them all."""
    name_of_folder = shown_name(folder)
    if not folder.is_dir():
        return Folder(folder, {}, _digest(name_of_folder, {}), (_no_folder(folder),))
    faults: list[Fault] = []
    files = {}
    for name in (*REQUIRED, *OPTIONAL):
        text = _read(folder, name, faults)
        if text is not None:
            files[name] = text
    return Folder(folder, files, _digest(name_of_folder, files), tuple(faults))


def _no_folder(path: Path) -> Fault:
    wrong = N_("This is a file.") if path.exists() else N_("There is no such folder.")
    return Fault(printable(str(path)), None, wrong, N_("Name the folder that holds method.yaml."))


def _read(folder: Path, name: str, faults: list[Fault]) -> str | None:
    path = folder / name
    if not path.is_file():
        faults.extend(_no_file(name, there=path.exists() or path.is_symlink()))
        return None
    if not path.resolve().is_relative_to(folder.resolve()):
        wrong = N_("The file leads out of the folder.")
        faults.append(Fault(name, None, wrong, N_("Put the file itself here.")))
        return None
    if path.stat().st_size > SIZE_LIMIT:
        faults.append(Fault(name, None, too_large(), N_("Make it shorter.")))
        return None
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        wrong = N_("The file is not UTF-8 text.")
        faults.append(Fault(name, None, wrong, N_("Save it as UTF-8.")))
        return None
    except OSError:
        wrong = N_("The file can't be read.")
        faults.append(Fault(name, None, wrong, N_("Allow it to be read.")))
        return None
    faults.extend(_unseen(name, text))
    return text


def _no_file(name: str, *, there: bool) -> Iterator[Fault]:
    if there:
        wrong = N_("This is not an ordinary file.")
        yield Fault(name, None, wrong, N_("Put the file itself here."))
    elif name in REQUIRED:
        yield Fault(name, None, N_("The file is missing."), N_("Add it."))


def _unseen(name: str, text: str) -> Iterator[Fault]:
    """Yield the first unseen sign of a guide; YAML is judged where it is read, escapes included."""
    for number, line in enumerate(text.split("\n") if name.endswith(".md") else (), 1):
        wrong = unseen_sign(line.removesuffix("\r"))
        if wrong is not None:
            yield Fault(name, number, wrong, N_("Remove it."))
            return


def _digest(folder_name: str, files: Mapping[str, str]) -> str:
    digest = hashlib.sha256(f"koosloome {LOADER_VERSION} {folder_name}\0".encode())
    for name, text in sorted(files.items()):
        content = text.encode()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
