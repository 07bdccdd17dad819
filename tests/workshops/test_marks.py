"""Names, marks and what fits Miro's limits."""

from __future__ import annotations

import secrets

from hypothesis import given
from hypothesis import strategies as st

from workshops.marks import board_description, board_name, mark_of, new_id, new_mark, shortened


def test_ids_are_random_and_of_their_kind() -> None:
    ids = {new_id("w", secrets.token_bytes) for _ in range(200)}
    assert len(ids) == 200
    assert all(len(one) == 12 and one.startswith("w-") for one in ids)


@given(st.text(max_size=500))
def test_a_description_fits_and_keeps_its_mark(text: str) -> None:
    mark = new_mark(secrets.token_bytes)
    described = board_description(text, mark)
    assert len(described) <= 300
    assert mark_of(described) == mark


@given(st.text(max_size=200))
def test_a_name_fits_and_is_never_empty(title: str) -> None:
    assert 1 <= len(board_name(title)) <= 60


def test_what_was_cut_shows_it() -> None:
    assert shortened("a" * 61, 60) == "a" * 59 + "…"
    assert shortened("a" * 60, 60) == "a" * 60
    assert board_name("  Kaks \n rida ") == "Kaks rida"


def test_a_description_of_others_has_no_mark() -> None:
    assert mark_of(None) is None
    assert mark_of("kl-abcdefgh") is None
    assert mark_of("x · kl-abcdefgh ja veel") is None
