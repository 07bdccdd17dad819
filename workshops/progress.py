"""How work that takes a while says how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock


class Phase(StrEnum):
    """What is being done; its text for people is in `messages`."""

    PLAN = "plan"
    BOARD = "board"
    FRAMES = "frames"
    ZONES = "zones"
    TEXTS = "texts"
    NOTES = "notes"
    DOTS = "dots"
    LINKS = "links"
    TAGS = "tags"
    WAITING = "waiting"
    LOOKING = "looking"
    READING = "reading"
    PLACING = "placing"
    SUMMARY = "summary"
    PEOPLE = "people"
    PICTURES = "pictures"


@dataclass(frozen=True, slots=True)
class ProgressStep:
    """How far a phase is: `done` of `total` pieces, whatever its pieces are."""

    phase: Phase
    done: int
    total: int


Progress = Callable[[ProgressStep], None]


def silent(step: ProgressStep) -> None:
    """Say nothing."""


class Counter:
    """Counts the pieces of one phase and tells each step, one thread at a time."""

    def __init__(self, progress: Progress, phase: Phase, total: int, done: int = 0) -> None:
        self._progress = progress
        self._phase = phase
        self._total = total
        self._done = done
        self._lock = Lock()
        if total:
            progress(ProgressStep(phase, done, total))

    def add(self, pieces: int = 1) -> None:
        """Count pieces as done and tell it."""
        with self._lock:
            self._done += pieces
            self._progress(ProgressStep(self._phase, self._done, self._total))
