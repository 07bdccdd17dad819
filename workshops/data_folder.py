"""The data folder: it holds what people wrote, so only its owner looks into one we make."""

from __future__ import annotations

from pathlib import Path

OWNER_ONLY = 0o700


def private(folder: Path) -> Path:
    """Make a folder that only its owner can enter; one that is there stays as it is.

    Raises `OSError` when it cannot be made.
    """
    folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    return folder
