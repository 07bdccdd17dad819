"""Makes the environments of Miro's own clients, or says why it can't; the tests then skip.

Run as `python tests/witness/setting_up.py` by the set-up of the tests; does nothing when all is
there already.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.witness.places import NODE, PYTHON, Place

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 300


def main() -> int:
    """Set both up; a failure is told on stderr and is no error."""
    ensure("Miro's Python client", PYTHON, make_python)
    if shutil.which("npm") is not None:
        ensure("Miro's Node client", NODE, _make_node)
    return 0


def ensure(name: str, place: Place, make: Callable[[Place], None]) -> None:
    """Make an environment unless it is there as its lock says; tell on stderr when that fails."""
    if place.ready():
        return
    try:
        make(place)
    except (OSError, subprocess.SubprocessError) as error:
        sys.stderr.write(f"{name} could not be set up, its tests will skip: {error}\n")
        return
    place.made()


def make_python(place: Place) -> None:
    """Make a Python environment from its lock."""
    venv.create(place.folder, with_pip=True, clear=True)
    (place.folder / ".gitignore").write_text("*\n", encoding="utf-8")
    pip = [str(place.folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "-qq"]
    # The lock is complete: an older pip would ask anew for what carries an extra.
    exact = ["--require-hashes", "--no-deps"]
    _run([*pip, "install", *exact, "-r", str(place.lock)], place.lock.parent)


def _make_node(place: Place) -> None:
    _run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        place.lock.parent,
    )


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(  # noqa: S603  # our own lists of words
        command, cwd=folder, check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL
    )


if __name__ == "__main__":
    raise SystemExit(main())
