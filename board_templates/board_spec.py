"""What board.yaml may say: frames, zones, tables, strips, trays, seeds, conditions and loops."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from board_templates.plan import Sign, Voting
from board_templates.sentences import N_, Reasoned

EXPRESSION_LIMIT = 200

NOTE_COLOURS = (
    "gray",
    "light_yellow",
    "yellow",
    "orange",
    "light_green",
    "green",
    "dark_green",
    "cyan",
    "light_pink",
    "pink",
    "violet",
    "red",
    "light_blue",
    "blue",
    "dark_blue",
    "black",
)
SYMBOLS = (
    "circle",
    "triangle",
    "rectangle",
    "rhombus",
    "star",
    "cross",
    "pentagon",
    "hexagon",
    "octagon",
    "cloud",
)
ZONE_COLOURS = (*NOTE_COLOURS, "any", "text", "dot", "carrier", "chrome")

CAPACITY = re.compile(
    r"(?P<per>\d*\.?\d+)(?P<of>/[gt])?|c(?P<count>\d+)|(?P<each>cP)|(?P<dots>dots)"
    r"|d(?P<fixed>\d+)|t(?P<text>\d+)|(?P<auto>auto)"
)


def _as_text(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return value


Expression = Annotated[
    str, BeforeValidator(_as_text), StringConstraints(min_length=1, max_length=EXPRESSION_LIMIT)
]
Template = Annotated[
    str, BeforeValidator(_as_text), StringConstraints(min_length=1, max_length=EXPRESSION_LIMIT)
]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
FrameId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Za-z0-9_]{0,19}$")]
TextKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,39}$")]
Capacity = Annotated[
    str, BeforeValidator(_as_text), StringConstraints(pattern=f"^(?:{CAPACITY.pattern})$")
]
MOST_PIXELS = 20_000
Pixels = Annotated[int, Field(ge=0, le=MOST_PIXELS)]


def _as_measure(value: object) -> object:
    """Refuse here what is no measure: pydantic would tell one fault of each kind a measure has."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Reasoned(N_("it holds a value of a wrong kind"))
    if isinstance(value, int) and value < 0:
        raise Reasoned(N_("it must be at least {ge}", ge="0"))
    if isinstance(value, int) and value > MOST_PIXELS:
        raise Reasoned(N_("it may be {le} at most", le=str(MOST_PIXELS)))
    return value


Measure = Annotated[Pixels | Expression, BeforeValidator(_as_measure)]
"""A length: a number of pixels, or an expression over the brief that gives one."""


class Spec(BaseModel):
    """A frozen part of a method; what it doesn't know it refuses."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Loop(Spec):
    """Repeats what carries it: over a list (`in`) or over 1 to a number (`times`)."""

    over: Name = Field(alias="as")
    values: Expression | None = Field(default=None, alias="in")
    times: Expression | None = None


class Wording(Spec):
    """Other texts under a condition; the first true one wins."""

    when: Expression
    use: TextKey


class Strip(Spec):
    """A band over the whole width, above or below the boxes.

    `height` is the least; what stands in it may need more. A strip with `holds` exists only while
    that zone has something to hold.
    """

    height: Pixels = 0
    holds: Name | None = None
    when: Expression | None = None


class Strips(Spec):
    """The bands of a frame."""

    above: Strip | None = None
    below: Strip | None = None


class LinkTo(Spec):
    """The frame that an item leads to; `copy` is which of its copies, from 1."""

    frame: FrameId
    copy_no: Expression = Field(default="1", alias="copy")


class ZoneSpec(Spec):
    """An area: where it lies, what it is for, how much it must hold.

    `name` finds the texts; `id` is the neutral name on the board, a template when the zone is
    repeated. `box` is `x, y, w, h`, `row(i, n)`, `cols(i, n)`, or `A > B`; in a strip `x, w`.
    `emphasis` tints a zone of the colour `any`, to show that it matters more than its neighbours.
    `symbol` is a template for a shape drawn in its corner, that stands for it until it has a name.
    """

    name: Name
    id: Template | None = None
    box: Expression | None = None
    strip: Literal["above", "below"] | None = None
    colour: Template = "any"
    npp: Capacity = "0"
    when: Expression | None = None
    each: Loop | None = None
    let: dict[Name, Expression] = Field(default_factory=dict)
    wording: tuple[Wording, ...] = ()
    stack: bool = True
    emphasis: Literal[0, 1, 2] = 0
    symbol: Template | None = None
    origin: Name | None = None
    link_to: LinkTo | None = None


class ColumnSpec(Spec):
    """A column of a table; `box` is `x, w`, `cell` an expression for the text of its cells.

    `emphasis` is one too: a cell of the colour `any` is tinted by it, as a zone is.
    """

    name: Name
    id: Template | None = None
    box: Expression
    colour: Template = "any"
    npp: Capacity = "c2"
    cell: Expression | None = None
    emphasis: Expression = "0"
    when: Expression | None = None
    each: Loop | None = None
    let: dict[Name, Expression] = Field(default_factory=dict)
    wording: tuple[Wording, ...] = ()
    origin: Name | None = None
    link_to: LinkTo | None = None


class TableSpec(Spec):
    """Rows and columns instead of boxes; in the scope of a cell `row` is its number, from 1."""

    rows: Loop
    row_height: Pixels
    columns: tuple[ColumnSpec, ...] = Field(min_length=1, max_length=20)


class ChromeSpec(Spec):
    """A text of the board that isn't a zone: a principle, an axis, a rule."""

    name: Name
    box: Expression | None = None
    strip: Literal["above", "below"] | None = None
    when: Expression | None = None
    wording: tuple[Wording, ...] = ()
    link_to: LinkTo | None = None


