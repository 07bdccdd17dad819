"""Decides which strips of a frame are there: one that is to hold something, and can't, isn't."""

from __future__ import annotations

from board_templates.board_spec import Strip, Strips
from board_templates.layout.context import Context
from board_templates.layout.drafts import FrameDraft


def keep_strips(context: Context, frame: FrameDraft) -> None:
    """Take out of a frame what would stand in a strip that isn't there."""
    kept = {None, *_present(context, frame, frame.spec.strips)}
    frame.zones = [zone for zone in frame.zones if zone.strip in kept]
    frame.chrome = [chrome for chrome in frame.chrome if chrome.strip in kept]


def _present(context: Context, frame: FrameDraft, strips: Strips) -> list[str]:
    places = {"above": strips.above, "below": strips.below}
    stated = {place: strip for place, strip in places.items() if strip is not None}
    meant = [
        (place, strip) for place, strip in stated.items() if context.holds(strip.when, frame.scope)
    ]
    kept = [place for place, strip in meant if _holds_something(context, frame, place, strip)]
    frame.left_out = [f"{frame.key}.{place}" for place, _ in meant if place not in kept]
    return kept


def _holds_something(context: Context, frame: FrameDraft, place: str, strip: Strip) -> bool:
    if strip.holds is None:
        return True
    if f"{frame.key}.{place}" in context.brief.left_out:
        return False
    return any(z.seeds or z.awaits for z in frame.zones if z.name == strip.holds)
