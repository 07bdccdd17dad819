"""How long the commands that need no network take to start and answer."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.own_work import timed

ISSUE = ("--set", "issue=Kuidas korraldada bussiliiklust?")
COMMANDS = (
    ("--help",),
    ("methods", "list"),
    ("methods", "show", "stakeholder-map"),
    ("board", "create", "stakeholder-map", *ISSUE, "--dry-run"),
    ("board", "list"),
    ("share", "stakeholder-map", *ISSUE),
    ("board", "preview", "stakeholder-map", *ISSUE, "-o", "board.svg"),
)
TIMES = 5


@dataclass(frozen=True)
class Start:
    """Seconds from start to end of one command, the best of a few."""

    command: str
    seconds: float


def starts(times: int = TIMES) -> list[Start]:
    """Return what each command takes, on a data folder where it has run before.

    The modules are compiled, as an installer leaves them, also where the environment of the
    measurement keeps Python from it.
    """
    program = str(Path(sys.executable).parent / "koosloome")
    with TemporaryDirectory() as home:
        compiled = {"KOOSLOOME_HOME": home, "PYTHONPYCACHEPREFIX": str(Path(home) / "compiled")}
        environ = {**os.environ, **compiled}
        environ.pop("PYTHONDONTWRITEBYTECODE", None)
        return [_start(program, command, environ, home, times) for command in COMMANDS]


def _start(
    program: str, command: tuple[str, ...], environ: dict[str, str], home: str, times: int
) -> Start:
    def run() -> None:
        subprocess.run(  # noqa: S603  # our own command
            [program, *command], env=environ, cwd=home, check=True, capture_output=True
        )

    run()
    return Start(
        "koosloome " + " ".join(word for word in command if word not in ISSUE), timed(run, times)
    )
