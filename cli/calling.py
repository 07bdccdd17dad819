"""How the command is typed where it runs: by its name alone, or by the way to it."""

from __future__ import annotations

import shutil
from pathlib import Path

NAME = "koosloome"


def called(word: str, search_path: str | None, folder: Path) -> str:
    """Return what to type for the command that was called by `word` in a folder.

    The name alone where the search path leads to the same file, else the way there, from the folder
    if it lies in it.
    """
    way = folder / word
    if way.stem != NAME or not way.is_file():
        return NAME
    found = shutil.which(NAME, path=search_path)
    if found and way.samefile(found):
        return NAME
    if way.parent == folder:
        return f"./{way.name}"
    return str(way.relative_to(folder) if way.is_relative_to(folder) else way)
