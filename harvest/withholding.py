"""Texts that a reading keeps out of the summary, such as figures of too few answers."""

from __future__ import annotations

from collections.abc import Iterable

from harvest.readings.base import Listed
from harvest.view import View


def without_withheld(view: View, lists: Iterable[Listed]) -> View:
    """Return the view without the texts that its lists withhold; the notes themselves still count.

    Args:
        view: The board; lists and result are worked out from it before.
        lists: What the readings gave.
    """
    withheld = {number for listed in lists for number in listed.withheld}
    return view.without_texts(withheld) if withheld else view
