"""Fills the texts of signals and phrases in the language of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from board_templates.expressions import Expressions
from board_templates.method import Method
from board_templates.shared_texts import SharedTexts
from harvest.errors import FaultyHarvest
from harvest.findings import Finding
from harvest.summary import Lang, Signal


@dataclass(frozen=True)
class Wording:
    """The texts of a method and the shared ones, in one language."""

    method: Method | None
    shared: SharedTexts
    lang: Lang
    expressions: Expressions

    def phrase(self, name: str, values: Mapping[str, Any]) -> str:
        """Return a phrase of the method, filled.

        Raises:
            FaultyHarvest: When the method has no such phrase.
            ExpressionError: When it asks for a value that isn't there.
        """
        phrases = self.method.texts[self.lang].phrases if self.method else {}
        if name not in phrases:
            raise FaultyHarvest("say", name, f"texts/{self.lang}.yaml has no such phrase")
        return self.expressions.render(phrases[name], values)

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
            reason = f"texts/{self.lang}.yaml has no text for it"
            raise FaultyHarvest("signals", finding.code, reason)
        text = self.expressions.render(said, finding.values)
        if finding.planned:
            text = f"{text} {self.planned_people}"
        return Signal(
            code=finding.code,
            severity=self.shared.severity(finding.code),
            zone=finding.zone,
            values=dict(finding.values),
            text=text,
        )

    @property
    def planned_people(self) -> str:
        """The sentence that says people were counted as planned."""
        return self.shared.texts[self.lang].words["planned_people"]
