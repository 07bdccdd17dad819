"""Frames."""

from __future__ import annotations

from miro_client import operations
from miro_client.bodies.items import FrameBody
from miro_client.kinds import Kind


class Frames(Kind[FrameBody]):
    """Calls about frames; deleting one leaves its items on the board."""

    operations = operations.FRAMES
