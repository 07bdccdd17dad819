"""Evaluates the expressions of harvest.yaml over rows; a plain path is looked up, not compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from board_templates.expressions import Expressions

_PATH = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")
_WORDS = {"true": True, "false": False, "none": None}


@dataclass
class Evaluator:
    """Evaluates expressions; what a path means is worked out once."""

    expressions: Expressions
    _paths: dict[str, tuple[str, ...] | None] = field(default_factory=dict)

    def evaluate(self, expression: str, values: Mapping[str, Any]) -> Any:  # noqa: ANN401  # whatever the expression gives
        """Return what an expression gives.

        Raises:
            ExpressionError: As `Expressions.evaluate`.
        """
        steps = self._paths.get(expression, ())
        if steps == ():
            steps = self._paths[expression] = _steps(expression)
        if steps is None:
            return self.expressions.evaluate(expression, values)
        value: Any = values if isinstance(values, dict) else dict(values)
        for step in steps:
            if not isinstance(value, dict) or step not in value:
                return self.expressions.evaluate(expression, values)
            value = value[step]
        return value


def _steps(expression: str) -> tuple[str, ...] | None:
    if expression in _WORDS or not _PATH.fullmatch(expression):
        return None
    return tuple(expression.split("."))
