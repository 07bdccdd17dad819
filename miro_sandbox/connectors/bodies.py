"""What a connector's body may say, and the defaults Miro documents."""

from __future__ import annotations

from miro_sandbox.validation import (
    HEX,
    PERCENTAGE,
    TEXT,
    Field,
    Schema,
    array,
    enum,
    length,
    nested,
    number_text,
)

CAPS = (
    "none",
    "stealth",
    "rounded_stealth",
    "diamond",
    "filled_diamond",
    "oval",
    "filled_oval",
    "arrow",
    "triangle",
    "filled_triangle",
    "erd_one",
    "erd_many",
    "erd_only_one",
    "erd_zero_or_one",
    "erd_one_or_many",
    "erd_zero_or_many",
)
SNAPS = ("auto", "top", "right", "bottom", "left")


def _few_captions(value: list[object]) -> str | None:
    most = 20
    return None if len(value) <= most else f"At most {most} captions are allowed"


_CAPTION = nested(
    {
        "content": Field("String", length(0, 200)).must(),
        "position": PERCENTAGE,
        "textAlignVertical": enum("top", "middle", "bottom"),
    }
)


def _end(*, required: bool) -> Field:
    return nested(
        {
            "id": TEXT.must(),
            "position": nested({"x": PERCENTAGE, "y": PERCENTAGE}),
            "snapTo": enum(*SNAPS),
        },
        required=required,
    )


CREATE = Schema(
    {
        "startItem": _end(required=True),
        "endItem": _end(required=True),
        "shape": enum("straight", "elbowed", "curved"),
        "captions": array(_CAPTION, _few_captions),
        "style": nested(
            {
                "color": HEX,
                "fontSize": number_text(10, 288),
                "startStrokeCap": enum(*CAPS),
                "endStrokeCap": enum(*CAPS),
                "strokeColor": HEX,
                "strokeStyle": enum("normal", "dotted", "dashed"),
                "strokeWidth": number_text(1, 24),
                "textOrientation": enum("horizontal", "aligned"),
            }
        ),
    }
)
CHANGE = CREATE.optional()

STYLE = {
    "color": "#1a1a1a",
    "fontSize": "14",
    "startStrokeCap": "none",
    "endStrokeCap": "stealth",
    "strokeColor": "#000000",
    "strokeStyle": "normal",
    "strokeWidth": "1.0",
    "textOrientation": "aligned",
}
