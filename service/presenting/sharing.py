"""What came of opening and sharing a board, as programs read it."""

from __future__ import annotations

from typing import Any

from workshops.requests_answers import WorkshopView
from workshops.sharing_texts import by_hand


def sharing_json(view: WorkshopView, lang: str) -> dict[str, Any] | None:
    """Give what was asked and what Miro did instead, null while the board is not ready."""
    if view.state != "ready":
        return None
    return {
        "otherwise": [
            {"what": one.what, "asked": one.planned, "given": one.found} for one in view.opened
        ],
        "invited": view.invited,
        "not_invited": list(view.not_invited),
        "by_hand": list(by_hand(view.opened, view.not_invited, lang)),
    }
