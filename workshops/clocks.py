"""The clock of this machine."""

from __future__ import annotations

import time


class WallClock:
    """Tells the time by this machine."""

    def now(self) -> float:
        """Return epoch seconds."""
        return time.time()
