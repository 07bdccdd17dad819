"""What harvest.yaml may say: rules of zones, named lists, the tree of the result, signals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    TypeAdapter,
    model_validator,
)

from board_templates.board_spec import Expression, Name
from board_templates.sentences import N_, Reasoned

ZonePattern = Annotated[
    str, StringConstraints(pattern=r"^[A-Z*][A-Za-z0-9_*]{0,19}\.[a-z0-9_.*]{1,60}$")
]
ZoneKind = Literal[
    "notes",
    "open",
    "text",
    "actions",
    "named_actions",
    "decisions",
    "questions",
    "asked_questions",
    "attended",
]
ZoneSignal = Literal["empty_zone", "seed_only", "zone_moved", "lone_voice", "dominant_author"]
OffSignal = Literal[ZoneSignal, "low_turnout", "overvote"]
SignalCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class ZoneRules(_Part):
    """How the notes of some zones are read.

    `kind` says what a note there is, whatever is written on it. With `store: never` texts are cut
    before anything is stored, but where `unless` (an expression over the brief) is true; with
    `titles: keep` title notes stay. Where `sealed` is true nothing stays, neither titles nor what
    its writer tagged as shareable. `off` names the common signals that do not apply;
    `voices_by: frame` judges who wrote how much within each frame instead of over the whole board.
    With `authors: never` nobody asks who wrote: not for voices, not for names.
    With `dots: carried` notes bring their dots along from a voting place, and those go on counting.
    With `by_colour` the colour of a note tells which of these zones it belongs to, in a frame where
    people worked without them.
    `about` names a column of the same table: an action that says no more than who and when is about
    what stands there in its row.
    """

    kind: ZoneKind | None = None
    store: Literal["always", "never"] | None = None
    unless: Expression | None = None
    titles: Literal["keep", "cut"] | None = None
    sealed: Expression | None = None
    off: tuple[OffSignal, ...] = ()
    voices_by: Literal["board", "frame"] | None = None
    authors: Literal["always", "never"] | None = None
    dots: Literal["carried"] | None = None
    by_colour: bool | None = None
    about: Name | None = None

    def joined_with(self, later: ZoneRules) -> ZoneRules:
        """Return both sets of rules as one; where they differ the later one wins."""
        said = {name: value for name, value in later if value is not None and name != "off"}
        off = tuple(dict.fromkeys(self.off + later.off))
        return self.model_copy(update={**said, "off": off})


class ListSpec(_Part):
    """A named list: one reading and its arguments, which the reading itself checks."""

    reading: Name
    arguments: Mapping[str, Any] = Field(default_factory=dict)


class Person(_Part):
    """A leaf that gives a person's name; it becomes true or false where names are left out."""

    person: Expression


class NoteNumbers(_Part):
    """A leaf that gives numbers of notes: an expression for them, or for rows that have a `no`."""

    notes: Expression


class Say(_Part):
    """A sentence out of the method's phrases, in the language of the report.

    `say` is an expression that gives the phrase's name, `values` what it is filled with.
    """

    say: Expression
    values: dict[Name, Expression] = Field(default_factory=dict)


class Choose(_Part):
    """One of several expressions, by name: rules as data."""

    choose: Expression
    of: dict[str, Expression] = Field(min_length=1)


class Branch(_Part):
    """Fields of a map. `let` names working values; `when` false makes the whole map null."""

    when: Expression | None = None
    let: dict[Name, Expression | Choose] = Field(default_factory=dict)
    fields: dict[Name, Node] = Field(min_length=1)


class Rows(_Part):
    """A list with one entry for each row, or a map when it has a `key`.

    Within it the row is called `over` (`it` by default), its number `i`, what has been worked out
    for it so far `this`. `by` names a field by whose codes reports group the rows for people.
    """

    each: Expression
    over: Name = Field(default="it", alias="as")
    when: Expression | None = None
    where: Expression | None = None
    order: tuple[Expression, ...] = ()
    let: dict[Name, Expression | Choose] = Field(default_factory=dict)
    fields: dict[Name, Node] = Field(default_factory=dict)
    key: Expression | None = None
    value: Expression | None = None
    by: Name | None = None

    @model_validator(mode="after")
    def _grouped_by_a_field(self) -> Self:
        if self.by is not None and self.by not in self.fields:
            raise Reasoned(N_("`by` names “{name}”, which is no field of the rows", name=self.by))
        return self


_RESERVED: tuple[tuple[str, type[_Part]], ...] = (
    ("each", Rows),
    ("say", Say),
    ("choose", Choose),
    ("person", Person),
)
_EXPRESSION: TypeAdapter[str] = TypeAdapter(Expression)


def _as_node(value: object) -> object:
    """Tell by its keys which kind of node a mapping is; any other mapping is its fields."""
    if isinstance(value, _Part):
        return value
    if not isinstance(value, Mapping):
        return _EXPRESSION.validate_python(value)
    for key, kind in _RESERVED:
        if key in value:
            return kind.model_validate(value)
    if value.keys() == {"notes"} and isinstance(value["notes"], str):
        return NoteNumbers.model_validate(value)
    if "fields" in value:
        return Branch.model_validate(value)
    fields = {key: node for key, node in value.items() if key not in {"let", "when"}}
    rest = {key: node for key, node in value.items() if key in {"let", "when"}}
    return Branch.model_validate({**rest, "fields": fields})


