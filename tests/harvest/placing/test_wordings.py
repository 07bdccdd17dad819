"""Texts compared where the plan does not know every word."""

from __future__ import annotations

import pytest

from harvest.placing.wordings import fits, masked, says_something


@pytest.mark.parametrize(
    ("live", "planned", "alike"),
    [
        ("27 min", "23 min", True),
        ("27 min", "23 tundi", False),
        ("Laud 1: Kuidas edasi?", "Laud 1: …", True),
        ("Laud 2: Kuidas edasi?", "Laud 1: …", True),
        ("Laud: Kuidas edasi?", "Laud 1: …", False),
        ("Arutelu 10:00 · Ruum 1", "Arutelu … · …", True),
        ("Arutelu 10:00", "Arutelu … · …", False),
        ("ab", "a…b", True),
        ("aba", "ab…ba", False),
        ("mis tahes", "…", True),
    ],
)
def test_unknown_words_and_numbers_fit_anything(live: str, planned: str, alike: bool) -> None:  # noqa: FBT001  # a column of the table above
    assert fits(masked(live), masked(planned)) is alike


@pytest.mark.parametrize(("pattern", "says"), [("…", False), ("… · …", False), ("laud…", True)])
def test_a_pattern_may_say_nothing(pattern: str, says: bool) -> None:  # noqa: FBT001  # as above
    assert says_something(pattern) is says
