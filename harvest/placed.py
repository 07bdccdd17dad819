"""What was found on a board once every item has its place: the middle of the harvest.

Everything before this (placing, roles, dots) only fills these; everything after it (readings,
signals, summary) only reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from board_templates.geometry import Box, Point
from board_templates.plan import PlannedFrame, PlannedZone, Sign


class Aside(StrEnum):
    """Why a listed item is not counted; each one is counted or has exactly one of these."""

    FRAME = "frame"
    CHROME = "chrome"
    PROMPT = "prompt"
    EXAMPLE = "example"
    BLANK = "blank"
    DUPLICATE_OF_SEED = "duplicate_of_seed"
    DOT = "dot"
    PRACTICE = "practice"
    IMAGE = "image"
    DOCUMENT = "document"
    UNSUPPORTED = "unsupported"
    OTHER = "other"


class Reason(StrEnum):
    """How a note came to its zone."""

    LIES_IN = "lies_in"
    CHILD_OF = "child_of"
    NEAREST = "nearest"
    ASSIGNED = "assigned"


class Source(StrEnum):
    """What a counted note was written on."""

    NOTE = "note"
    SHAPE_TEXT = "shape_text"
    EDITED_SEED = "edited_seed"


class MatchedBy(StrEnum):
    """Which placer recognised the board."""

    LEDGER = "ledger"
    FOOTER = "footer"
    TEXT = "text"
    GEOMETRY = "geometry"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class LiveZone:
    """A planned zone as it lies on the board now; `moved` is null when its shape is gone."""

    plan: PlannedZone
    box: Box
    moved: float | None
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class LiveFrame:
    """A planned frame as it lies on the board now.

    `item` is its id there, null when it is gone; `title` is what it is called there.
    """

    plan: PlannedFrame
    box: Box
    item: str | None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Passed:
    """A zone in which an earlier snapshot holds a note, and where in it, in shares of its box."""

    zone: str
    at: Point


class PlacedNote(NamedTuple):
    """A counted note. `text` is plain and null when private; `words` keeps line breaks.

    `zone` and `frame` are plan keys; `first_zone` is where the earliest snapshot holds it, `passed`
    where each of them does, the latest last.
    `nearest` proposes a zone for an unplaced note. `mark` is the vote typed at the end of the text.
    `tags` are neutral ids where known, else titles. `remark` starts with `>` or is orange,
    `title_note` starts with `#` or is cyan (the sign is cut from the text). `group` is the number
    of the working group it came from, `bundle` the group it is joined to in Miro. `confidential`
    tells that its place, not its writer, keeps the text out.
    """

    no: int
    order: tuple[float, float]
    id: str
    kind: str
    source: Source
    text: str | None
    zone: str | None
    frame: str | None
    first_zone: str | None
    reason: Reason | None
    nearest: str | None
    box: Box
    colour: str | None
    tags: tuple[str, ...]
    author: str | None
    private: bool
    mark: int
    title_note: bool
    remark: bool
    done: bool
    origin: Mapping[str, Any] | None = None
    assignee: str | None = None
    due: datetime | None = None
    group: str | None = None
    item_created_at: datetime | None = None
    bundle: str | None = None
    confidential: bool = False
    passed: tuple[Passed, ...] = ()

    def numbered(self, no: int, order: tuple[float, float]) -> PlacedNote:
        """Return the note in its place; `_replace` takes far longer, and every note passes here."""
        return PlacedNote(no, order, *self[2:])


@dataclass(frozen=True, slots=True)
class PlacedDot:
    """A dot that votes: outside every tray. `note` is the number of the note it belongs to.

    `zone` is where its centre lies, whether it touches a note or not; a dot that has neither is
    loose. `number` is what it carries where a method numbers its dots.
    """

    id: str
    sign: Sign
    centre: Point
    frame: str | None
    zone: str | None
    note: int | None
    author: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class BoardReading:
    """A board read and proven: `read` items were listed, each counted or set aside once.

    `aside` holds only reasons that occur. `seeds_only` are zones that hold nothing but their
    example. `links` are pairs of note numbers joined by a connector. `unread` counts what REST
    cannot read, by frame key. `elsewhere` are the titles of other workshops' frames on the board.
    """

    matched_by: MatchedBy
    read: int
    notes: tuple[PlacedNote, ...]
    dots: tuple[PlacedDot, ...]
    aside: Mapping[Aside, int]
    frames: Mapping[str, LiveFrame]
    zones: Mapping[str, LiveZone]
    links: tuple[tuple[int, int], ...] = ()
    seeds_only: tuple[str, ...] = ()
    unread: Mapping[str, int] = field(default_factory=dict)
    note_size: float = 160.0
    elsewhere: tuple[str, ...] = ()
