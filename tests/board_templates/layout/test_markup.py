"""Texts become Miro's HTML, safely, and are measured as they are drawn."""

from __future__ import annotations

from board_templates.layout.markup import fitted, height, html, paragraphs, plain


def test_label_and_prompt_are_two_paragraphs() -> None:
    block = paragraphs("Silt", "Üks\nkaks", bold_first=True)
    assert html(block) == "<p><strong>Silt</strong></p><p>Üks</p><p>kaks</p>"
    assert plain(block) == "Silt\nÜks\nkaks"


def test_stars_make_words_bold() -> None:
    block = paragraphs("**Algatus** uus **ja vana** lõpp")
    assert html(block) == "<p><strong>Algatus</strong> uus <strong>ja vana</strong> lõpp</p>"
    assert plain(block) == "Algatus uus ja vana lõpp"


def test_what_people_write_is_escaped() -> None:
    assert html(paragraphs("<b>&")) == "<p>&lt;b&gt;&amp;</p>"
    assert html(paragraphs("<b>", bold_first=True)) == "<p><strong>&lt;b&gt;</strong></p>"


def test_nothing_is_said_by_nothing() -> None:
    assert html(paragraphs("", "")) == ""
    assert height(paragraphs(""), 400.0, 24.0) == 0


def test_the_largest_size_that_fits_is_chosen() -> None:
    block = paragraphs("Kolmas veerg ja selle pikk nimi")
    wide, _ = fitted(block, 1000.0, 80.0, (32, 16))
    narrow, needed = fitted(block, 260.0, 80.0, (32, 16))
    assert wide == 32
    assert 16 <= narrow < 32
    assert needed <= 80.0 or narrow == 16
