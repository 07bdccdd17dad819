"""What simulated people do on a board, as plain data of our own; the wiring lets it be performed.

Places are absolute on the board. `at` is seconds after the workshop began.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class At:
    """The centre of something, in board pixels."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Named:
    """Something written earlier, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Planned:
    """Something the plan put there, by its text, the title of its frame and its Miro type.

    Those that say the same in one frame are told apart by where they lie (`near`); without it
    `nth` counts them in the order they were made.
    """

    text: str
    frame: str | None
    type: str
    nth: int = 0
    shape: str | None = None
    near: At | None = None


What = Named | Planned


@dataclass(frozen=True, slots=True)
class Rich:
    """Text as Miro's interface stores it: HTML, for bold words, links and lists."""

    html: str


Text = str | Rich


@dataclass(frozen=True, slots=True)
class Writes:
    """Somebody writes a note, `square` or `rectangle`; in plain text a line is a paragraph."""

    who: str
    at: float
    name: str
    text: Text
    where: At
    colour: str
    width: float
    shape: str = "square"


@dataclass(frozen=True, slots=True)
class WritesTogether:
    """Somebody pastes many notes at once."""

    who: str
    at: float
    notes: tuple[Writes, ...]


@dataclass(frozen=True, slots=True)
class WritesText:
    """Somebody writes on the board itself, without a note."""

    who: str
    at: float
    name: str
    text: Text
    where: At
    width: float


@dataclass(frozen=True, slots=True)
class Leaves:
    """Somebody leaves a drawing or a picture; `type` is Miro's word, `supported` REST shows it."""

    who: str
    at: float
    name: str
    where: At
    type: str
    supported: bool = False


@dataclass(frozen=True, slots=True)
class WritesCard:
    """Somebody writes a card."""

    who: str
    at: float
    name: str
    title: Text
    where: At
    due: str | None
    assignee: str | None = None
    description: Text = ""


@dataclass(frozen=True, slots=True)
class Moves:
    """Somebody drags something, a dot out of its tray too."""

    who: str
    at: float
    what: What
    to: At


@dataclass(frozen=True, slots=True)
class Copies:
    """Somebody duplicates something."""

    who: str
    at: float
    what: What
    name: str
    to: At


@dataclass(frozen=True, slots=True)
class Colours:
    """Somebody gives a note another colour."""

    who: str
    at: float
    what: What
    colour: str


@dataclass(frozen=True, slots=True)
class Reshapes:
    """Somebody turns a note into a `rectangle` or a `square`."""

    who: str
    at: float
    what: What
    shape: str


@dataclass(frozen=True, slots=True)
class Tags:
    """Somebody puts a tag on a note."""

    who: str
    at: float
    what: What
    tag: str
    colour: str


@dataclass(frozen=True, slots=True)
class Edits:
    """Somebody overwrites what something says."""

    who: str
    at: float
    what: What
    text: Text


@dataclass(frozen=True, slots=True)
class Types:
    """Somebody types under what a zone says."""

    who: str
    at: float
    what: What
    text: Text


@dataclass(frozen=True, slots=True)
class Connects:
    """Somebody draws a line."""

    who: str
    at: float
    start: What
    end: What


@dataclass(frozen=True, slots=True)
class Groups:
    """Somebody groups things, so that they are dragged as one."""

    who: str
    at: float
    whats: tuple[What, ...]


@dataclass(frozen=True, slots=True)
class Deletes:
    """Somebody deletes something."""

    who: str
    at: float
    what: What


Step = (
    Writes
    | WritesTogether
    | WritesCard
    | WritesText
    | Leaves
    | Moves
    | Copies
    | Colours
    | Reshapes
    | Tags
    | Edits
    | Types
    | Connects
    | Groups
    | Deletes
)
