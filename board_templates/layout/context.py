"""What every step of the layout knows: the method, the brief, its texts, how large a note is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from board_templates.board_spec import Loop, Measure, Wording
from board_templates.brief import Brief
from board_templates.expressions import Expressions
from board_templates.layout.drafts import LinkDraft, link_draft
from board_templates.layout.sizes import WIDE_FROM, WIDENING, note_size
from board_templates.method import Method, MethodTexts
from board_templates.plain import Plain
from board_templates.scope import board_scope, holds, looped, with_let
from board_templates.shared_texts import CommonTexts, SharedTexts

UNKNOWN = "…"
"""Stands for a text that is not known, since only the shape of the brief is."""

Scope = Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class Context:
    """One making of one plan."""

    method: Method
    shared: SharedTexts
    brief: Brief
    expressions: Expressions
    scope: Mapping[str, Plain]

    @classmethod
    def of(
        cls, method: Method, shared: SharedTexts, brief: Brief, expressions: Expressions
    ) -> Context:
        """Return the context of a brief.

        Raises:
            ExpressionError: when a `let` of the board can't be worked out.
        """
        scope = board_scope(method, shared, brief.lang, brief.values, expressions)
        return cls(method, shared, brief, expressions, scope)

    @property
    def texts(self) -> MethodTexts:
        """The method's texts in the language of the board."""
        return self.method.texts[self.brief.lang]

    @property
    def common(self) -> CommonTexts:
        """The shared texts in the language of the board."""
        return self.shared.texts[self.brief.lang]

    @property
    def people(self) -> int:
        """How many people are expected."""
        return int(self.brief.values["participants"])

    @property
    def note(self) -> int:
        """The side of a note on this board."""
        return note_size(self.people)

    def width(self, stated: Measure) -> int:
        """Return the width of a frame, wider on boards of many people."""
        width = self.pixels(stated)
        return round(width * WIDENING) if self.people >= WIDE_FROM else width

    def pixels(self, stated: Measure) -> int:
        """Return a length that is stated as a number or as an expression over the brief."""
        return stated if isinstance(stated, int) else round(self.evaluate(stated, self.scope))

    def evaluate(self, expression: str, scope: Scope) -> Plain:
        """Return the value of an expression."""
        return self.expressions.evaluate(expression, scope)

    def render(self, text: str, scope: Scope) -> str:
        """Return a text with its names filled in, trimmed."""
        return self.expressions.render(text, scope).strip()

    def holds(self, condition: str | None, scope: Scope) -> bool:
        """Tell whether a condition is true."""
        return holds(condition, scope, self.expressions)

    def with_let(self, scope: Scope, let: Mapping[str, str]) -> dict[str, Plain]:
        """Return a scope with further names."""
        return with_let(scope, let, self.expressions) if let else dict(scope)

    def scopes(
        self, loop: Loop | None, let: Mapping[str, str], when: str | None, scope: Scope
    ) -> list[dict[str, Plain]]:
        """Return the scope of each repetition of a part for which its condition holds."""
        found = []
        for inner in looped(loop, scope, self.expressions):
            wider = self.with_let(inner, let)
            if self.holds(when, wider):
                found.append(wider)
        return found

    def wording(self, wordings: tuple[Wording, ...], name: str, scope: Scope) -> str:
        """Return under which name the texts of a part stand."""
        return next((w.use for w in wordings if self.holds(w.when, scope)), name)

    def link(self, spec: Plain, scope: Scope) -> LinkDraft | None:
        """Return where a part leads to."""
        if spec is None:
            return None
        return link_draft(spec, int(self.evaluate(spec.copy_no, scope)))


def bindings_of(wider: Scope, narrower: Scope) -> dict[str, Plain]:
    """Return the names that a part has beyond what surrounds it."""
    return {name: value for name, value in wider.items() if name not in narrower}
