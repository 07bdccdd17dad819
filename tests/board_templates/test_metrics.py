"""Text metrics: what is said to fit fits, and nothing of a text is lost in wrapping."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board_templates import metrics
from board_templates.metrics import Paragraph

TEXTS = st.text(alphabet="abcõäöüšžWi-/ \n@,.!?0123456789„“–×🙂", max_size=160)
WORDS = st.text(alphabet="abcõäöüšžWi ", max_size=120)


@pytest.mark.parametrize(
    ("text", "bold", "ems"),
    [("A", False, 0.639), ("AW", False, 1.569), ("A", True, 0.692), ("", False, 0.0)],
)
def test_width_is_that_of_the_font(*, text: str, bold: bool, ems: float) -> None:
    assert metrics.text_width(text, 100, bold=bold) == pytest.approx(100 * ems, abs=0.1)


def test_bold_is_wider_than_regular() -> None:
    text = "Järgmised sammud"
    assert metrics.text_width(text, 20, bold=True) > metrics.text_width(text, 20)


def test_missing_glyphs_take_an_em_and_joiners_nothing() -> None:
    assert metrics.text_width("🙂", 20) == 20
    assert metrics.text_width("\u200d\ufe0f\u0301", 20) == 0


def test_wrap_breaks_at_spaces_and_after_hyphens_between_letters() -> None:
    assert metrics.wrap("koos- ja eri-aegne", 100, 20) == ["koos- ja", "eri-aegne"]
    assert metrics.wrap("kahe-kolmekesi", 100, 20) == ["kahe-", "kolmekesi"]
    assert metrics.wrap("aasta 2021-03-15", 130, 20) == ["aasta", "2021-03-15"]


def test_wrap_keeps_line_breaks_and_no_break_spaces() -> None:
    assert metrics.wrap("üks\n\nkaks", 500, 20) == ["üks", "", "kaks"]
    assert metrics.wrap("kell 12\u00a030", 80, 20) == ["kell", "12\u00a030"]


@given(text=TEXTS, width=st.floats(20, 600), size=st.integers(8, 60), bold=st.booleans())
def test_wrapped_lines_fit_and_lose_nothing(
    *, text: str, width: float, size: int, bold: bool
) -> None:
    lines = metrics.wrap(text, width, size, bold=bold)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert metrics.text_width(line, size, bold=bold) <= width + 0.001 or len(line) == 1


def test_lines_keep_the_weight_of_their_words() -> None:
    paragraph = Paragraph("Kava algab nüüd", bold_words=frozenset({0}))
    assert metrics.lines_of(paragraph, 500, 20) == [(("Kava", True), (" algab nüüd", False))]
    assert metrics.lines_of(paragraph, 60, 20)[0] == (("Kava", True),)


def test_long_words_are_broken_only_when_small_letters_allow_it() -> None:
    word = "kaasamiskoordinaatorite"
    whole = metrics.fitted_size(word, 100, 100, largest=40, smallest=2)
    broken = metrics.fitted_size(word, 100, 100, largest=40, smallest=2, whole_words=12)
    assert (whole, broken) == (8, 12)


@given(WORDS, st.integers(60, 400), st.integers(40, 400))
def test_what_fits_a_box_fits_a_larger_one(text: str, width: int, height: int) -> None:
    if metrics.fits(text, width, height, 14):
        assert metrics.fits(text, width + 50, height, 14)
        assert metrics.fits(text, width, height + 50, 14)


def test_a_word_wider_than_the_box_does_not_fit() -> None:
    word = "kaasamiskoordinaatorite"
    assert not metrics.fits(word, metrics.longest_word(word, 14) - 1, 500, 14)
    assert metrics.fits(word, metrics.longest_word(word, 14), 20, 14)


def test_a_label_block_grows_with_its_prompt_and_with_narrowness() -> None:
    alone = metrics.label_height("Mure", "", 400, 18)
    both = metrics.label_height("Mure", "Mis on kaalul, kui me midagi ette ei võta?", 400, 18)
    narrow = metrics.label_height("Mure", "Mis on kaalul, kui me midagi ette ei võta?", 200, 18)
    assert alone == 18 * metrics.LINE_HEIGHT + 2 * metrics.PADDING
    assert alone < both < narrow
    assert metrics.block_height([], 400, 18) == 0
    assert metrics.block_height([Paragraph("Mure", bold=True)], 400, 18) == alone


@pytest.mark.parametrize(
    ("text", "base", "side", "shape"),
    [
        ("Kord", 160, 160, "square"),
        ("Näide: väikestel ühendustel pole aega nii kiiresti vastata", 120, 120, "square"),
        ("Näide: kaasamiskoordinaatoritele", 120, 240, "square"),
        ("mõte " * 22, 120, 240, "rectangle"),
    ],
)
def test_a_note_grows_in_steps_until_its_text_fits(
    text: str, base: int, side: float, shape: str
) -> None:
    assert metrics.note_side_for(text, base) == (side, shape)


def test_a_text_beyond_the_widest_note_gets_the_widest() -> None:
    side, shape = metrics.note_side_for("sõna " * 400, 120)
    assert (side, shape) == (360, "rectangle")
    assert not metrics.note_holds("sõna " * 400, side, shape)


@given(WORDS, st.integers(30, 300))
def test_a_fitted_size_is_the_largest_that_fits(text: str, side: int) -> None:
    size = metrics.fitted_size(text, side, side, largest=40, smallest=6)
    assert size == 6 or metrics.fits(text, side, side, size)
    assert size == 40 or not metrics.fits(text, side, side, size + 1)
