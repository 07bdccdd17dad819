"""The signals of a method's own, out of harvest.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from board_templates.harvest_spec import SignalSpec
from board_templates.sentences import refused_with
from harvest.errors import FaultyHarvest
from harvest.findings import Finding
from harvest.result import UNFIT, ResultMaker, Scope, steady_names


def method_signals(
    specs: Sequence[SignalSpec], maker: ResultMaker, scope: Mapping[str, Any]
) -> list[Finding]:
    """Return what stands out by the method's own rules.

    Args:
        specs: The signals of harvest.yaml.
        maker: Works out expressions.
        scope: Brief, lists, and the result under `result`.

    Raises:
        FaultyHarvest: When an expression cannot be worked out.
    """
    found: list[Finding] = []
    for spec in specs:
        where = f"signals.{spec.code}"
        try:
            found += _Raiser(spec, maker, where).findings(scope)
        except UNFIT as error:
            raise FaultyHarvest(where, spec.each or "", refused_with(error)) from error
    return found


class _Raiser:
    """One signal of a method and everything needed to raise it."""

    def __init__(self, spec: SignalSpec, maker: ResultMaker, where: str) -> None:
        self._spec = spec
        self._maker = maker
        self._where = where

    def findings(self, scope: Mapping[str, Any]) -> Iterator[Finding]:
        spec = self._spec
        scopes = list(self._scopes(dict(scope)))
        if spec.joined is None:
            yield from (self._finding(one) for one in scopes)
        elif scopes:
            values = {name: self._joined(said, scopes) for name, said in spec.joined.items()}
            yield Finding(spec.code, None, {"n": len(scopes), **values})

    def _scopes(self, scope: Scope) -> Iterator[Scope]:
        spec = self._spec
        rows: Iterable[Scope] = [{}]
        if spec.each is not None:
            found = self._value(spec.each, scope)
            rows = ({"it": row, "i": number} for number, row in enumerate(found, start=1))
        wanted = [said for said in (spec.when, spec.where) if said is not None]
        steady = steady_names(spec.let, "it", "i")
        of_the_row = [name for name in spec.let if name not in steady]
        known: Scope | None = None
        for row in rows:
            if known is None:  # worked out once, but not where there are no rows
                known = self._filled({**scope}, steady)
            inner = self._filled({**known, **row}, of_the_row)
            if all(self._value(said, inner) for said in wanted):
                yield inner

    def _filled(self, scope: Scope, names: Iterable[str]) -> Scope:
        for name in names:
            scope[name] = self._value(self._spec.let[name], scope)
        return scope

    def _finding(self, scope: Scope) -> Finding:
        spec = self._spec
        values = {name: _plain(self._value(said, scope)) for name, said in spec.values.items()}
        zone = self._value(spec.zone, scope) if spec.zone is not None else None
        return Finding(spec.code, zone, values)

    def _joined(self, said: str, scopes: Sequence[Scope]) -> str:
        return ", ".join(dict.fromkeys(str(self._value(said, one)) for one in scopes))

    def _value(self, said: str, scope: Scope) -> Any:  # noqa: ANN401  # whatever the expression gives
        return self._maker.value(said, scope, self._where)


def _plain(value: object) -> str | int | float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return round(value, 2)
    return "" if value is None else str(value)
