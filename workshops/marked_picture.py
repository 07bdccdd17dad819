"""The picture of a board with everything marked that is not as planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from board_templates.geometry import Box
from board_templates.preview import Picture, Shape
from workshops.check_answers import CheckAnswer, Finding, FindingKind
from workshops.check_texts import finding_word

COLOURS: dict[FindingKind, str] = {
    "missing": "#c0392b",
    "moved": "#1f6feb",
    "retitled": "#8e44ad",
    "overwritten": "#8e44ad",
    "doubled": "#d35400",
    "orphaned": "#1f6feb",
    "outside": "#0e7c3a",
}
SMALLEST = 24.0
LEGIBLE = 1 / 140  # of the board's width; smaller letters are drawn as bars


def marked(answer: CheckAnswer, lang: str) -> Picture:
    """Return the board's picture with a frame and a word around each finding that has a place."""
    size = max(SMALLEST, _width(answer) * LEGIBLE)
    marks = [mark for one in answer.findings for mark in _marks(one, lang, size)]
    return replace(answer.picture, things=(*answer.picture.things, *marks))


def _width(answer: CheckAnswer) -> float:
    boxes = [frame.box for frame in answer.picture.frames]
    boxes += [one.box for one in answer.findings if one.box is not None]
    return max((b.right for b in boxes), default=0.0) - min((b.x for b in boxes), default=0.0)


def _marks(finding: Finding, lang: str, size: float) -> Iterator[Shape]:
    """Yield a border around a finding and its word above; `size` is that of the letters."""
    if finding.box is None:
        return
    colour, box, gap = COLOURS[finding.kind], finding.box, size / 4
    around = Box(box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap)
    yield Shape(
        box=around,
        border=colour,
        border_width=size / 6,
        dashed=finding.kind == "missing",
        padding=0.0,
    )
    word = finding_word(finding.kind, lang)
    yield Shape(
        box=Box(around.x, around.y - size * 2, size * (0.7 * len(word) + 1), size * 2),
        content=word,
        fill=colour,
        ink="#ffffff",
        font_size=size,
        align="center",
        valign="middle",
        padding=0.0,
    )
