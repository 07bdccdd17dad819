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
    places = (("above", strips.above), ("below", strips.below))
    return [place for place, strip in places if strip and _is_there(context, frame, strip)]


def _is_there(context: Context, frame: FrameDraft, strip: Strip) -> bool:
    if not context.holds(strip.when, frame.scope):
        return False
    if strip.holds is None:
        return True
    return any(z.seeds or z.awaits for z in frame.zones if z.name == strip.holds)
