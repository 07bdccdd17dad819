"""Notes: shrunk until the text fits, with paper, shadow and tags in place."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from board_templates.geometry import Box
from board_templates.preview.notes import draw_card, draw_note
from board_templates.preview.picture import Card, Note, TagMark

HIGH = 228 / 199


def note(content: str, **more: object) -> Note:
    return Note(Box(0, 0, 200, 200 * HIGH), content, **more)  # type: ignore[arg-type]


def sizes(svg: str) -> set[float]:
    return {float(size) for size in re.findall(r'font-size="([\d.]+)"', svg)}


def baselines(svg: str) -> list[float]:
    return [float(y) for y in re.findall(r'<text x="[\d.]+" y="([\d.]+)"', svg)]


def test_short_texts_stand_large_and_long_ones_small() -> None:
    assert sizes(draw_note(note("Ok"), 1)) == {32}
    assert max(sizes(draw_note(note("väga pikk mõte " * 12), 1))) < 20


@given(st.text(alphabet="abcdõäöü -", min_size=1, max_size=300))
def test_text_stays_on_the_paper(text: str) -> None:
    for y in baselines(draw_note(note(text), 1)):
        assert 16 <= y <= 184


def test_text_leaves_room_for_tags() -> None:
    tags = (TagMark("mitte avaldada", "red"), TagMark("tegevus", "green"), TagMark("otsus", "x"))
    drawn = draw_note(note("Mõte, millel on silte " * 4, tags=tags), 1)
    chips = [float(y) for y in re.findall(r'<rect x="[\d.]+" y="([\d.]+)"[^>]*rx="4.41"', drawn)]
    words = [y for y in baselines(drawn) if y < min(chips)]
    assert len(chips) == 3
    assert len(words) > 3


def test_a_rectangle_has_a_lower_paper() -> None:
    wide = draw_note(Note(Box(0, 0, 350, 228), "x", "cyan"), 1)
    assert 'width="350" height="199" fill="#74cdc6"' in wide


def test_an_unknown_colour_is_drawn_as_the_default() -> None:
    assert "#fff6b3" in draw_note(note("x", colour="mauve"), 1)


def test_black_notes_have_white_letters() -> None:
    assert 'fill="#ffffff"' in draw_note(note("x", colour="black"), 1)


def test_an_empty_note_has_no_text() -> None:
    assert "<text" not in draw_note(note("<p></p>"), 1)


def test_a_card_shows_its_details_and_shrinks_to_its_height() -> None:
    card = Card(
        Box(0, 0, 320, 60), "Kohtume liidu juhatusega ja lepime kokku edasise " * 2, "@Mari"
    )
    drawn = draw_card(card, 1)
    assert "@Mari" in drawn
    assert max(sizes(drawn)) < 16
