"""Lengths as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvest.durations import minutes_of


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("20", 20),
        ("20 min", 20),
        ("umbes 20 minutit", 20),
        ("10.00–10.20", 20),
        ("10:00 - 10:20", 20),
        ("kell 9.45 kuni 10.15", 30),
        ("23.50–00.10", 20),
        ("1 h", 60),
        ("1,5 tundi", 90),
        ("1.5 h", 90),
        ("1 h 15 min", 75),
        ("1h15", 75),
        ("2 hours", 120),
        ("15–20 min", 15),
    ],
)
def test_lengths_are_minutes(text: str, minutes: int) -> None:
    assert minutes_of(text) == minutes


@pytest.mark.parametrize("text", ["", "pärast pausi", "10.00", "kell 10:00", "3,7", "A4leht"])
def test_what_says_no_length_is_none(text: str) -> None:
    assert minutes_of(text) is None


@given(start=st.integers(0, 1439), length=st.integers(0, 1439))
def test_a_span_is_as_long_as_it_says(start: int, length: int) -> None:
    end = (start + length) % 1440
    clock = [f"{at // 60}.{at % 60:02}" for at in (start, end)]
    assert minutes_of("–".join(clock)) == length