class SeedSpec(Spec):
    """Notes that are there from the beginning.

    With `each` there is one per value; `text` is then an expression, else the text stands in the
    text files. `zone` is the name on the board of a zone of the same frame, `row` the row of a
    table. `origin` names the parameter that a carrier's text comes from.
    """

    zone: Template
    role: Literal["example", "prompt", "carrier"]
    name: Name | None = None
    text: Expression | None = None
    row: Expression | None = None
    colour: Template | None = None
    when: Expression | None = None
    each: Loop | None = None
    let: dict[Name, Expression] = Field(default_factory=dict)
    wording: tuple[Wording, ...] = ()
    origin: Name | None = None

    @property
    def text_name(self) -> str:
        """The name under which the text files hold its text, within the frame."""
        return self.name or self.zone


class SignSpec(Spec):
    """A kind of dot in a tray."""

    sign: Sign
    when: Expression | None = None


class VotingSpec(Spec):
    """A voting place: how its dots count and which lie in its tray.

    `numbers` makes a pile per value, the dots of each carrying its number, `per_number` dots each.
    """

    kind: Voting
    when: Expression | None = None
    signs: tuple[SignSpec, ...] = ()
    numbers: Expression | None = None
    per_number: Expression = "5"


class FrameSpec(Spec):
    """A frame: its least size, its parts, and whether and how often it is there."""

    id: FrameId
    width: Measure
    height: Measure = 0
    bottom: Pixels = 60
    when: Expression | None = None
    repeat: Loop | None = None
    number_each: bool = False
    let: dict[Name, Expression] = Field(default_factory=dict)
    wording: tuple[Wording, ...] = ()
    strips: Strips = Strips()
    voting: VotingSpec | None = None
    zones: tuple[ZoneSpec, ...] = Field(default=(), max_length=60)
    table: TableSpec | None = None
    chrome: tuple[ChromeSpec, ...] = Field(default=(), max_length=40)
    seeds: tuple[SeedSpec, ...] = Field(default=(), max_length=60)
    link_to: LinkTo | None = None


class IntroSpec(Spec):
    """What a method adds to the intro frame."""

    strips: Strips = Strips()
    chrome: tuple[ChromeSpec, ...] = ()


class TagSpec(Spec):
    """A tag that the method uses beside the common ones."""

    id: Name
    colour: str | None = None
    when: Expression | None = None


class BoardSpec(Spec):
    """The whole of board.yaml. `let` names values for all expressions below, in order."""

    let: dict[Name, Expression] = Field(default_factory=dict)
    intro: IntroSpec = IntroSpec()
    frames: tuple[FrameSpec, ...] = Field(min_length=1, max_length=30)
    tags: tuple[TagSpec, ...] = ()

    def frame(self, frame_id: str) -> FrameSpec | None:
        """Return the frame of this id, or None."""
        return next((frame for frame in self.frames if frame.id == frame_id), None)
