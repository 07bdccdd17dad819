"""Texts of items: stripped of HTML and of what cannot be seen, paragraph by paragraph."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board_templates.metrics import Paragraph
from board_templates.rich_text import clean, one_line, paragraphs

PARTS = ["<p>", "</p>", "<b>", "</b>", "<br>", "<li>", "</div>", "õun", "&", "<", "&lt;", "\n"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", []),
        ("<p></p><p> </p>", []),
        ("Hello", [Paragraph("Hello")]),
        ("a\nb", [Paragraph("a"), Paragraph("b")]),
        ("<p>a</p><p>b</p>", [Paragraph("a"), Paragraph("b")]),
        ("<p>a<br/>b</p>", [Paragraph("a"), Paragraph("b")]),
        ("<p>a</p><p></p><p>b</p>", [Paragraph("a"), Paragraph(""), Paragraph("b")]),
        (
            "<p><strong>Mure</strong></p><p>Mis on kaalul?</p>",
            [Paragraph("Mure", bold=True), Paragraph("Mis on kaalul?")],
        ),
        ("<b>Kava</b> algab", [Paragraph("Kava algab", bold_words=frozenset({0}))]),
        ("<p>mit<strong>te</strong> nii</p>", [Paragraph("mitte nii")]),
        ("&lt;b&gt; &amp; &quot;x&quot;", [Paragraph('<b> & "x"')]),
        ("a <script>alert(1)</script> b", [Paragraph("a b")]),
        ("<ul><li>üks</li><li>kaks</li></ul>", [Paragraph("• üks"), Paragraph("• kaks")]),
        ("<p>kell&nbsp;12</p>", [Paragraph("kell\u00a012")]),
    ],
)
def test_paragraphs(content: str, expected: list[Paragraph]) -> None:
    assert paragraphs(content) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b\x1b\u202e\ufeffc", "abc"),
        ("👩\u200d💻 👍🏽 🇪🇪", "👩 👍 🇪"),
        ("o\u0303", "õ"),
        ("a\u0316\u0317\u0318\u0319", "a\u0316\u0317"),
        ("a\ud800b", "ab"),
    ],
)
def test_clean_leaves_what_can_be_seen(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_one_line_joins_lines_and_spaces() -> None:
    assert one_line("  Laud 1:\n  Kuidas? ") == "Laud 1: Kuidas?"


@given(st.text(max_size=300))
def test_any_content_gives_paragraphs_without_control_characters(content: str) -> None:
    for paragraph in paragraphs(content):
        assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in paragraph.text)


@given(st.lists(st.sampled_from(PARTS)))
def test_broken_markup_never_fails(parts: list[str]) -> None:
    found = paragraphs("".join(parts))
    assert sum("õun" in p.text for p in found) <= parts.count("õun")
    if "õun" in parts:
        assert any("õun" in p.text for p in found)
