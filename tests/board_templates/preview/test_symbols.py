"""Symbols of our own: drawn within their em, neutral where there is none."""

from __future__ import annotations

import pytest

from board_templates.preview.symbols import symbol_for
from board_templates.typeface import missing_glyphs

SYMBOLS = "●○■□☐☑✅✓✔✗✘❌★⭐☆♥❤▲△▼▽→➡←↑↓↔⇒≥≤"


@pytest.mark.parametrize("char", SYMBOLS)
def test_symbols_are_ones_the_font_lacks_and_have_a_form_of_their_own(char: str) -> None:
    assert missing_glyphs(char) == [char]
    assert symbol_for(char) not in {symbol_for("漢"), symbol_for("😀")}


def test_faces_are_one_face_and_everything_else_one_box() -> None:
    assert symbol_for("😀") == symbol_for("🤔") == symbol_for("☺")
    assert symbol_for("🎈") == symbol_for("漢") == symbol_for("🙏")
    assert symbol_for("😀") != symbol_for("🎈")
