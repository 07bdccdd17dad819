"""Fills sentences with values; a sentence whose value is missing is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from board_templates.expressions import Expressions

Values = Mapping[str, str | int | None]

_OPTIONAL = re.compile(r"\{%\s*if\b.*?\{%\s*endif\s*%\}", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\S)")


class Sentences:
    """Says sentences of the product's own texts over one set of values."""

    def __init__(self, values: Values, expressions: Expressions) -> None:
        self._expressions = expressions
        self._values = {name: value for name, value in values.items() if value not in {None, ""}}
        self._known = {name: self._values.get(name, "") for name in values}

    def say(self, sentence: str) -> str:
        """Return one sentence; empty when a value it cannot do without is missing.

        What stands in a condition is optional: `{% if place %}, {{ place }}{% endif %}`.
        """
        needed = self._expressions.text_names(_OPTIONAL.sub("", sentence))
        if not needed <= set(self._values):
            return ""
        return self._expressions.render(sentence, self._known)

    def say_all(self, sentences: Iterable[str]) -> str:
        """Return the sentences that can be said, as one paragraph."""
        return " ".join(filter(None, map(self.say, sentences)))

    def say_text(self, text: str) -> str:
        """Return a text of several sentences without those that cannot be said."""
        return self.say_all(_SENTENCE_END.split(text))
