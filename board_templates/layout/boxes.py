"""Reads where a zone lies: fractions, a column of a row, or one box inside another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from board_templates.expressions import ExpressionError, Expressions
from board_templates.layout.drafts import Fractions
from board_templates.sentences import N_

WHOLE: Fractions = (0.0, 0.0, 1.0, 1.0)
ONE_ROW = 4
_SLACK = 0.002
_BARE_POINT = re.compile(r"(?<![\w.])\.(\d)")
_CALL = re.compile(r"(row|cols)\((.*)\)")
_NUMBERS = re.compile(r"[\d.,\s]+")


def box_of(expression: str, scope: Mapping[str, Any], expressions: Expressions) -> Fractions:
    """Return the fractions of a box; `A > B` is box B inside box A.

    Two numbers are x and width, over the whole height.

    Raises:
        ExpressionError: when it isn't a box, or reaches beyond 0 to 1.
    """
    box = WHOLE
    for part in expression.split(">"):
        box = _inside(box, _part(part.strip(), scope, expressions))
    _refuse_outside(expression, box)
    return box


def parts_of(expression: str) -> list[str]:
    """Return the expressions a box is made of, for checking their names."""
    return [_as_list(part.strip()) for part in expression.split(">")]


def _as_list(part: str) -> str:
    found = _CALL.fullmatch(part)
    inner = found[2] if found else part
    return "[" + _BARE_POINT.sub(r"0.\1", inner) + "]"


def _part(part: str, scope: Mapping[str, Any], expressions: Expressions) -> Fractions:
    numbers = _numbers(part, scope, expressions)
    found = _CALL.fullmatch(part)
    if found:
        if len(numbers) != 2 or numbers[1] < 1:  # noqa: PLR2004  # i of n
            raise ExpressionError(part, N_("it needs a number and a count, as in row(1, 3)"))
        return _column(int(numbers[0]), int(numbers[1]), rows=_rows(found[1], numbers[1]))
    if len(numbers) == 2:  # noqa: PLR2004  # x and width
        return (numbers[0], 0.0, numbers[1], 1.0)
    if len(numbers) != 4:  # noqa: PLR2004  # x, y, width, height
        raise ExpressionError(part, N_("a box has two or four numbers"))
    return (numbers[0], numbers[1], numbers[2], numbers[3])


def _numbers(part: str, scope: Mapping[str, Any], expressions: Expressions) -> list[float]:
    if _NUMBERS.fullmatch(part):
        return [float(number) for number in part.split(",")]
    try:
        values = expressions.evaluate(_as_list(part), scope)
    except ExpressionError as error:  # told as it is written, so that its line can be found
        raise ExpressionError(part, error.why) from error
    if not all(isinstance(value, int | float) for value in values):
        raise ExpressionError(part, N_("a box is made of numbers"))
    return [float(value) for value in values]


def _rows(name: str, count: float) -> int:
    return 1 if name == "row" or count <= ONE_ROW else 2


def _column(i: int, count: int, *, rows: int) -> Fractions:
    """Return column i of a count; in two rows the first row holds the larger half."""
    in_first = -(-count // rows)
    row, at = divmod(i - 1, in_first)
    in_row = in_first if row == 0 else count - in_first
    return (at / in_row, row / rows, 1 / in_row, 1 / rows)


def _inside(outer: Fractions, inner: Fractions) -> Fractions:
    x, y, width, height = outer
    return (
        x + inner[0] * width,
        y + inner[1] * height,
        inner[2] * width,
        inner[3] * height,
    )


def _refuse_outside(expression: str, box: Fractions) -> None:
    x, y, width, height = box
    inside = min(x, y) >= -_SLACK and max(x + width, y + height) <= 1 + _SLACK
    if not inside or width <= 0 or height <= 0:
        shown = ", ".join(f"{number:.3g}" for number in box)
        reason = N_("the box {box} doesn't lie within 0 to 1", box=shown)
        raise ExpressionError(expression, reason)
