"""The picture of a board with everything marked that is not as planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from board_templates.geometry import Box
from board_templates.metrics import LINE_HEIGHT, text_width
from board_templates.preview import Picture, Shape, title_boxes
from board_templates.rich_text import one_line
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
LEGIBLE = 1 / 140  # of the board's width
ON_SCREEN = 9.0  # pixels, for pictures so narrow that the same part of them is too small to read
HIGH = 1.6  # of a label, by the size of its letters


@dataclass(frozen=True)
class _Ground:
    """What labels are put on: where titles and other words stand, and the picture's sides."""

    titles: Sequence[Box]
    written: Sequence[Box]
    left: float
    right: float


def marked(answer: CheckAnswer, lang: str, width: int) -> Picture:
    """Return the board's picture with a frame and a word around each finding that has a place.

    The words cover neither titles nor each other in a picture `width` pixels wide, and as little
    as can be of what is written on the board. Of neighbours of one kind one alone is named.
    """
    across = _width(answer)
    size = max(SMALLEST, across * LEGIBLE, across * ON_SCREEN / width)
    found = [(one, one.box) for one in answer.findings if one.box is not None]
    frames = {frame.box for frame in answer.picture.frames}
    # A border that keeps off a frame would run through the title above it.
    around = [(one, _grown(box, 0.0 if box in frames else size / 4)) for one, box in found]
    borders = tuple(_border(one, box, size) for one, box in around)
    bordered = replace(answer.picture, things=(*answer.picture.things, *borders))
    written = [*_written(answer.picture), *(box for _, box in found if box not in frames)]
    titles = [_grown(box, size / 4) for box in title_boxes(bordered, width)]
    labels = _labels(around, lang, size, _Ground(titles, written, *_extent(bordered)))
    return replace(bordered, things=(*bordered.things, *labels))


def _width(answer: CheckAnswer) -> float:
    boxes = [frame.box for frame in answer.picture.frames]
    boxes += [one.box for one in answer.findings if one.box is not None]
    return max((b.right for b in boxes), default=0.0) - min((b.x for b in boxes), default=0.0)


def _extent(picture: Picture) -> tuple[float, float]:
    boxes = [one.box for one in (*picture.frames, *picture.things)]
    return min((b.x for b in boxes), default=0.0), max((b.right for b in boxes), default=0.0)


def _grown(box: Box, gap: float) -> Box:
    return box.inset(-gap)


def _border(finding: Finding, box: Box, size: float) -> Shape:
    return Shape(
        box=box,
        border=COLOURS[finding.kind],
        border_width=size / 6,
        dashed=finding.kind == "missing",
        padding=0.0,
    )


def _labels(
    around: Iterable[tuple[Finding, Box]], lang: str, size: float, ground: _Ground
) -> Iterator[Shape]:
    """Yield the word of each finding; `size` is that of the letters."""
    taken = list(ground.titles)
    said: list[tuple[FindingKind, Box]] = []
    for finding, box in around:
        word = finding_word(finding.kind, lang)
        spots = _spots(box, text_width(word, size) + size, HIGH * size, ground)
        if any(kind == finding.kind and spots[0].overlaps(other) for kind, other in said):
            continue  # the same word stands right there
        spot = _best(spots, taken, ground.written)
        taken.append(spot)
        said.append((finding.kind, spot))
        yield Shape(
            box=spot,
            content=word,
            fill=COLOURS[finding.kind],
            ink="#ffffff",
            font_size=size,
            align="center",
            valign="middle",
            padding=0.0,
        )


def _spots(box: Box, width: float, height: float, ground: _Ground) -> tuple[Box, ...]:
    """Return the places of a label at its box, the best first: above, below, then inside it.

    None reaches past the picture's sides: a wider picture is drawn smaller, and the titles in it
    grow by as much, under labels that were clear of them.
    """
    last = max(ground.left, ground.right - width)
    outside = (box.y - height, box.bottom)
    inside = (box.y, box.bottom - height)
    return tuple(
        Box(min(max(x, ground.left), last), y, width, height)
        for y in (*outside, *inside)
        for x in (box.x, box.right - width, box.centre.x - width / 2)
    )


def _best(spots: Sequence[Box], taken: Sequence[Box], written: Sequence[Box]) -> Box:
    free = [spot for spot in spots if not any(spot.overlaps(other) for other in taken)]
    if free:
        return min(free, key=lambda spot: sum(_shared(spot, text) for text in written))
    spot = spots[0]
    while hit := next((other for other in taken if spot.overlaps(other)), None):
        spot = spot.moved(0, hit.y - spot.bottom)  # upwards there is room at last
    return spot


def _shared(box: Box, other: Box) -> float:
    across = min(box.right, other.right) - max(box.x, other.x)
    down = min(box.bottom, other.bottom) - max(box.y, other.y)
    return max(across, 0.0) * max(down, 0.0)


def _written(picture: Picture) -> Iterator[Box]:
    """Yield about where something is to be read: whole notes and cards, the texts of shapes."""
    for thing in picture.things:
        if not isinstance(thing, Shape):
            yield thing.box
        elif text := one_line(thing.content):
            long, room = text_width(text, thing.font_size), thing.box.width - 2 * thing.padding
            lines = ceil(long / room) if room > 0 else 1
            wide = min(long, room) if thing.align == "left" and thing.valign == "top" else room
            high = lines * LINE_HEIGHT * thing.font_size
            yield Box(thing.box.x, thing.box.y, wide + 2 * thing.padding, high + 2 * thing.padding)
