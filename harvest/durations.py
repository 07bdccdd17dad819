"""How long something takes, as people write it into a cell: minutes, hours, from when to when."""

from __future__ import annotations

import re
from typing import Final

_HOUR: Final = 60
_DAY: Final = 24 * _HOUR
_CLOCK: Final = r"([01]?\d|2[0-3])[.:]([0-5]\d)"
_SPAN: Final = re.compile(rf"(?<![\d.:]){_CLOCK}\s*(?:[–—-]|kuni|to|until)\s*{_CLOCK}(?![\d.:]\d)")
_HOURS: Final = re.compile(
    r"(?<![\w.,])(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:h|t|tund|tundi|hours?)(?![^\W\d])"
    r"(?:\s*(\d{1,2})\s*(?:m|min\w*)?(?!\w))?",
    re.IGNORECASE,
)
_MINUTES: Final = re.compile(r"(?<![\w.,:])(\d{1,4})(?![.,:]?\d)")


def minutes_of(text: str) -> int | None:
    """Return the minutes a text says, null when it says none.

    “20”, “20 min”, “1,5 h”, “1 h 15 min” and “10.00–10.20” are understood; a span may go over
    midnight.
    """
    span = _SPAN.search(text)
    if span is not None:
        start, end = (int(span[n]) * _HOUR + int(span[n + 1]) for n in (1, 3))
        return (end - start) % _DAY
    hours = _HOURS.search(text)
    if hours is not None:
        return round(float(hours[1].replace(",", ".")) * _HOUR) + int(hours[2] or 0)
    minutes = _MINUTES.search(text)
    return int(minutes[1]) if minutes is not None else None
