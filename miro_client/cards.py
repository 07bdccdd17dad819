"""Cards."""

from __future__ import annotations

from miro_client import operations
from miro_client.bodies.items import CardBody
from miro_client.kinds import Kind


class Cards(Kind[CardBody]):
    """Calls about cards."""

    operations = operations.CARDS
