"""Text items."""

from __future__ import annotations

from miro_client import operations
from miro_client.bodies.items import TextBody
from miro_client.kinds import Kind


class Texts(Kind[TextBody]):
    """Calls about text items."""

    operations = operations.TEXTS
