"""What a machine is told of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workshops.requests_answers.boards import BoardFacts

if TYPE_CHECKING:
    from harvest.summary import Summary


@dataclass(frozen=True, kw_only=True)
class DemoAnswer:
    """The main job done once on a sandbox of its own, and the files it left."""

    folder: Path
    files: tuple[Path, ...]
    board: BoardFacts
    method: str
    people: int
    calls: int
    planned: int
    created: int
    read: int
    counted: int
    set_aside: int
    actions: int
    signals: int
    seconds: float
    summary: Summary


@dataclass(frozen=True, kw_only=True)
class DoctorLine:
    """One thing looked at: `key` names it, `facts` fill its sentence."""

    key: str
    state: Literal["ok", "missing", "warning"]
    facts: Mapping[str, str | int | float] = field(default_factory=dict)
