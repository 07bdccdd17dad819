"""Checks harvest.yaml against the readings: everything that can be known without a board."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from board_templates.expressions import ExpressionError, Expressions
from board_templates.harvest_spec import HarvestSpec, ListSpec, SignalSpec
from board_templates.method import Lang, Method
from board_templates.result_spec import Branch, Choose, NoteNumbers, Person, Rows, Say
from board_templates.sentences import Sentence
from board_templates.shared_texts import SharedTexts
from harvest.errors import UnknownReading
from harvest.lists import prepared
from harvest.readings.base import EARLIER_LIST, EXPRESSION
from harvest.reasons import N_

SCOPE = frozenset(
    {"brief", "people", "attended", "labels", "planned", "nameless", "names", "today"}
)
"""Names every expression of harvest.yaml may use, beside the lists before it."""


_LANGUAGES: tuple[Lang, ...] = ("et", "en")


@dataclass(frozen=True, slots=True)
class HarvestFault:
    """Something in harvest.yaml that can't work; `where` is the path in the file."""

    where: str
    reason: Sentence


def check_harvest(method: Method, shared: SharedTexts) -> tuple[HarvestFault, ...]:
    """Return everything that is wrong with the harvest of a method; nothing when it is sound."""
    return tuple(_Check(method, shared).faults())


