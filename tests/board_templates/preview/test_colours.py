"""Colours: every note and tag can be read, and nothing but a hex colour gets through."""

from __future__ import annotations

import pytest

from board_templates.board_spec import NOTE_COLOURS
from board_templates.note_colours import NOTES
from board_templates.preview import colours


def test_every_note_colour_of_miro_is_there() -> None:
    assert set(NOTES) == set(NOTE_COLOURS)


@pytest.mark.parametrize("fill", [*NOTES.values(), *colours.TAGS.values()])
def test_ink_reads_on_every_colour(fill: str) -> None:
    assert colours.contrast(colours.ink_on(fill), fill) >= 4.5


def test_frame_titles_read_on_the_board() -> None:
    assert colours.contrast(colours.FRAME_TITLE, colours.BOARD) >= 4.5


def test_contrast_of_black_and_white_is_the_largest() -> None:
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("colour", ["red", "url(#a)", '#fff" onload="x', "#12345", "", None])
def test_what_is_no_hex_colour_is_not_painted(colour: str | None) -> None:
    assert colours.paint(colour, "#000000") == "#000000"


@pytest.mark.parametrize("colour", ["#fff", "#A1b2C3", "#a1b2c3ff"])
def test_hex_colours_are_kept(colour: str) -> None:
    assert colours.paint(colour) == colour
