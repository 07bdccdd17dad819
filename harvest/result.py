"""Works out the tree of a method's result: expressions over brief, lists and earlier leaves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from types import MappingProxyType
from typing import Any, Final

from board_templates.expressions import ExpressionError
from board_templates.result_spec import Branch, Choose, NoteNumbers, Person, Rows, Say
from board_templates.sentences import refused_with
from harvest.errors import FaultyHarvest
from harvest.reasons import N_
from harvest.scope import Evaluator

Scope = dict[str, Any]

ROW_LIMIT = 2_000_000
"""Most rows that one result looks at: a board of a hundred thousand notes needs a few times that.

Lists within lists of a method that nobody needs to trust would else go on for ever.
"""

UNFIT: Final = (TypeError, ValueError, LookupError, AttributeError)
"""What Python says where an expression gave a value of another kind than its place takes."""

_DECIMALS = 2
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_NAME = re.compile(r"[a-z_][a-z0-9_]*")


@dataclass(frozen=True)
class ResultMaker:
    """Evaluates nodes.

    `say` fills a phrase of the method in the language of the report; `person` shows a name as the
    mode of the harvest wants it.
    """

    evaluator: Evaluator
    say: Callable[[str, Mapping[str, Any]], str]
    person: Callable[[Any], Any]
    _rows_seen: Iterator[int] = field(default_factory=count)

    def work_out(
        self,
        nodes: Mapping[str, Any],
        scope: Mapping[str, Any],
        known: Mapping[str, Any] = _NOTHING,
    ) -> dict[str, Any]:
        """Return what the nodes of `let` give; later ones may use earlier ones by name.

        What is `known` stays.

        Raises:
            FaultyHarvest: When an expression of the method cannot be worked out.
        """
        found: dict[str, Any] = {}
        for name, node in nodes.items():
            found[name] = self._known(known, name, node, {**scope, **found}, "let")
        return found

    def make(
        self,
        nodes: Mapping[str, Any],
        scope: Mapping[str, Any],
        known: Mapping[str, Any] = _NOTHING,
    ) -> dict[str, Any]:
        """Return the whole result; later entries may use earlier ones as `result.NAME`.

        What is `known` stays.

        Raises:
            FaultyHarvest: When an expression of the method cannot be worked out.
        """
        result: dict[str, Any] = {}
        values = {**scope, "result": result}
        for name, node in nodes.items():
            result[name] = self._known(known, name, node, values, "result")
        return result

    def _known(
        self,
        known: Mapping[str, Any],
        name: str,
        node: Any,  # noqa: ANN401  # a node of the result, whatever it is
        scope: Scope,
        where: str,
    ) -> Any:  # noqa: ANN401  # whatever the node gives
        return known[name] if name in known else self._value(node, scope, f"{where}.{name}")

    def value(self, expression: str, scope: Mapping[str, Any], where: str) -> Any:  # noqa: ANN401  # whatever the expression gives
        """Return what one expression gives.

        Raises:
            FaultyHarvest: When it cannot be worked out.
        """
        try:
            return self.evaluator.evaluate(expression, scope)
        except ExpressionError as error:
            raise FaultyHarvest(where, error.expression, error.why) from error

    def _value(self, node: Any, scope: Scope, where: str) -> Any:  # noqa: ANN401  # a node gives what it says
        try:
            return self._given(node, scope, where)
        except UNFIT as error:  # an expression gave what this node cannot take
            raise FaultyHarvest(where, _asked_of(node), refused_with(error)) from error

    def _given(self, node: Any, scope: Scope, where: str) -> Any:  # noqa: ANN401  # as above
        match node:
            case str():
                return self.value(node, scope, where)
            case Rows():
                return self._rows(node, scope, where)
            case Branch():
                return self._branch(node, scope, where)
            case _:
                return self._leaf(node, scope, where)

    def _leaf(self, node: Any, scope: Scope, where: str) -> Any:  # noqa: ANN401  # as above
        match node:
            case Person():
                return self._person(self.value(node.person, scope, where))
            case NoteNumbers():
                return _numbers(self.value(node.notes, scope, where))
            case Choose():
                return self._chosen(node, scope, where)
            case Say():
                return self._said(node, scope, where)
        raise TypeError(type(node).__name__)

    def _person(self, said: Any) -> Any:  # noqa: ANN401  # one person, or a list of them
        return [self.person(one) for one in said] if isinstance(said, list) else self.person(said)

    def _chosen(self, node: Choose, scope: Scope, where: str) -> Any:  # noqa: ANN401  # as above
        name = str(self.value(node.choose, scope, where))
        if name not in node.of:
            raise FaultyHarvest(
                where, node.choose, N_("“{name}” is not one of its choices", name=name)
            )
        return self.value(node.of[name], scope, f"{where}.{name}")

    def _said(self, node: Say, scope: Scope, where: str) -> str:
        name = str(self.value(node.say, scope, where))
        values = {key: self.value(said, scope, where) for key, said in node.values.items()}
        try:
            return self.say(name, {**scope, **values})
        except ExpressionError as error:
            raise FaultyHarvest(where, error.expression, error.why) from error
        except FaultyHarvest as fault:  # it knows nothing of the place
            raise FaultyHarvest(where, fault.expression, fault.why) from fault

    def _branch(self, node: Branch, scope: Scope, where: str) -> dict[str, Any] | None:
        if node.when is not None and not self.value(node.when, scope, f"{where}.when"):
            return None
        return self._fields(node.fields, self._with(node.let, scope, where), where)

    def _fields(self, nodes: Mapping[str, Any], scope: Scope, where: str) -> dict[str, Any]:
        """Work fields out in order; `this` holds those of the map so far, and of maps around it."""
        fields: dict[str, Any] = {}
        so_far = dict(scope.get("this", {}))
        inner = {**scope, "this": so_far}
        for name, node in nodes.items():
            fields[name] = so_far[name] = self._value(node, inner, f"{where}.{name}")
        return fields

    def _with(self, let: Mapping[str, Any], scope: Scope, where: str) -> Scope:
        return self._filled({**scope}, let, where) if let else scope

    def _filled(self, scope: Scope, let: Mapping[str, Any], where: str) -> Scope:
        """Put what `let` names into a scope that nobody else has, and return it."""
        for name, node in let.items():
            scope[name] = self._value(node, scope, f"{where}.let.{name}")
        return scope

    def _rows(self, node: Rows, scope: Scope, where: str) -> Any:  # noqa: ANN401  # a list, a map, or null
        if node.when is not None and not self.value(node.when, scope, f"{where}.when"):
            return None
        scopes = self._scopes(node, scope, where)
        if node.key is not None:
            return {
                str(self.value(node.key, one, f"{where}.key")): self._entry(node, one, where)
                for one in scopes
            }
        return [self._entry(node, one, where) for one in scopes]

    def _entry(self, node: Rows, scope: Scope, where: str) -> Any:  # noqa: ANN401  # as above
        if node.value is not None:
            return self.value(node.value, scope, f"{where}.value")
        return self._fields(node.fields, scope, where)

    def _scopes(self, node: Rows, scope: Scope, where: str) -> list[Scope]:
        """Return the scope of each row that is wanted, in order; `i` counts the wanted ones."""
        found: list[Scope] = []
        steady = steady_names(node.let, node.over, "i")
        of_the_row = {name: said for name, said in node.let.items() if name not in steady}
        known: Scope | None = None
        for row in self.value(node.each, scope, f"{where}.each"):
            if next(self._rows_seen) >= ROW_LIMIT:
                why = N_("it looks at over {number} rows", number=ROW_LIMIT)
                raise FaultyHarvest(where, node.each, why)
            if known is None:  # worked out once, but not where there are no rows
                known = self._with({name: node.let[name] for name in steady}, scope, where)
            inner = {**known, node.over: row, "i": len(found) + 1}
            self._filled(inner, of_the_row, where)
            if node.where is None or self.value(node.where, inner, f"{where}.where"):
                found.append(inner)
        if node.order:
            found.sort(key=lambda one: self._order(node, one, where))
            for number, one in enumerate(found, start=1):
                one["i"] = number
        return found

    def _order(self, node: Rows, scope: Scope, where: str) -> list[tuple[bool, Any]]:
        values = [self.value(said, scope, f"{where}.order") for said in node.order]
        return [(value is None, value if value is not None else 0) for value in values]


def steady_names(let: Mapping[str, Any], *own: str) -> tuple[str, ...]:
    """Return the names in `let` that say the same of every row, since they ask nothing of it.

    Worked out for each row, what looks through a whole list would take rows times entries.

    Args:
        let: Nodes by name.
        own: What each row has of its own: the row itself and its number.
    """
    of_the_row = set(own)
    steady: list[str] = []
    for name, said in let.items():
        if isinstance(said, str) and of_the_row.isdisjoint(_NAME.findall(said)):
            steady.append(name)
        else:
            of_the_row.add(name)
    return tuple(steady)


def _asked_of(node: Any) -> str:  # noqa: ANN401  # a node of the tree
    """Return the expression that a node rests on."""
    match node:
        case str():
            return node
        case Rows():
            return node.each
        case Person():
            return node.person
        case NoteNumbers():
            return node.notes
    return ""


def _numbers(notes: Sequence[Any]) -> list[int]:
    """Return the numbers of rows, each once; numbers stay what they are."""
    if set(map(type, notes)) <= {int}:  # a row of a large table has thousands
        return list(dict.fromkeys(notes))
    numbers = (note["no"] if isinstance(note, Mapping) else note for note in notes)
    return list(dict.fromkeys(numbers))


def settled(value: Any, text: Callable[[str], str]) -> Any:  # noqa: ANN401  # JSON of any shape
    """Return a value as JSON: numbers with two decimals, dates as ISO texts, texts shown by mode.

    Args:
        value: What a result holds.
        text: How a text is shown (names in it).
    """
    match value:
        case bool() | int() | None:
            return value
        case float():
            return round(value, _DECIMALS)
        case str():
            return text(value)
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): settled(inner, text) for key, inner in value.items()}
        case list() | tuple():
            return [settled(inner, text) for inner in value]
    raise TypeError(type(value).__name__)
