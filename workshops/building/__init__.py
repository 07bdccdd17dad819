"""The only translation from plan to calls. Pure: it says what to send, others send it."""

from __future__ import annotations

from workshops.building.bodies import (
    Ground,
    connector_body,
    frame_body,
    item_body,
    place,
    tag_body,
)
from workshops.building.calls import (
    BOARD_KEY,
    Operation,
    PlannedCall,
    PlannedPhase,
    attach_key,
    cost,
    every_key,
    expected_seconds,
    item_keys,
    phases,
    tag_key,
)

__all__ = [
    "BOARD_KEY",
    "Ground",
    "Operation",
    "PlannedCall",
    "PlannedPhase",
    "attach_key",
    "connector_body",
    "cost",
    "every_key",
    "expected_seconds",
    "frame_body",
    "item_body",
    "item_keys",
    "phases",
    "place",
    "tag_body",
    "tag_key",
]
