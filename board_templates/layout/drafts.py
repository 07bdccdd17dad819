"""What a board will have before it has places: frames, zones, seeds with their texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from board_templates.board_spec import FrameSpec, LinkTo
from board_templates.layout.markup import paragraphs
from board_templates.layout.sizes import STRIP_FONT
from board_templates.metrics import Paragraph
from board_templates.plain import Plain
from board_templates.plan import Role, Sign, Voting

Scope = Mapping[str, Plain]
Fractions = tuple[float, float, float, float]


@dataclass(slots=True)
class SeedDraft:
    """A note that is there from the beginning; `what` is the last part of its key."""

    what: str
    role: Role
    text: str
    colour: str
    origin: Mapping[str, Plain] | None = None


@dataclass(slots=True)
class LinkDraft:
    """A text that leads to another frame; its key and title are known when all frames are."""

    frame: str
    copy_no: int
    key: str = ""
    title: str = ""

    @property
    def address(self) -> str:
        """The link as a plan holds it."""
        return f"frame:{self.key}"


@dataclass(slots=True)
class ZoneDraft:
    """A zone or a table cell; `name` is its part of the key, `spec` its name in the method.

    `box` is in fractions of the boxes, of a strip or of the table's width. `font` is set
    when all zones of a frame are known. `sown` holds all seeds in their order, `seeds` those whose
    texts are known.
    """

    name: str
    id: str
    spec: str
    label: str
    colour: str
    npp: str
    box: Fractions
    prompt: str = ""
    prefilled: str = ""
    strip: str | None = None
    stack: bool = False
    seeds: list[SeedDraft] = field(default_factory=list)
    bindings: Mapping[str, Plain] = field(default_factory=dict)
    origin: Mapping[str, Plain] | None = None
    link: LinkDraft | None = None
    row: int | None = None
    column: int | None = None
    body: str | None = None
    font: int = 0
    sown: list[SeedDraft] = field(default_factory=list)
    emphasis: int = 0
    symbol: str = ""

    @property
    def awaits(self) -> bool:
        """Whether seeds lie here whose texts are unknown."""
        return len(self.sown) > len(self.seeds)

    @property
    def block(self) -> tuple[Paragraph, ...]:
        """The text of its shape: of a cell only what stands in it, else label and prompt."""
        if self.row is not None:
            return paragraphs(self.body or "")
        return paragraphs(self.label, self.prompt, self.prefilled, bold_first=True)


@dataclass(slots=True)
class ColumnDraft:
    """The head of a column of a table."""

    name: str
    label: str
    prompt: str
    box: Fractions
    cells: list[ZoneDraft] = field(default_factory=list)
    font: int = 0


@dataclass(slots=True)
class TableDraft:
    """A table: its columns and how many rows of which least height."""

    rows: int
    row_height: int
    columns: list[ColumnDraft]


@dataclass(slots=True)
class ChromeDraft:
    """A text of the board."""

    name: str
    text: str
    box: Fractions
    strip: str | None = None
    link: LinkDraft | None = None
    font: int = STRIP_FONT


@dataclass(slots=True)
class PileDraft:
    """Dots of one kind in a tray."""

    sign: Sign
    mark: str
    meaning: str
    count: int


@dataclass(slots=True)
class TrayDraft:
    """A voting place: how dots count, how many each person has, the piles of its tray."""

    kind: Voting
    dots: int | None
    caption: str
    piles: list[PileDraft]


@dataclass(slots=True)
class FrameDraft:
    """A frame or one copy of it, without a place; `left_out`: its strips with nothing to hold."""

    spec: FrameSpec
    key: str
    scope: Scope
    copy_no: int
    copies: int
    place: Mapping[str, int | str]
    people: int
    number: int | None
    title: str = ""
    instruction: str = ""
    time: str = ""
    tray: TrayDraft | None = None
    zones: list[ZoneDraft] = field(default_factory=list)
    table: TableDraft | None = None
    chrome: list[ChromeDraft] = field(default_factory=list)
    link: LinkDraft | None = None
    left_out: list[str] = field(default_factory=list)

    @property
    def all_zones(self) -> list[ZoneDraft]:
        """The zones and the cells of the table."""
        cells = [cell for column in self.columns for cell in column.cells]
        return [*self.zones, *cells]

    @property
    def columns(self) -> list[ColumnDraft]:
        """The columns of the table, if there is one."""
        return self.table.columns if self.table else []


def link_draft(spec: LinkTo | None, copy_no: int | None) -> LinkDraft | None:
    """Return the link of a part, or None when it has none."""
    return None if spec is None or copy_no is None else LinkDraft(spec.frame, copy_no)
