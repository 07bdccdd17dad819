"""What simulated people do on a board, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """A place for an item's centre, in dp.

    With `frame` (its plain title) the numbers count from that frame's top-left corner and the item
    is kept inside it. Without, they are board coordinates, and a frame that lies under the whole
    item adopts it, as it does when a person drops something there.
    """

    x: float
    y: float
    frame: str | None = None


@dataclass(frozen=True)
class Label:
    """An item written earlier in the same script."""

    name: str


@dataclass(frozen=True)
class Existing:
    """An item that was on the board before, found by exactly this plain text.

    Several lines are joined by a line break; spaces at their ends do not count. `frame` is the
    plain title of the frame it is in, `type` Miro's type, `nth` counts equal ones from 0 in the
    order made; with `near`, a place on the board, the nearest of them is meant.
    """

    text: str
    frame: str | None = None
    type: str | None = None
    nth: int = 0
    shape: str | None = None
    colour: str | None = None
    near: tuple[float, float] | None = None


What = Label | Existing


@dataclass(frozen=True)
class Rich:
    """Text as Miro's interface stores it: HTML, for bold words, links and lists."""

    html: str


Text = str | Rich


@dataclass(frozen=True)
class Beside:
    """A place at another item: its centre and an offset in dp; the frame is that item's."""

    what: What
    dx: float = 0.0
    dy: float = 0.0


Place = Spot | Beside


@dataclass(frozen=True)
class WriteNote:
    """Write a sticky note; in plain text each line is a paragraph; `width` in dp."""

    who: str
    at: float
    label: str
    text: Text
    where: Place
    colour: str = "light_yellow"
    shape: str = "square"
    width: float | None = None


@dataclass(frozen=True)
class WriteCard:
    """Write a card; `due` is an ISO 8601 moment in UTC, `assignee` a person's name."""

    who: str
    at: float
    label: str
    title: Text
    where: Place
    description: Text = ""
    due: str | None = None
    assignee: str | None = None


@dataclass(frozen=True)
class WriteText:
    """Write on the board itself, without a note; `width` in dp."""

    who: str
    at: float
    label: str
    text: Text
    where: Place
    width: float = 300.0


@dataclass(frozen=True)
class WriteTogether:
    """Write many notes at once, as pasting a column of a spreadsheet does; all by `who`."""

    who: str
    at: float
    notes: tuple[WriteNote, ...]


@dataclass(frozen=True)
class Leave:
    """Leave something the API cannot make: a drawing, a table; `type` is Miro's word for it."""

    who: str
    at: float
    label: str
    where: Place
    type: str = "shape"
    supported: bool = False
    size: float = 200.0


@dataclass(frozen=True)
class PlaceDot:
    """Place a new dot: a small circle, empty or with a sign; `size` in dp."""

    who: str
    at: float
    label: str
    where: Place
    colour: str = "#2d9bf0"
    sign: str = ""
    size: float = 40.0


@dataclass(frozen=True)
class Move:
    """Drag an item somewhere else."""

    who: str
    at: float
    what: What
    to: Place


@dataclass(frozen=True)
class Recolour:
    """Give an item another colour: a name for notes, hex for shapes and cards."""

    who: str
    at: float
    what: What
    colour: str


@dataclass(frozen=True)
class Reshape:
    """Turn a note into a `rectangle` or a `square`."""

    who: str
    at: float
    what: What
    shape: str


@dataclass(frozen=True)
class TagNote:
    """Put a tag on a note or card; the tag is made when the board has none of this title."""

    who: str
    at: float
    what: What
    tag: str
    colour: str = "red"


@dataclass(frozen=True)
class UntagNote:
    """Take a tag off a note or card."""

    who: str
    at: float
    what: What
    tag: str


@dataclass(frozen=True)
class CopyItem:
    """Copy an item with its tags, as duplicating does; the copy is the copier's."""

    who: str
    at: float
    what: What
    label: str
    to: Place


@dataclass(frozen=True)
class EditText:
    """Replace what an item says."""

    who: str
    at: float
    what: What
    text: Text


@dataclass(frozen=True)
class TypeInto:
    """Type further lines under what an item already says, such as a zone's prompt."""

    who: str
    at: float
    what: What
    text: Text


@dataclass(frozen=True)
class Connect:
    """Draw a connector from one item to another."""

    who: str
    at: float
    start: What
    end: What
    label: str = ""
    caption: str = ""


@dataclass(frozen=True)
class Group:
    """Group items, so that they are dragged as one."""

    who: str
    at: float
    whats: tuple[What, ...]
    label: str = ""


@dataclass(frozen=True)
class Delete:
    """Delete an item or a connector drawn in this script."""

    who: str
    at: float
    what: What


Step = (
    WriteNote
    | WriteCard
    | WriteText
    | WriteTogether
    | Leave
    | PlaceDot
    | Move
    | Recolour
    | Reshape
    | TagNote
    | UntagNote
    | CopyItem
    | EditText
    | TypeInto
    | Connect
    | Group
    | Delete
)
