"""Fills the texts of signals and phrases in the language of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from board_templates.expressions import ExpressionError, Expressions
from board_templates.harvest_spec import SignalSpec
from board_templates.method import Method
from board_templates.shared_texts import SharedTexts
from harvest.board_labels import BoardLabels
from harvest.errors import FaultyHarvest
from harvest.findings import Finding
from harvest.own_words import own_words
from harvest.reasons import N_
from harvest.stops import one_stop
from harvest.summary import Lang, Signal

_BY_HEADS = frozenset({"low_turnout", "overvote"})


@dataclass(frozen=True)
class Wording:
    """The texts of a method and the shared ones, in one language.

    `planned` tells that people were counted as planned, not as they came; what rests on that says
    so.
    """

    method: Method | None
    shared: SharedTexts
    lang: Lang
    expressions: Expressions
    labels: BoardLabels = field(default_factory=BoardLabels)
    planned: bool = False

    def phrase(self, name: str, values: Mapping[str, Any]) -> str:
        """Return a phrase of the method, filled.

        Raises:
            FaultyHarvest: When the method has no such phrase.
            ExpressionError: When it asks for a value that isn't there.
        """
        phrases = self.method.texts[self.lang].phrases if self.method else {}
        if name not in phrases:
            why = N_("texts/{lang}.yaml has no such phrase", lang=self.lang)
            raise FaultyHarvest("say", name, why)
        return one_stop(self.expressions.render(phrases[name], values))

    def signal(self, finding: Finding) -> Signal:
        """Return a finding with its text; the method's own wording goes before the shared one.

        Raises:
            FaultyHarvest: When no text is written for it.
            ExpressionError: When the text asks for a value that isn't there.
        """
        shared = self.shared.texts[self.lang]
        own = self.method.texts[self.lang].signals if self.method else {}
        said = own.get(finding.code) or shared.signals.get(finding.code)
        if said is None:
            why = N_("texts/{lang}.yaml has no text for it", lang=self.lang)
            raise FaultyHarvest("signals", finding.code, why)
        values = self._values(finding)
        try:
            text = one_stop(self.expressions.render(said, values))
        except ExpressionError as error:
            raise FaultyHarvest(f"signals.{finding.code}", error.expression, error.why) from error
        if self.planned and self._by_heads(finding.code):
            text = f"{text} {self.planned_people}"
        return Signal(
            code=finding.code,
            severity=self.shared.severity(finding.code),
            zone=finding.zone,
            values=values,
            text=text,
        )

    @property
    def planned_people(self) -> str:
        """The sentence that says people were counted as planned."""
        return self.shared.texts[self.lang].words["planned_people"]

    def _values(self, finding: Finding) -> dict[str, str | int | float]:
        """Return the values of a finding, those that are labels in this language."""
        values = dict(finding.values)
        specs = self._specs.get(finding.code, ())
        for name in {name for spec in specs for name in spec.labels} & values.keys():
            values[name] = self._own_words.get(str(values[name]), values[name])
        zone, frame = finding.zone or "", str(values.get("frame_key", ""))
        if zone in self.labels.zones and not specs:
            values["zone"] = self.labels.told(zone)
        if frame in self.labels.frames:
            values["frame"] = self.labels.frames[frame]
        return values

    def _by_heads(self, code: str) -> bool:
        return code in _BY_HEADS or any(spec.heads for spec in self._specs.get(code, ()))

    @cached_property
    def _specs(self) -> Mapping[str, list[SignalSpec]]:
        found: dict[str, list[SignalSpec]] = {}
        for spec in self.method.harvest.signals if self.method else ():
            found.setdefault(spec.code, []).append(spec)
        return found

    @cached_property
    def _own_words(self) -> Mapping[str, str]:
        return own_words(self.method, self.shared, self.lang)
