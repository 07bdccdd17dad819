"""What a page shows of any summary beside its parts: what was set aside, and the unread."""

from __future__ import annotations

from collections.abc import Iterator

from harvest.summary import Summary
from service.texts import N_, texts_in

ASIDE: dict[str, str] = {
    "frame": N_("frames"),
    "chrome": N_("titles, areas and instructions"),
    "prompt": N_("questions and sentence starters"),
    "example": N_("example notes"),
    "blank": N_("empty notes"),
    "duplicate_of_seed": N_("copies of example notes"),
    "dot": N_("dots"),
    "practice": N_("things in the practice corner"),
    "image": N_("images"),
    "document": N_("documents"),
    "unsupported": N_("things Miro does not give out"),
    "other": N_("other things, such as embeds or parts of another method on this board"),
}

UNREAD = ("image", "document", "unsupported", "other")


def set_aside(summary: Summary, lang: str) -> Iterator[tuple[str, int]]:
    """Yield why things were not counted and how many, leaving out reasons nothing had."""
    _ = texts_in(lang).gettext
    for reason, count in summary.accounting.set_aside:
        if count:
            yield _(ASIDE[reason]), count


def unread(summary: Summary, lang: str) -> Iterator[tuple[str, int]]:
    """Yield what lay on the board and could not be read."""
    _ = texts_in(lang).gettext
    for reason in UNREAD:
        count: int = getattr(summary.accounting.set_aside, reason)
        if count:
            yield _(ASIDE[reason]), count
