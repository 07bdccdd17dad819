"""Documents, which are only read."""

from __future__ import annotations

from miro_client import operations
from miro_client.kinds import ReadableKind


class Documents(ReadableKind):
    """Calls about documents."""

    reading = operations.GET_DOCUMENT
