"""Whose text is kept out: private by its writer's wish, confidential by its place."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from harvest.rules import Rules
from harvest.tags_known import MAY_SHARE, PRIVATE


class Kept(NamedTuple):
    """Why a text is kept out, if it is."""

    private: bool = False
    confidential: bool = False

    @property
    def out(self) -> bool:
        """Tell whether the text may be shown and stored nowhere."""
        return self.private or self.confidential


def kept(
    rules: Rules,
    zone_id: str | None,
    frame_id: str | None,
    *,
    tags: Collection[str],
    signed: bool,
    title_note: bool,
    our_own: bool,
) -> Kept:
    """Return whether and why the text of a counted note is kept out.

    Args:
        rules: The rules of the method.
        zone_id: The neutral id of the zone it lies in, null outside.
        frame_id: The neutral id of the frame it lies in, null outside.
        tags: Its tags, neutral.
        signed: Whether its text began with the private sign.
        title_note: Whether it names a cluster; some confidential zones keep those.
        our_own: Whether the workshop brought the text along and nobody changed it.
    """
    private = PRIVATE in tags or signed or rules.is_private_place(zone_id)
    secrecy = rules.secrecy(zone_id, frame_id)
    shared = MAY_SHARE in tags or (title_note and secrecy.titles_stay)
    open_anyway = our_own or (shared and not secrecy.sealed)
    return Kept(private, secrecy.confidential and not open_anyway)
