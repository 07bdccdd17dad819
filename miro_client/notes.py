"""Sticky notes."""

from __future__ import annotations

from miro_client import operations
from miro_client.bodies.items import StickyNoteBody
from miro_client.kinds import Kind


class StickyNotes(Kind[StickyNoteBody]):
    """Calls about sticky notes."""

    operations = operations.STICKY_NOTES
