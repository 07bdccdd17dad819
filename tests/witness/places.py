"""Where the witnesses live, and whether they are set up as their locks say."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Place:
    """One witness's environment: the lock it is made from and the mark it leaves when made."""

    lock: Path
    folder: Path

    @property
    def mark(self) -> Path:
        """Give the file that holds the digest of the lock the environment was made from."""
        return self.folder / ".made-from"

    def digest(self) -> str:
        """Give the digest of the lock."""
        return hashlib.sha256(self.lock.read_bytes()).hexdigest()

    def ready(self) -> bool:
        """Say whether the environment was made from the lock as it is now."""
        return self.mark.is_file() and self.mark.read_text(encoding="utf-8") == self.digest()

    def made(self) -> None:
        """Leave the mark."""
        self.mark.write_text(self.digest(), encoding="utf-8")


PYTHON = Place(HERE / "requirements.lock", HERE.parents[1] / ".venv-witness")
NODE = Place(HERE / "node" / "package-lock.json", HERE / "node" / "node_modules")
