"""What every step of the layout knows: the method, the brief, its texts, how large a note is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from board_templates.board_spec import Loop, Measure, Wording
from board_templates.brief import Brief
from board_templates.expressions import ExpressionError, Expressions
from board_templates.layout.drafts import LinkDraft, link_draft
from board_templates.layout.sizes import WIDE_FROM, WIDENING, note_size
from board_templates.method import Method, MethodTexts
from board_templates.plain import Plain
from board_templates.scope import board_scope, holds, looped, with_let
from board_templates.sentences import N_
from board_templates.shared_texts import CommonTexts, SharedTexts

UNKNOWN = "…"
"""Stands for a text that is not known, since only the shape of the brief is."""

Scope = Mapping[str, Plain]

WIDTHS = (400, 20_000)
PART_LIMIT = 6000
"""Most frames, zones, cells, seeds and steps of one board together."""

TEXT_LIMIT = 2500
LETTER_LIMIT = 60_000
"""Most characters of one text of a board, and of all of them; the largest board has 10,000."""


@dataclass(slots=True)
class Taken:
    """What the parts of a board have taken so far of what it may hold."""

    parts: int = 0
    letters: int = 0


@dataclass(frozen=True, slots=True)
class Context:
    """One making of one plan."""

    method: Method
    shared: SharedTexts
    brief: Brief
    expressions: Expressions
    scope: Mapping[str, Plain]
    taken: Taken = field(default_factory=Taken)

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
        """Return the width of a frame, wider on boards of many people.

        Raises:
            ExpressionError: when nobody could work on a frame of this width.
        """
        width = self.pixels(stated)
        least, most = WIDTHS
        if not least <= width <= most:
            reason = N_("a frame is {least} to {most} wide", least=least, most=most)
            raise ExpressionError(str(stated), reason)
        return round(width * WIDENING) if self.people >= WIDE_FROM else width

    def pixels(self, stated: Measure) -> int:
        """Return a length that is stated as a number or as an expression over the brief."""
        return stated if isinstance(stated, int) else round(self.evaluate(stated, self.scope))

    def evaluate(self, expression: str, scope: Scope) -> Plain:
        """Return the value of an expression."""
        return self.expressions.evaluate(expression, scope)

    def render(self, text: str, scope: Scope) -> str:
        """Return a text with its names filled in, trimmed."""
        return self.counted(text, self.expressions.render(text, scope).strip())

    def said(self, expression: str, scope: Scope) -> str:
        """Return the text that an expression gives, trimmed; an empty one for nothing."""
        return self.counted(expression, str(self.evaluate(expression, scope) or "").strip())

    def counted(self, source: str, text: str) -> str:
        """Return a text of the board, refusing more than anybody could read there.

        Raises:
            ExpressionError: naming the source of what is too much.
        """
        if len(text) > TEXT_LIMIT:
            reason = N_("it gives a text of {count} characters, {limit} at most",
                        count=len(text), limit=TEXT_LIMIT)  # fmt: skip
            raise ExpressionError(source, reason)
        self.taken.letters += len(text)
        if self.taken.letters > LETTER_LIMIT:
            reason = N_("with it the board holds over {limit} characters", limit=LETTER_LIMIT)
            raise ExpressionError(source, reason)
        return text

    def holds(self, condition: str | None, scope: Scope) -> bool:
        """Tell whether a condition is true."""
        return holds(condition, scope, self.expressions)

    def with_let(self, scope: Scope, let: Mapping[str, str]) -> dict[str, Plain]:
        """Return the scope of one part, with further names.

        Raises:
            ExpressionError: when the board has more parts than anybody could work with.
        """
        self.taken.parts += 1
        if self.taken.parts > PART_LIMIT:
            reason = N_("its board has over {limit} parts", limit=PART_LIMIT)
            raise ExpressionError(self.method.id, reason)
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
