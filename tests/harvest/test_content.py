"""Miro's HTML read as people read it."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvest.content import folded, plain_text, plain_title


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Hello", "Hello"),
        ("", ""),
        ("<p>Hello</p>", "Hello"),
        ("<p>esimene</p><p>teine</p>", "esimene\nteine"),
        ("<p>esimene</p><p></p><p>teine</p>", "esimene\n\nteine"),
        ("<p>esimene</p><p><br></p><p>teine</p>", "esimene\n\nteine"),
        ("<p>esimene<br>teine<br/>kolmas</p>", "esimene\nteine\nkolmas"),
        ("esimene<br />teine", "esimene\nteine"),
        ("<p>üks<br></p><p>kaks</p>", "üks\nkaks"),
        ("<p>koos<strong>loo</strong>me</p>", "koosloome"),
        ("<p><strong>Ala</strong></p><p>küsimus</p>", "Ala\nküsimus"),
        ("<p>üks <b>kaks</b> <i>kolm</i></p>", "üks kaks kolm"),
        ("R&amp;D &lt;3 &#9732;", "R&D <3 ☄"),
        ("üks&nbsp;kaks", "üks kaks"),
        ("üks\u00a0kaks", "üks kaks"),
        ("<ul><li>üks</li><li>kaks<ol><li>kolm</li></ol></li></ul>", "üks\nkaks\nkolm"),
        ("<ul><li><p>üks</p></li><li><p>kaks</p></li></ul>", "üks\nkaks"),
        ('<p>vaata <a href="https://miro.com">siit</a>!</p>', "vaata siit!"),
        ("<div>üks</div><div>kaks</div>", "üks\nkaks"),
        ("<p>üks</p>\n<p>kaks</p>", "üks\nkaks"),
        ("üks\nkaks", "üks\nkaks"),
        ("üks\r\nkaks", "üks\nkaks"),
        ("<p>üks\nkaks</p>", "üks\nkaks"),
        ("\u200b\ufeff", ""),
        ("<p>  üks   kaks  </p>", "üks kaks"),
        ("a <b kui c", "a <b kui c"),
        ("kui x<y, siis y>x", "kui x<y, siis y>x"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("<P>suur</P><BR>täht", "suur\n\ntäht"),
        ("<p>üks</p><p></p><p></p><p></p><p>kaks</p>", "üks\n\nkaks"),
    ],
)
def test_reads_what_people_read(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_a_lone_surrogate_does_not_break_the_walk() -> None:
    assert plain_text("<p>a\ud800b</p>") == "a?b"


def test_deep_nesting_does_not_break_the_walk() -> None:
    assert plain_text("<div>" * 3000 + "põhi" + "</div>" * 3000) == "põhi"


def test_titles_stand_on_one_line() -> None:
    assert plain_title("<p>1. Kogume</p><p>osapooled</p>") == "1. Kogume osapooled"


def test_folding_ignores_spaces_and_case() -> None:
    assert folded("Näide:  Üks\n lipik") == folded("näide: üks LIPIK")
    assert folded("üks") != folded("uks")


@given(st.text(st.characters(), max_size=200))
def test_the_walk_never_raises(html: str) -> None:
    assert isinstance(plain_text(html), str)


PIECES = ["<p>", "</p>", "<br>", "<li>", "<b>", "</b>", "a", " ", "&lt;", "<"]


@given(st.lists(st.sampled_from(PIECES)))
def test_the_walk_keeps_every_letter(pieces: list[str]) -> None:
    assert plain_text("".join(pieces)).count("a") == pieces.count("a")


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=80))
def test_escaped_text_comes_back_as_it_was_typed(typed: str) -> None:
    assert plain_text(f"<p>{escape(typed)}</p>") == plain_text(escape(typed))
