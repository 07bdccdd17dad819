"""Makes planned items; the one place that knows how each kind of thing on a board is written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from board_templates.geometry import Box
from board_templates.layout import markup
from board_templates.layout.colours import dot_style, note_style, text_style
from board_templates.metrics import Paragraph
from board_templates.plain import Plain
from board_templates.plan import (
    ItemKind,
    Phase,
    PlannedFrame,
    PlannedItem,
    PlannedZone,
    Role,
    Sign,
    Style,
)

Block = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Pieces:
    """What a frame is made of, in places relative to the frame until it is moved."""

    frame: PlannedFrame
    zones: tuple[PlannedZone, ...]
    items: tuple[PlannedItem, ...]
    awaited: tuple[PlannedItem, ...] = ()

    def moved(self, dx: float, dy: float) -> Pieces:
        """Return the same frame elsewhere, with all it holds."""
        return Pieces(
            replace(self.frame, box=self.frame.box.moved(dx, dy)),
            tuple(replace(zone, box=zone.box.moved(dx, dy)) for zone in self.zones),
            tuple(replace(item, box=item.box.moved(dx, dy)) for item in self.items),
            tuple(replace(item, box=item.box.moved(dx, dy)) for item in self.awaited),
        )


def shape(
    key: str,
    box: Box,
    block: Block,
    style: Style,
    *,
    frame: str,
    zone: str | None = None,
    role: Role = Role.CHROME,
    phase: Phase = Phase.TEXTS,
    origin: Plain = None,
    link: str | None = None,
) -> PlannedItem:
    """Return a shape with its text."""
    return PlannedItem(
        key=key,
        kind=ItemKind.SHAPE,
        role=role,
        phase=phase,
        box=box,
        frame=frame,
        zone=zone,
        content=markup.html(block),
        text=markup.plain(block),
        style=style,
        origin=origin,
        link=link,
    )


def text(
    key: str,
    box: Box,
    block: Block,
    size: int,
    *,
    frame: str,
    quiet: bool = False,
    align: str = "left",
    link: str | None = None,
) -> PlannedItem:
    """Return a text of the board: a shape without fill or border."""
    style = text_style(size, quiet=quiet, align=align)
    return shape(key, box, block, style, frame=frame, link=link)


def note(
    key: str,
    box: Box,
    words: str,
    role: Role,
    *,
    colour: str,
    form: str,
    frame: str,
    zone: str,
    origin: Plain = None,
) -> PlannedItem:
    """Return a note."""
    block = markup.paragraphs(words)
    return PlannedItem(
        key=key,
        kind=ItemKind.NOTE,
        role=role,
        phase=Phase.NOTES,
        box=box,
        frame=frame,
        zone=zone,
        content=markup.html(block),
        text=markup.plain(block),
        style=note_style(colour, form),
        origin=origin,
    )


def dot(key: str, box: Box, mark: str, sign: Sign, colour: str, *, frame: str) -> PlannedItem:
    """Return a voting dot; `mark` is what stands in it."""
    block = markup.paragraphs(mark)
    return PlannedItem(
        key=key,
        kind=ItemKind.SHAPE,
        role=Role.DOT,
        phase=Phase.DOTS,
        box=box,
        frame=frame,
        zone=None,
        content=markup.html(block),
        text=mark,
        style=dot_style(colour, marked=bool(mark)),
        sign=sign,
    )
