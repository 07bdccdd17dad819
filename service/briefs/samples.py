"""Values that stand in for what nobody has filled in yet, so that a picture can be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from board_templates.method import Lang, Parameter
from workshops.errors import KoosloomeError
from workshops.fillers import filler
from workshops.koosloome import Koosloome


class Examples:
    """The briefs of the methods' examples; each is read once, for reading takes its time."""

    def __init__(self, k: Koosloome) -> None:
        self._k = k
        self._briefs: dict[tuple[str, Lang], Mapping[str, Any]] = {}

    def brief(self, method_id: str, lang: Lang) -> Mapping[str, Any]:
        """Return the brief of an example; nothing for a method that has none to be used."""
        if (method_id, lang) not in self._briefs:
            self._briefs[method_id, lang] = self._read(method_id, lang)
        return self._briefs[method_id, lang]

    def _read(self, method_id: str, lang: Lang) -> Mapping[str, Any]:
        try:
            return self._k.example_plan(method_id, lang).brief
        except KoosloomeError:
            return {}


def completed(
    parameters: Iterable[Parameter], values: Mapping[str, Any], example: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the values with every required one that is missing from the example, else dots."""
    missing = [p for p in parameters if p.required and values.get(p.name) in (None, "", [])]
    return {**values, **{p.name: example.get(p.name) or filler(p) for p in missing}}
