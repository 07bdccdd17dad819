"""What harvest.yaml may say: rules of zones, named lists, the tree of the result, signals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from board_templates.board_spec import Expression, Name, Spec
from board_templates.result_spec import Node, expressions_in
from board_templates.sentences import N_, Reasoned
from board_templates.zone_rules import ZonePattern, ZoneRules, zone_matches

SignalCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]


class ListSpec(Spec):
    """A named list: one reading and its arguments, which the reading itself checks."""

    reading: Name
    arguments: Mapping[str, Any] = Field(default_factory=dict)


class SignalSpec(Spec):
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
        written = name + ": {notes: {…}}"
        raise Reasoned(
            N_(
                "the list “{name}” needs exactly one reading; write `{code}`",
                name=name,
                code=written,
            )
        )
    [(reading, arguments)] = said.items()
    return {"reading": reading, "arguments": arguments or {}}


class HarvestSpec(Spec):
    """The whole of harvest.yaml.

    `let` names nodes that are worked out between lists and result: what several parts of the result
    or signals rest on, without being told itself.
    `points` names the fields of the result that say the main points in a memo; without it those are
    the clusters, or else the notes, with the most votes. `left_open` names lists of the result that
    hold what was not settled: all of a list, or the rows of it whose fields have these codes.
    """

    zones: dict[ZonePattern, ZoneRules] = Field(default_factory=dict)
    lists: Annotated[dict[Name, ListSpec], BeforeValidator(_as_lists)] = Field(default_factory=dict)
    let: dict[Name, Node] = Field(default_factory=dict)
    result: dict[Name, Node] = Field(default_factory=dict)
    signals: tuple[SignalSpec, ...] = ()
    points: tuple[Name, ...] = ()
    left_open: dict[Name, dict[Name, str]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _memo_names_fields(self) -> Self:
        for part, names in (("points", self.points), ("left_open", self.left_open)):
            for name in names:
                if name not in self.result:
                    wrong = N_(
                        "`{part}` names “{name}”, which is no field of the result",
                        part=part,
                        name=name,
                    )
                    raise Reasoned(wrong)
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
                yield from expressions_in(f"{section}.{name}", node)
        for number, signal in enumerate(self.signals):
            yield from expressions_in(f"signals[{number}]", signal)
