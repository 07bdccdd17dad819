"""Things that took their time to make, kept for the next who asks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")

MOST = 64


class Kept(Generic[Made]):
    """The things made last, so that a library page doesn't draw twenty boards each time."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._things: OrderedDict[str, Made] = OrderedDict()

    def get(self, tag: str, make: Callable[[], Made]) -> Made:
        """Return the thing of this tag, making it when it isn't kept."""
        with self._lock:
            if tag in self._things:
                self._things.move_to_end(tag)
                return self._things[tag]
        thing = make()
        with self._lock:
            self._things[tag] = thing
            while len(self._things) > self._most:
                self._things.popitem(last=False)
        return thing
