"""Lets Python's search for rings of garbage rest while a harvest makes what it keeps."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Final


@dataclass
class _Rest:
    """How many harvests are at work in this process, and whether the search was on before."""

    lock: Lock = field(default_factory=Lock)
    at_work: int = 0
    was_on: bool = False


_rest: Final = _Rest()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the garbage collector from looking through what is being made.

    A harvest makes many objects for each note, and none of them is in a ring: looking through all
    of them again and again takes time and finds nothing. What is let
    go of is freed at once all the same. The last of several harvests turns the search on again.
    """
    with _rest.lock:
        if not _rest.at_work:
            _rest.was_on = gc.isenabled()
            gc.disable()
        _rest.at_work += 1
    try:
        yield
    finally:
        with _rest.lock:
            _rest.at_work -= 1
            if not _rest.at_work and _rest.was_on:
                gc.enable()
