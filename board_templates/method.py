"""What a method folder holds once it is read: identity, brief, steps, board, harvest, texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from board_templates.board_spec import (
    BoardSpec,
    Expression,
    FrameId,
    Loop,
    Name,
    Spec,
    Wording,
)
from board_templates.harvest_spec import HarvestSpec
from board_templates.phases import PhaseId
from board_templates.statuses import Status

LANGUAGES = ("et", "en")

Lang = Literal["et", "en"]
MethodId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
StepKind = Literal[
    "open", "write", "read", "group", "move", "change", "vote", "talk", "agree", "close", "break"
]
ParameterType = Literal[
    "text",
    "longtext",
    "int",
    "bool",
    "date",
    "time",
    "choice",
    "list[text]",
    "list[choice]",
    "list[time]",
    "list[object]",
    "ref",
]


Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
"""A text that stands on a line or a few: a label, a title."""

OneLine = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\r\n]*$")]

Words = Annotated[str, StringConstraints(max_length=2000)]
"""Any other text of the text files; what a board holds of it is limited again when it is drawn."""


class Span(Spec):
    """A least and a most; either may be an expression over the brief."""

    min: Expression | None = None
    max: Expression | None = None


class Parameter(Spec):
    """A value that a facilitator fills in.

    `min` and `max` limit a number, or the length of a text; `items` the length of a list, `each`
    the texts in it. `computed` is a default that depends on other values, held within the limits.
    `shape` values change what is on the board and go into its footer; `personal` ones hold
    people's names or contacts.
    """

    name: Name
    type: ParameterType
    required: bool = False
    default: Any = None
    computed: Expression | None = None
    min: Expression | None = None
    max: Expression | None = None
    items: Span = Span()
    each: Span = Span()
    choices: tuple[str, ...] = Field(default=(), max_length=60)
    ends_with: str | None = Field(default=None, max_length=10)
    fields: tuple[Parameter, ...] = Field(default=(), max_length=20)
    ref: Literal["programme", "harvest"] | None = None
    shape: bool = False
    personal: bool = False

    @property
    def is_list(self) -> bool:
        """Tell whether the value is a list."""
        return self.type.startswith("list[")


class Rule(Spec):
    """A condition that ties fields together; its text says what is wrong when `check` is false."""

    id: Name
    field: Name
    check: Expression
    when: Expression | None = None


class Step(Spec):
    """A line of the agenda.

    `minutes` is its share at the default length; with `fixed` it takes exactly that long, the
    others share the rest. With `each` its `steps` are repeated, one round after another.
    """

    id: Name | None = None
    minutes: Expression | None = None
    fixed: bool = False
    frame: FrameId | None = None
    kind: StepKind | None = None
    when: Expression | None = None
    wording: tuple[Wording, ...] = ()
    each: Loop | None = None
    steps: tuple[Step, ...] = ()


class Minutes(Spec):
    """How long the workshop takes, and how short and long it may be."""

    default: int = Field(ge=1, le=480)
    min: int = Field(ge=1, le=480)
    max: int = Field(ge=1, le=480)


class People(Spec):
    """How many people the method is meant for."""

    min: int = Field(ge=1, le=200)
    max: int = Field(ge=1, le=200)


class Source(Spec):
    """Who a method comes from, in both languages; titles stand as published."""

    et: OneLine
    en: OneLine


class Identity(Spec):
    """The whole of method.yaml."""

    id: MethodId
    version: int = Field(ge=1, le=9999)
    status: Status | None = None
    order: int = Field(default=1000, ge=1, le=9999)
    phase: PhaseId
    minutes: Minutes
    people: People
    common_breaks: bool = True
    brief: tuple[Parameter, ...] = Field(default=(), max_length=40)
    rules: tuple[Rule, ...] = Field(default=(), max_length=40)
    steps: tuple[Step, ...] = Field(min_length=1, max_length=40)
    sources: tuple[OneLine | Source, ...] = Field(default=(), max_length=20)
    fed_by: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    data: dict[str, Any] = Field(default_factory=dict)


def _label(value: object) -> object:
    return {"label": value} if isinstance(value, str) else value


class ParameterText(Spec):
    """What a form says beside a parameter, and the default that depends on the language."""

    label: Line
    help: Words = ""
    default: Words | list[Words] | None = None


class FrameText(Spec):
    """The title and the instruction of a frame."""

    title: Line
    instruction: Words = ""


class ZoneText(Spec):
    """The bold label of a zone, the line under it, and what a text zone holds to begin with."""

    label: Line
    prompt: Words = ""
    prefilled: Words = ""


class MethodTexts(Spec):
    """One text file. Keys are ids of the method's own; `words` is data that differs by language."""

    name: OneLine
    purpose: Words
    use_when: Words
    not_when: Words
    preparation: Words = ""
    serves: Words = ""
    source_short: OneLine
    parameters: dict[str, Annotated[ParameterText, BeforeValidator(_label)]] = Field(
        default_factory=dict
    )
    choices: dict[str, dict[str, Words]] = Field(default_factory=dict)
    frames: dict[str, FrameText] = Field(default_factory=dict)
    zones: dict[str, Annotated[ZoneText, BeforeValidator(_label)]] = Field(default_factory=dict)
    chrome: dict[str, Words] = Field(default_factory=dict)
    seeds: dict[str, Words] = Field(default_factory=dict)
    steps: dict[str, Words] = Field(default_factory=dict)
    signals: dict[str, Words] = Field(default_factory=dict)
    tags: dict[str, Words] = Field(default_factory=dict)
    rules: dict[str, Words] = Field(default_factory=dict)
    words: dict[str, Any] = Field(default_factory=dict)
    result: dict[str, Words] = Field(default_factory=dict)
    phrases: dict[str, Words] = Field(default_factory=dict)
    guide: str = ""


class Method(Spec):
    """A method, whole and checked. `digest` is the SHA-256 of its folder."""

    identity: Identity
    board: BoardSpec
    harvest: HarvestSpec = HarvestSpec()
    texts: dict[Lang, MethodTexts]
    example: dict[str, Any] = Field(default_factory=dict)
    digest: str = ""

    @property
    def id(self) -> str:
        """The neutral name of the method."""
        return self.identity.id

    @property
    def version(self) -> int:
        """The version of the folder; a change of what is on the board makes a new one."""
        return self.identity.version

    @property
    def phase(self) -> PhaseId:
        """The phase of a process that the method serves."""
        return self.identity.phase

    @property
    def minutes(self) -> Minutes:
        """How long it takes."""
        return self.identity.minutes

    @property
    def people(self) -> People:
        """How many people it is meant for."""
        return self.identity.people

    def sources(self, lang: Lang) -> tuple[str, ...]:
        """Return who it comes from, as said in a language."""
        return tuple(
            source if isinstance(source, str) else (source.et if lang == "et" else source.en)
            for source in self.identity.sources
        )

    @property
    def steps(self) -> tuple[Step, ...]:
        """The lines of its agenda, loops not yet unrolled."""
        return self.identity.steps

    @property
    def data(self) -> dict[str, Any]:
        """Data of the method's own that is the same in every language."""
        return self.identity.data


def flat_steps(steps: tuple[Step, ...]) -> Iterator[Step]:
    """Yield the steps that have a text, those inside loops included."""
    for step in steps:
        if step.each is None:
            yield step
        else:
            yield from flat_steps(step.steps)
