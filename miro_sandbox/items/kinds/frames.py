"""Frames: free-form only, no parent, no rotation."""

from __future__ import annotations

from miro_sandbox.items.kinds.kind import Json, Kind, both_sides
from miro_sandbox.validation import BOOLEAN, HEX, TEXT, enum

# The Web SDK documents 100 x 100 as both default and minimum.
SMALLEST = 100.0
MAX_CHILDREN = 1000


def _created(data: Json, style: Json) -> tuple[Json, Json]:
    known = {
        "format": "custom",
        "title": "Sample frame title",
        "type": "freeform",
        "showContent": True,
    }
    return {**known, **data}, {"fillColor": "#ffffffff", **style}


FRAME = Kind(
    type="frame",
    path="frames",
    noun="frame-item",
    data={
        "title": TEXT,
        "format": enum("custom"),
        "type": enum("freeform"),
        "showContent": BOOLEAN,
    },
    data_required=True,
    style={"fillColor": HEX},
    created=_created,
    size=both_sides(SMALLEST, SMALLEST, SMALLEST),
    parent=False,
)
