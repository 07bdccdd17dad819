"""The phases of a process that methods serve, in their order."""

from __future__ import annotations

from typing import Literal

PhaseId = Literal["understand", "design", "discuss", "decide", "learn", "group"]
PHASES: tuple[PhaseId, ...] = ("understand", "design", "discuss", "decide", "learn", "group")
