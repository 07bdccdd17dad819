"""Signs at the ends of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvest.marks import Marked, read_marks


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("mõte", Marked("mõte")),
        ("", Marked("")),
        ("mõte +3", Marked("mõte", mark=3)),
        ("mõte\n+12", Marked("mõte", mark=12)),
        ("mõte. +3 ", Marked("mõte.", mark=3)),
        ("mõte ●●●", Marked("mõte", mark=3)),
        ("mõte●●", Marked("mõte", mark=2)),
        ("mõte ● ● ●", Marked("mõte", mark=3)),
        ("mõte (+3)", Marked("mõte (+3)")),
        ("mõte (3)", Marked("mõte (3)")),
        ("hind tõuseb +3 eurot", Marked("hind tõuseb +3 eurot")),
        ("●●● mõte", Marked("●●● mõte")),
        ("2+3", Marked("2+3")),
        ("C++3", Marked("C++3")),
        ("helista +37255512345", Marked("helista +37255512345")),
        ("+4", Marked("+4")),
        ("●●●", Marked("●●●")),
        ("# Pealkiri", Marked("Pealkiri", title_note=True)),
        ("#Pealkiri +2", Marked("Pealkiri", title_note=True, mark=2)),
        ("> märkus", Marked("märkus", remark=True)),
        ("! saladus", Marked("saladus", private=True)),
        ("> ! saladus", Marked("saladus", remark=True, private=True)),
        ("tähtis!", Marked("tähtis!")),
        ("number #1", Marked("number #1")),
        ("a > b", Marked("a > b")),
        ("✓ kohtume", Marked("kohtume", done=True)),
        ("kohtume ✔\ufe0f", Marked("kohtume", done=True)),
        ("kohtume ✓ +3", Marked("kohtume", done=True, mark=3)),
        ("kohtume +3 ✅", Marked("kohtume", done=True, mark=3)),
        ("kohtume ✓ liiduga", Marked("kohtume ✓ liiduga", done=True)),
        ("✓", Marked("✓", done=True)),
        ("#", Marked("#", title_note=True)),
    ],
)
def test_signs_are_read_and_taken_off(typed: str, read: Marked) -> None:
    assert read_marks(typed) == read


@given(st.text(max_size=60))
def test_nothing_but_signs_is_taken_off(typed: str) -> None:
    assert read_marks(typed).text in typed


@given(st.text(st.characters(categories=["Ll"]), min_size=1), st.integers(1, 999))
def test_a_count_after_words_is_the_votes(words: str, votes: int) -> None:
    assert read_marks(f"{words} +{votes}") == Marked(words, mark=votes)