class _Check:
    """One check of one method."""

    def __init__(self, method: Method, shared: SharedTexts) -> None:
        self._method = method
        self._spec: HarvestSpec = method.harvest
        self._shared = shared
        self._expressions = Expressions()

    def faults(self) -> Iterator[HarvestFault]:
        known = SCOPE
        for name, said in self._spec.lists.items():
            yield from self._list(name, said, known)
            known |= {name}
        for name, node in self._spec.let.items():
            yield from self._node(f"let.{name}", node, known)
            known |= {name}
        for name, node in self._spec.result.items():
            yield from self._node(f"result.{name}", node, known | {"result"})
        for signal in self._spec.signals:
            yield from self._signal(f"signals.{signal.code}", signal, known | {"result"})
        for pattern, rules in self._spec.zones.items():
            conditions = {"unless": rules.unless, "sealed": rules.sealed}
            yield from self._some(f"zones.{pattern}", {"brief"}, **conditions)

    def _list(self, name: str, said: ListSpec, known: AbstractSet[str]) -> Iterator[HarvestFault]:
        where = f"lists.{name}"
        try:
            [(_, arguments)] = prepared(HarvestSpec(lists={name: said})).values()
        except UnknownReading as error:
            yield HarvestFault(where, error.reason)
            return
        for field, value, meant in _described(arguments):
            if meant == EXPRESSION and value is not None:
                yield from self._expression(f"{where}.{field}", value, known)
            if meant == EARLIER_LIST and value not in known - SCOPE:
                yield HarvestFault(
                    f"{where}.{field}", N_("there is no list “{name}” before it", name=value)
                )

    def _expression(self, where: str, said: str, known: AbstractSet[str]) -> Iterator[HarvestFault]:
        try:
            unknown = sorted(self._expressions.names(said) - known)
        except ExpressionError as error:
            yield HarvestFault(where, error.sentence)
            return
        if unknown:
            names = ", ".join(unknown)
            reason = N_(
                "`{expression}` asks for {names}, which isn't there", expression=said, names=names
            )
            yield HarvestFault(where, reason)

    def _node(self, where: str, node: Any, known: AbstractSet[str]) -> Iterator[HarvestFault]:  # noqa: ANN401  # a node of the tree
        match node:
            case str():
                yield from self._expression(where, node, known)
            case Person():
                yield from self._expression(where, node.person, known)
            case NoteNumbers():
                yield from self._expression(where, node.notes, known)
            case Choose():
                yield from self._choose(where, node, known)
            case Say():
                yield from self._say(where, node, known)
            case Rows():
                yield from self._rows(where, node, known)
            case Branch():
                yield from self._some(where, known, when=node.when)
                inner = known | {"this"}
                yield from self._let(where, node.let, known)
                yield from self._fields(where, node.fields, inner | node.let.keys())

    def _choose(self, where: str, node: Choose, known: AbstractSet[str]) -> Iterator[HarvestFault]:
        yield from self._expression(where, node.choose, known)
        for name, said in node.of.items():
            yield from self._expression(f"{where}.{name}", said, known)

    def _say(self, where: str, node: Say, known: AbstractSet[str]) -> Iterator[HarvestFault]:
        literal = node.say.strip("'\"") if node.say[:1] in {"'", '"'} else None
        yield from self._expression(where, node.say, known)
        for name, said in node.values.items():
            yield from self._expression(f"{where}.{name}", said, known)
        for lang in _LANGUAGES:
            if literal is not None and literal not in self._method.texts[lang].phrases:
                reason = N_("texts/{lang}.yaml has no phrase “{name}”", lang=lang, name=literal)
                yield HarvestFault(where, reason)

    def _rows(self, where: str, node: Rows, known: AbstractSet[str]) -> Iterator[HarvestFault]:
        yield from self._some(where, known, each=node.each, when=node.when)
        row = known | {node.over, "i"}
        yield from self._let(where, node.let, row)
        inner = row | node.let.keys()
        yield from self._some(where, inner, where=node.where, key=node.key, value=node.value)
        for said in node.order:
            yield from self._expression(f"{where}.order", said, inner)
        yield from self._fields(where, node.fields, inner | {"this"})

    def _fields(
        self, where: str, fields: Mapping[str, Any], known: AbstractSet[str]
    ) -> Iterator[HarvestFault]:
        for name, node in fields.items():
            yield from self._node(f"{where}.{name}", node, known)

    def _let(
        self, where: str, let: Mapping[str, Any], known: AbstractSet[str]
    ) -> Iterator[HarvestFault]:
        for name, said in let.items():
            yield from self._node(f"{where}.let.{name}", said, known)
            known = known | {name}

    def _some(self, at: str, known: AbstractSet[str], **said: str | None) -> Iterator[HarvestFault]:
        for name, expression in said.items():
            if expression is not None:
                yield from self._expression(f"{at}.{name}", expression, known)

    def _signal(
        self, where: str, spec: SignalSpec, known: AbstractSet[str]
    ) -> Iterator[HarvestFault]:
        yield from self._texts(where, spec)
        yield from self._some(where, known, each=spec.each)
        inner = known | ({"it", "i"} if spec.each is not None else set())
        yield from self._let(where, spec.let, inner)
        inner |= spec.let.keys()
        yield from self._some(where, inner, when=spec.when, where=spec.where, zone=spec.zone)
        for name, said in {**spec.values, **(spec.joined or {})}.items():
            yield from self._expression(f"{where}.{name}", said, inner)

    def _texts(self, where: str, spec: SignalSpec) -> Iterator[HarvestFault]:
        given = (
            set(spec.values)
            | set(spec.joined or ())
            | ({"n"} if spec.joined is not None else set())
        )
        for lang in _LANGUAGES:
            own = self._method.texts[lang].signals
            text = own.get(spec.code) or self._shared.texts[lang].signals.get(spec.code)
            if text is None:
                reason = N_("texts/{lang}.yaml has no text for it", lang=lang)
                yield HarvestFault(where, reason)
                continue
            missing = sorted(self._expressions.text_names(text) - given)
            if missing:
                names = ", ".join(missing)
                reason = N_(
                    "its text in texts/{lang}.yaml asks for {names}", lang=lang, names=names
                )
                yield HarvestFault(where, reason)


def _described(arguments: BaseModel) -> Iterator[tuple[str, Any, str | None]]:
    for name, field in type(arguments).model_fields.items():
        yield field.alias or name, getattr(arguments, name), field.description
