"""The font: its widths, and what it lacks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from board_templates import typeface


@pytest.mark.parametrize(
    ("text", "missing"),
    [("õäöü ŠŽšž „jutt“ – … × € №", []), ("✓ a 🙂 ✓\ufe0f", ["✓", "🙂"]), ("Привет", [])],
)
def test_missing_glyphs_are_named_once_in_order(text: str, missing: list[str]) -> None:
    assert typeface.missing_glyphs(text) == missing


def test_widths_that_were_kept_are_those_of_the_font(tmp_path: Path) -> None:
    typeface.keep_widths(tmp_path)
    [kept] = tmp_path.iterdir()
    assert kept.stem == typeface.font_key()
    assert typeface.Face(**json.loads(kept.read_bytes())) == typeface.measured() == typeface.face()


def test_the_font_file_is_there() -> None:
    assert typeface.font_file().is_file()


def test_bold_has_every_character_that_regular_has() -> None:
    face = typeface.face()
    assert face.regular.keys() == face.bold.keys()
    assert len(face.regular) > 3000
