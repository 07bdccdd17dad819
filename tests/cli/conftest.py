"""The command run in this process: its own home, its own streams, no environment of the machine."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli.main import run


@dataclass(frozen=True)
class Ran:
    """How one command ended."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The one JSON object on stdout."""
        found: dict[str, Any] = json.loads(self.out)
        return found


Koosloome = Callable[..., Ran]


class _Answers(io.StringIO):
    """Somebody at a terminal who types this."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def koosloome(home: Path) -> Koosloome:
    def call(*words: object, typed: str | None = None, **environ: str) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        code = run(
            [str(word) for word in words],
            environ={"KOOSLOOME_HOME": str(home), **environ},
            stdin=io.StringIO() if typed is None else _Answers(typed),
            stdout=out,
            stderr=err,
        )
        return Ran(int(code), out.getvalue(), err.getvalue())

    return call
