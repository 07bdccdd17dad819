"""Sticky notes: sixteen colour names, two shapes, and a height that follows the width."""

from __future__ import annotations

from miro_sandbox.colours import STICKY
from miro_sandbox.content import NOTE_TAGS
from miro_sandbox.items.kinds.kind import Json, Kind, Size, Sizing, one_side, positive
from miro_sandbox.validation import TEXT, enum

# Miro documents 199 x 228 for squares and 350 x 228 for rectangles; the height counts the shadow.
WIDTHS = {"square": 199.0, "rectangle": 350.0}
HEIGHT = 228.0


def _created(data: Json, style: Json) -> tuple[Json, Json]:
    # The document says that text sits at the top; recorded notes and the Web SDK say middle.
    return (
        {"content": "", "shape": "square", **data},
        {
            "fillColor": "light_yellow",
            "textAlign": "center",
            "textAlignVertical": "middle",
            **style,
        },
    )


def _size(sizing: Sizing) -> Size:
    one_side(sizing.sent)
    shape = sizing.data["shape"]
    ratio = HEIGHT / WIDTHS[shape]
    if "height" in sizing.sent:
        positive("height", sizing.sent["height"])
        height = sizing.sent["height"]
        return _rounded(height / ratio, sizing), height
    if "width" in sizing.sent or sizing.before is None:
        width = sizing.sent.get("width", WIDTHS[shape])
        positive("width", width)
        return width, _rounded(width * ratio, sizing)
    if not sizing.reshaped:
        return sizing.before
    # What a change of shape does to the size is not confirmed; here the height stays.
    _, height = sizing.before
    return _rounded((height or HEIGHT) / ratio, sizing), height


def _rounded(side: float, sizing: Sizing) -> float:
    digits = sizing.config.sticky_digits
    return side if digits is None else round(side, digits)


STICKY_NOTE = Kind(
    type="sticky_note",
    path="sticky_notes",
    noun="sticky-note-item",
    data={"content": TEXT, "shape": enum("square", "rectangle")},
    style={
        "fillColor": enum(*STICKY),
        "textAlign": enum("left", "right", "center"),
        "textAlignVertical": enum("top", "middle", "bottom"),
    },
    created=_created,
    size=_size,
    html={"content": NOTE_TAGS},
)
