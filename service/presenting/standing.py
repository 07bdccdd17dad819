"""What stands on a board onto which a second method is to go."""

from __future__ import annotations

from service.desk import desk
from service.people import acting
from workshops.errors import AmbiguousRef, NeedsSignIn, NotFound
from workshops.requests_answers import WorkshopView


def standing_on(on: str) -> WorkshopView | None:
    """Return a workshop on the board meant, null when none of one's own stands there."""
    if not on:
        return None
    try:
        return _one(on)
    except (NotFound, NeedsSignIn):
        return None


def _one(on: str) -> WorkshopView:
    k, account = desk().k, acting()
    try:
        return k.workshop(account, on)
    except AmbiguousRef as several:
        return k.workshop(account, several.workshops[0])
