"""Letters: aligned, weighted, and drawn as shapes where the font has none."""

from __future__ import annotations

import re

import pytest

from board_templates.geometry import Box
from board_templates.metrics import Paragraph, text_width
from board_templates.preview.lettering import Lettering, letter

BOX = Box(100, 100, 400, 200)


@pytest.mark.parametrize(("align", "part"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_lines_are_aligned_in_their_box(align: str, part: float) -> None:
    drawn = letter([Paragraph("Mure")], BOX, Lettering(20, "#000000", align))
    x = float(re.findall(r'x="([\d.]+)"', drawn)[0])
    assert x == pytest.approx(100 + part * (400 - text_width("Mure", 20)), abs=0.01)


def test_lines_stand_at_the_bottom_when_asked() -> None:
    drawn = letter([Paragraph("Mure")], BOX, Lettering(20, "#000000", valign="bottom"))
    assert 'y="293.76"' in drawn


def test_bold_words_are_drawn_apart_in_bold() -> None:
    drawn = letter(
        [Paragraph("Kava algab", bold_words=frozenset({0}))], BOX, Lettering(20, "#000000")
    )
    assert re.findall(r'font-weight="700"[^>]*>(\w+)<', drawn) == ["Kava"]
    assert drawn.endswith(">algab</text>")


@pytest.mark.parametrize(
    ("text", "shapes"), [("✓ tehtud", 1), ("🙂🎈", 2), ("漢字 ja", 2), ("õ", 0)]
)
def test_characters_the_font_lacks_are_shapes(text: str, shapes: int) -> None:
    drawn = letter([Paragraph(text)], BOX, Lettering(20, "#000000"))
    assert drawn.count("<path") == shapes


def test_too_small_letters_are_one_grey_path() -> None:
    drawn = letter([Paragraph("Mure"), Paragraph("Mis?")], BOX, Lettering(14, "#000000", scale=0.1))
    assert drawn.count("<path") == 1
    assert drawn.count("M") == 2
    assert letter([Paragraph("")], BOX, Lettering(14, "#000000", scale=0.1)) == ""
