"""Builds the legend of colours from the zones of a board (methods, section on colours)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from board_templates.geometry import Box
from board_templates.layout import pieces
from board_templates.layout.colours import is_note_colour
from board_templates.layout.context import Context
from board_templates.layout.drafts import FrameDraft
from board_templates.layout.markup import height, paragraphs
from board_templates.layout.seeds import SEED_COLOUR
from board_templates.metrics import text_height
from board_templates.note_colours import NOTES
from board_templates.plan import PlannedItem, Style

_LARGEST = 30
_SMALLEST = 26
_ROOMY = 4
"""So many entries are written largest, more of them smaller. The texts themselves don't decide:
of a copied board not all are known, and the entries are found by their places then."""

_SWATCH = 28.0
_EDGE = 16.0
_NAMED = 2
_SWATCH_BORDER = "#8a93a3"


class Entry(NamedTuple):
    """A colour and what it stands for on this board."""

    colour: str
    meaning: str


def legend(context: Context, frames: Iterable[FrameDraft]) -> list[Entry]:
    """Return what each colour of the board stands for, in the order of the zones.

    A colour of one or two zones shows their labels, any other its common meaning.
    """
    labels: dict[str, list[str]] = {}
    gray = False
    for frame in frames:
        for zone in frame.all_zones:
            gray = gray or any(seed.colour == SEED_COLOUR for seed in zone.seeds)
            known = labels.setdefault(zone.colour, [])
            if zone.label and zone.label not in known:
                known.append(zone.label)
    entries = [
        Entry(colour, _meaning(context, colour, known))
        for colour, known in labels.items()
        if is_note_colour(colour) and known
    ]
    if gray and SEED_COLOUR not in labels:
        entries.append(Entry(SEED_COLOUR, context.common.colours[SEED_COLOUR]))
    return entries


def _meaning(context: Context, colour: str, labels: Sequence[str]) -> str:
    if len(labels) <= _NAMED:
        return "; ".join(labels)
    return context.common.colours.get(colour) or "; ".join(labels)


def legend_height(entries: Sequence[Entry], width: float) -> float:
    """Return the height the entries need in a zone drawn with this width."""
    font = _font(entries)
    return sum(_height(entry, width, font) for entry in entries) + _EDGE


def legend_items(frame: str, entries: Sequence[Entry], drawn: Box, top: float) -> list[PlannedItem]:
    """Return a swatch and a text for each entry, from `top` down within a drawn zone."""
    items = []
    y = top
    font = _font(entries)
    for entry in entries:
        tall = _height(entry, drawn.width, font)
        middle = y + _EDGE + text_height(1, font) / 2
        swatch = Box(drawn.x + _EDGE, middle - _SWATCH / 2, _SWATCH, _SWATCH)
        style = Style(fill=NOTES[entry.colour], border=_SWATCH_BORDER)
        key = f"{frame}.legend"
        items.append(pieces.shape(f"{key}/swatch:{entry.colour}", swatch, (), style, frame=frame))
        left = swatch.right
        box = Box(left, y, drawn.right - left, tall)
        block = paragraphs(entry.meaning)
        items.append(pieces.text(f"{key}/text:{entry.colour}", box, block, font, frame=frame))
        y += tall
    return items


def _font(entries: Sequence[Entry]) -> int:
    return max(_SMALLEST, _LARGEST - max(0, len(entries) - _ROOMY))


def _height(entry: Entry, width: float, font: int) -> float:
    return height(paragraphs(entry.meaning), width - _EDGE - _SWATCH, font)
