"""Pictures of boards with the tag by which a browser asks whether its copy is still right."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

KEPT = 64


class Pictures:
    """The pictures made last, so that a library page doesn't draw twenty boards each time."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._lock = Lock()
        self._pictures: OrderedDict[str, bytes] = OrderedDict()

    def get(self, tag: str, draw: Callable[[], bytes]) -> bytes:
        """Return the picture of this tag, drawing it when it isn't kept."""
        with self._lock:
            if tag in self._pictures:
                self._pictures.move_to_end(tag)
                return self._pictures[tag]
        picture = draw()
        with self._lock:
            self._pictures[tag] = picture
            while len(self._pictures) > self._kept:
                self._pictures.popitem(last=False)
        return picture


def tag_of(*facts: str | int | Mapping[str, Any]) -> str:
    """Return a tag that is equal for equal facts."""
    text = json.dumps(facts, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
