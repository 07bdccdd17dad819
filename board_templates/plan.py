"""What will be on the board: frames, zones, items and links with stable keys. Pure data.

A plan knows nothing of Miro. Places are absolute within the plan, whose origin is the top-left
corner of its first frame; who puts it on a board adds an offset, so that a second method can
stand to the right of a first one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any, Final

from board_templates.geometry import Box


class Role(StrEnum):
    """Why an item is on the board; the harvest decides by it what counts."""

    CHROME = "chrome"
    PROMPT = "prompt"
    EXAMPLE = "example"
    BLANK = "blank"
    CARRIER = "carrier"
    DOT = "dot"
    FOOTER = "footer"


class ItemKind(StrEnum):
    """What an item is made of, in the board's own terms."""

    SHAPE = "shape"
    NOTE = "sticky_note"
    TEXT = "text"
    CARD = "card"


class Phase(IntEnum):
    """The order of drawing; what comes later lies on top, and nothing overlaps within a phase."""

    ZONES = 1
    TEXTS = 2
    NOTES = 3
    DOTS = 4


class Sign(StrEnum):
    """What a dot says; a plain vote says nothing but that it is there."""

    PLAIN = ""
    SUPPORTS = "+"
    UNSURE = "?"
    OPPOSES = "×"
    AFFECTED = "!"


class Voting(StrEnum):
    """How a voting place counts its dots (methods, section on dots)."""

    PLAIN = "plain"
    ROW = "row"
    ONE = "one"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Style:
    """How an item looks. Colours are hex, but for notes, which take one of the sixteen names."""

    shape: str = "rectangle"
    fill: str | None = None
    border: str | None = None
    border_width: float = 2.0
    ink: str = "#1a1a1a"
    font_size: int = 14
    align: str = "left"
    valign: str = "top"


@dataclass(frozen=True, slots=True)
class PlannedFrame:
    """A frame; `key` is unique on the board, `id` is the method's own (`F1` of `F1#2`).

    `place` holds what a repeated frame stands for (`{"group": 2}`), `number` what `{n}` became.
    `people` is how many are expected to write in it. `dots` is how many each of them has there, in
    every row where the rows are voted on; None where it isn't limited.
    """

    key: str
    id: str
    title: str
    box: Box
    number: int | None = None
    place: Mapping[str, int | str] = field(default_factory=dict)
    voting: Voting | None = None
    dots: int | None = None
    people: int = 0


@dataclass(frozen=True, slots=True)
class PlannedZone:
    """An area with a meaning.

    `id` is neutral and never translated (`F2.practical`); `key` is unique on the board
    (`F1#2.public`, `F3.who@2`); `spec` is what the method's own files call it, which differs from
    `id` where a loop made it (`F1.sector` of `F1.sector3`). `box` is the area that is read, larger
    than what is drawn.
    `colour` is a note colour, or `any`, `text`, `dot`, `carrier`, `chrome`. `row` counts from 1
    in a table. `bindings` holds what a generated zone stands for (`{"sector": "Riik", "i": 1}`).
    `shape_key` names the item that draws it. `prefilled` tells that its text held something to
    begin with. `holds` is how many notes it was made for.
    """

    key: str
    id: str
    frame: str
    label: str
    prompt: str
    box: Box
    colour: str
    shape_key: str
    row: int | None = None
    column: int | None = None
    bindings: Mapping[str, Any] = field(default_factory=dict)
    prefilled: str = ""
    holds: int = 0
    spec: str = ""


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One thing to be drawn. `content` is Miro's HTML, `text` the same as people read it.

    `origin` says where a carrier's text comes from (a parameter, an earlier board).
    `sign` is set on dots only. `tags` are titles out of the plan's tags. `link` is where a click on
    the text leads: a web address, or `frame:` and the key of a frame of the plan.
    """

    key: str
    kind: ItemKind
    role: Role
    phase: Phase
    box: Box
    frame: str | None
    zone: str | None
    content: str
    text: str
    style: Style
    sign: Sign | None = None
    origin: Mapping[str, Any] | None = None
    tags: tuple[str, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedLink:
    """A line between two items, by their keys."""

    key: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class PlannedTag:
    """A tag that the method uses; `id` is the neutral name (`private`, `power`)."""

    id: str
    title: str
    colour: str


@dataclass(frozen=True, slots=True)
class AgendaStep:
    """A line of the agenda: `starts` is minutes from the beginning."""

    id: str
    minutes: int
    starts: int
    kind: str
    text: str
    frame: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that will be on the board, in drawing order.

    `title` names the board; `note_size` is the side of a note; `brief` holds the validated values
    the plan was made of, JSON-ready. `left_out` names strips with nothing to hold (`F1.above`).
    `awaited` are notes that a footer only tells to be there: their texts are unknown, and their
    places those of notes as large as any.
    """

    method: str
    version: int
    layout: int
    lang: str
    title: str
    brief: Mapping[str, Any]
    participants: int
    note_size: int
    frames: tuple[PlannedFrame, ...]
    zones: tuple[PlannedZone, ...]
    items: tuple[PlannedItem, ...]
    links: tuple[PlannedLink, ...]
    tags: tuple[PlannedTag, ...]
    agenda: tuple[AgendaStep, ...]
    left_out: tuple[str, ...] = ()
    awaited: tuple[PlannedItem, ...] = ()

    @property
    def extent(self) -> Box:
        """The smallest box around all frames."""
        right = max((frame.box.right for frame in self.frames), default=0.0)
        bottom = max((frame.box.bottom for frame in self.frames), default=0.0)
        left = min((frame.box.x for frame in self.frames), default=0.0)
        top = min((frame.box.y for frame in self.frames), default=0.0)
        return Box(left, top, right - left, bottom - top)


NO_PLAN: Final = Plan(
    method="",
    version=0,
    layout=0,
    lang="",
    title="",
    brief={},
    participants=0,
    note_size=0,
    frames=(),
    zones=(),
    items=(),
    links=(),
    tags=(),
    agenda=(),
)
"""What is known of a board that nobody planned: nothing."""
