"""Embedded pages and videos, which are only read."""

from __future__ import annotations

from miro_client import operations
from miro_client.kinds import ReadableKind


class Embeds(ReadableKind):
    """Calls about embeds."""

    reading = operations.GET_EMBED
