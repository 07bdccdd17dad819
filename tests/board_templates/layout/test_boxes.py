"""Boxes are fractions, columns of a row, or one box inside another."""

from __future__ import annotations

import pytest

from board_templates.expressions import ExpressionError, Expressions
from board_templates.layout.boxes import box_of


@pytest.mark.parametrize(
    ("said", "box"),
    [
        ("0, .5, .25, .5", (0, 0.5, 0.25, 0.5)),
        ("0.2, .3", (0.2, 0, 0.3, 1)),
        ("row(2, 4)", (0.25, 0, 0.25, 1)),
        ("cols(4, 4)", (0.75, 0, 0.25, 1)),
        ("cols(1, 5)", (0, 0, 1 / 3, 0.5)),
        ("cols(4, 5)", (0, 0.5, 0.5, 0.5)),
        ("cols(5, 5)", (0.5, 0.5, 0.5, 0.5)),
        ("cols(6, 6)", (2 / 3, 0.5, 1 / 3, 0.5)),
        ("0, .2, 1, .8 > row(i, N)", (0.5, 0.2, 0.25, 0.8)),
        ("cols(i, N) > 0, .25, 1, .75", (0.5, 0.25, 0.25, 0.75)),
        (".12 + .88 * (i - 1) / N, .88 / N", (0.12 + 0.88 / 2, 0, 0.22, 1)),
    ],
)
def test_a_box_is_read(said: str, box: tuple[float, ...]) -> None:
    assert box_of(said, {"i": 3, "N": 4}, Expressions()) == pytest.approx(box)


@pytest.mark.parametrize(
    "said", ["0, 0, 1.1, 1", "-.1, 0, 1, 1", "0, 0, 0, 1", "1, 2, 3", "row(1)", "row(1, 0)", "x, 1"]
)
def test_what_is_no_box_is_refused(said: str) -> None:
    with pytest.raises(ExpressionError):
        box_of(said, {}, Expressions())
