"""The board a workshop stands on, as people know it."""

from __future__ import annotations

from workshops.records import WorkshopRecord
from workshops.requests_answers import BoardFacts


def board_facts(workshop: WorkshopRecord) -> BoardFacts:
    """Return what people know of the board of a workshop; empty texts where there is none yet."""
    return BoardFacts(
        id=workshop.board_id or "", name=workshop.board_name or "", url=workshop.board_url or ""
    )
