"""What the tree of a result in harvest.yaml is made of, and the expressions in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Self

from pydantic import Field, PlainSerializer, PlainValidator, TypeAdapter, model_validator

from board_templates.board_spec import Expression, Name, Spec
from board_templates.sentences import N_, Reasoned


class Person(Spec):
    """A leaf that gives a person's name; it becomes true or false where names are left out."""

    person: Expression


class NoteNumbers(Spec):
    """A leaf that gives numbers of notes: an expression for them, or for rows that have a `no`."""

    notes: Expression


class Say(Spec):
    """A sentence out of the method's phrases, in the language of the report.

    `say` is an expression that gives the phrase's name, `values` what it is filled with.
    """

    say: Expression
    values: dict[Name, Expression] = Field(default_factory=dict)


class Choose(Spec):
    """One of several expressions, by name: rules as data."""

    choose: Expression
    of: dict[str, Expression] = Field(min_length=1)


class Branch(Spec):
    """Fields of a map. `let` names working values; `when` false makes the whole map null."""

    when: Expression | None = None
    let: dict[Name, Expression | Choose] = Field(default_factory=dict)
    fields: dict[Name, Node] = Field(min_length=1)


class Rows(Spec):
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


_RESERVED: tuple[tuple[str, type[Spec]], ...] = (
    ("each", Rows),
    ("say", Say),
    ("choose", Choose),
    ("person", Person),
)
_EXPRESSION: TypeAdapter[str] = TypeAdapter(Expression)


def _as_node(value: object) -> object:
    """Tell by its keys which kind of node a mapping is; any other mapping is its fields."""
    if isinstance(value, Spec):
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
    return node.model_dump(mode="json") if isinstance(node, Spec) else node


AnyNode = Rows | Say | Choose | Person | NoteNumbers | Branch | str
Node = Annotated[AnyNode, PlainValidator(_as_node), PlainSerializer(_node_data, return_type=Any)]


_NOT_EXPRESSIONS = frozenset({"over", "code", "by", "labels"})


def expressions_in(where: str, node: object) -> Iterator[tuple[str, str]]:
    """Yield every expression of a part of harvest.yaml with where it stands.

    Args:
        where: Where the part itself stands, as `result.rounds`.
        node: The part: a node of the tree, or a signal.
    """
    if isinstance(node, str):
        yield where, node
        return
    for step, inner in _inner(node):
        yield from expressions_in(where + step, inner)


def phrases_in(node: object) -> bool:
    """Tell whether a node of the tree, or one in it, says a phrase of the method."""
    return isinstance(node, Say) or any(phrases_in(inner) for _, inner in _inner(node))


def _inner(node: object) -> Iterator[tuple[str, object]]:
    if isinstance(node, Mapping):
        yield from ((f".{key}", inner) for key, inner in node.items())
    elif isinstance(node, tuple):
        yield from ((f"[{number}]", inner) for number, inner in enumerate(node))
    elif isinstance(node, Spec):
        yield from ((f".{key}", inner) for key, inner in node if key not in _NOT_EXPRESSIONS)


Branch.model_rebuild()
Rows.model_rebuild()
