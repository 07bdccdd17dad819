"""How fast a rehearsal goes: all at once, or in its own time, hastened or not."""

from __future__ import annotations

from collections.abc import Callable

from workshops.ports import Sleep

Pace = Callable[[float], None]  # told the moment of each step, in seconds after the beginning


def at_once(_moment: float) -> None:
    """Wait for nothing."""


def in_time(sleep: Sleep, speed: float = 1.0) -> Pace:
    """Return a pace that lets the time between steps pass, `speed` times as fast as they say."""
    reached = 0.0

    def wait(moment: float) -> None:
        nonlocal reached
        if moment > reached:
            sleep((moment - reached) / speed)
            reached = moment

    return wait