def _node_data(node: object) -> object:
    return node.model_dump(mode="json") if isinstance(node, _Part) else node


AnyNode = Rows | Say | Choose | Person | NoteNumbers | Branch | str
Node = Annotated[AnyNode, PlainValidator(_as_node), PlainSerializer(_node_data, return_type=Any)]


class SignalSpec(_Part):
    """When something stands out and what its text is filled with.

    Without `each` it is raised once, when `when` is true. With `each` it is raised for every row
    for which `where` is true; with `joined` once for all of them, each value joined by commas, and
    `n` is how many they are. `zone` is an expression for the zone's key. With `heads` the signal
    rests on how many people there were, and says so when they were only planned. `labels` names the
    values that are the board's own words: they follow the language of whoever reads.
    """

    code: SignalCode
    when: Expression | None = None
    each: Expression | None = None
    where: Expression | None = None
    let: dict[Name, Expression] = Field(default_factory=dict)
    values: dict[Name, Expression] = Field(default_factory=dict)
    joined: dict[Name, Expression] | None = None
    zone: Expression | None = None
    heads: bool = False
    labels: tuple[Name, ...] = ()

    @model_validator(mode="after")
    def _labels_are_values(self) -> Self:
        for name in self.labels:
            if name not in self.values:
                raise Reasoned(N_("`labels` names “{name}”, which is no value", name=name))
        return self


_LIST_FIELDS = {"reading", "arguments"}


def _as_lists(value: object) -> object:
    if not isinstance(value, Mapping):
        return value
    return {name: _as_list(name, said) for name, said in value.items()}


def _as_list(name: str, said: object) -> object:
    if isinstance(said, ListSpec) or (isinstance(said, Mapping) and said.keys() == _LIST_FIELDS):
        return said
    if not isinstance(said, Mapping) or len(said) != 1:
        message = f"the list {name!r} needs exactly one reading; write `{name}: {{notes: {{…}}}}`"
        raise ValueError(message)
    [(reading, arguments)] = said.items()
    return {"reading": reading, "arguments": arguments or {}}


class HarvestSpec(_Part):
    """The whole of harvest.yaml.

    `let` names nodes that are worked out between lists and result: what several parts of the result
    or signals rest on, without being told itself.
    `points` names the fields of the result that say the main points in a memo; without it those are
    the clusters, or else the notes, with the most votes.
    """

    zones: dict[ZonePattern, ZoneRules] = Field(default_factory=dict)
    lists: Annotated[dict[Name, ListSpec], BeforeValidator(_as_lists)] = Field(default_factory=dict)
    let: dict[Name, Node] = Field(default_factory=dict)
    result: dict[Name, Node] = Field(default_factory=dict)
    signals: tuple[SignalSpec, ...] = ()
    points: tuple[Name, ...] = ()

    @model_validator(mode="after")
    def _points_are_fields(self) -> Self:
        for name in self.points:
            if name not in self.result:
                raise Reasoned(
                    N_("`points` names “{name}”, which is no field of the result", name=name)
                )
        return self

    def rules_of(self, zone_id: str) -> ZoneRules:
        """Return the rules of a zone; of several patterns that fit, a later one adds to and wins.

        Args:
            zone_id: The neutral id, as in a plan (`F2.practical`).
        """
        rules = ZoneRules()
        for pattern, said in self.zones.items():
            if zone_matches(zone_id, pattern):
                rules = rules.joined_with(said)
        return rules

    @property
    def confidential_patterns(self) -> tuple[tuple[str, ZoneRules], ...]:
        """The zones whose texts are never stored, with the rules that say so."""
        return tuple((p, rules) for p, rules in self.zones.items() if rules.store == "never")

    def expressions(self) -> Iterator[tuple[str, str]]:
        """Yield every expression with where it stands (`result.rounds.no`), lists' own not."""
        for pattern, rules in self.zones.items():
            if rules.unless:
                yield f"zones.{pattern}.unless", rules.unless
            if rules.sealed:
                yield f"zones.{pattern}.sealed", rules.sealed
        for section, nodes in (("let", self.let), ("result", self.result)):
            for name, node in nodes.items():
                yield from _expressions(f"{section}.{name}", node)
        for number, signal in enumerate(self.signals):
            yield from _expressions(f"signals[{number}]", signal)


def zone_matches(zone_id: str, pattern: str) -> bool:
    """Tell whether a zone's id fits a pattern such as `F1.*` or `T.round*`."""
    return fnmatchcase(zone_id, pattern)


_NOT_EXPRESSIONS = frozenset({"over", "code", "by", "labels"})


def _expressions(where: str, node: object) -> Iterator[tuple[str, str]]:
    if isinstance(node, str):
        yield where, node
        return
    for step, inner in _inner(node):
        yield from _expressions(where + step, inner)


def _inner(node: object) -> Iterator[tuple[str, object]]:
    if isinstance(node, Mapping):
        yield from ((f".{key}", inner) for key, inner in node.items())
    elif isinstance(node, tuple):
        yield from ((f"[{number}]", inner) for number, inner in enumerate(node))
    elif isinstance(node, _Part):
        yield from ((f".{key}", inner) for key, inner in node if key not in _NOT_EXPRESSIONS)


Branch.model_rebuild()
Rows.model_rebuild()
HarvestSpec.model_rebuild()
