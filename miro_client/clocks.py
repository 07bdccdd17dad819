"""The real clock."""

from __future__ import annotations

import time


class SystemClock:
    """The computer's own time."""

    def now(self) -> float:
        """Epoch seconds."""
        return time.time()
