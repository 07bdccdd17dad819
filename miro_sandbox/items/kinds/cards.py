"""Cards and app cards."""

from __future__ import annotations

import re
from datetime import datetime

from miro_sandbox.content import DESCRIPTION_TAGS, TITLE_TAGS
from miro_sandbox.items.kinds.kind import Json, Kind, both_sides
from miro_sandbox.validation import HEX, TEXT, Field, array, enum, nested, pattern

# Miro's document calls it a date-time, which is RFC 3339: with seconds, and a real date.
NO_DATE = "Invalid date, expected ISO 8601 in UTC"
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})", re.ASCII)
_NUMERIC = pattern(r"\d{1,19}", "Has illegal integer number value")


def _date(text: str) -> str | None:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return NO_DATE
    return None if _MOMENT.fullmatch(text) else NO_DATE


def _card(data: Json, style: Json) -> tuple[Json, Json]:
    return {"title": "", **data}, {"cardTheme": "#2d9bf0", **style}


def _app_card(data: Json, style: Json) -> tuple[Json, Json]:
    known = {"title": "sample app card item", "status": "disconnected", **data, "owned": True}
    return known, {"fillColor": "#2d9bf0", **style}


CARD = Kind(
    type="card",
    path="cards",
    noun="card-item",
    data={
        "title": TEXT,
        "description": TEXT,
        "dueDate": Field("String", _date),
        "assigneeId": Field("String", _NUMERIC),
    },
    style={"cardTheme": HEX},
    sides=("width", "height", "rotation"),
    created=_card,
    # Recorded: 320 x 60 when nothing is sent.
    size=both_sides(320.0, 60.0),
    html={"title": TITLE_TAGS, "description": DESCRIPTION_TAGS},
)

APP_CARD = Kind(
    type="app_card",
    path="app_cards",
    noun="app-card-item",
    data={
        "title": TEXT,
        "description": TEXT,
        "status": enum("disconnected", "connected", "disabled"),
        "fields": array(
            nested(
                {
                    "value": TEXT,
                    "tooltip": TEXT,
                    "fillColor": HEX,
                    "textColor": HEX,
                    "iconUrl": TEXT,
                    "iconShape": enum("round", "square"),
                }
            )
        ),
    },
    style={"fillColor": HEX},
    sides=("width", "height", "rotation"),
    created=_app_card,
    size=both_sides(320.0, 60.0),
    html={"title": TITLE_TAGS, "description": DESCRIPTION_TAGS},
)
