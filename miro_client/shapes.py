"""Shapes."""

from __future__ import annotations

from miro_client import operations
from miro_client.bodies.items import ShapeBody
from miro_client.kinds import Kind


class Shapes(Kind[ShapeBody]):
    """Calls about shapes."""

    operations = operations.SHAPES
