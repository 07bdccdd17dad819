"""Collective problem solving: what stands out about the choice and the tests."""

from __future__ import annotations

import pytest

from tests.harvest.boards import FakeBoard, board
from tests.harvest.told import result_of, texts_of

_NO_TEST = "Ideid valiti, katseid ei kavandatud."
_ALL_DO_NOW = "Peaaegu kõik ideed on alal „Tehke kohe“. Kas hindasite teostatavust ausalt?"


def _chosen(**ideas: int) -> FakeBoard:
    """Return a board with so many ideas in each quadrant of the grid."""
    fake = board("collective-solving")
    for quadrant, count in ideas.items():
        for number in range(count):
            fake.write(f"Idee {quadrant} {number}", f"F2.{quadrant}")
    return fake


@pytest.mark.parametrize(("zone", "told"), [("F2.do_now", True), ("F1.group1", False)])
def test_ideas_voted_for_and_no_test_are_told(zone: str, *, told: bool) -> None:
    fake = board("collective-solving")
    fake.dot(fake.write("Helistame enne", zone))
    assert texts_of(fake, "no_test") == ([_NO_TEST] if told else [])


def test_votes_written_as_a_mark_are_votes_too() -> None:
    fake = board("collective-solving")
    fake.write("Helistame enne", "F2.do_now", mark=2)
    assert texts_of(fake, "no_test") == [_NO_TEST]


def test_without_votes_nothing_was_chosen() -> None:
    assert texts_of(_chosen(do_now=1, park=2), "no_test") == []


@pytest.mark.parametrize("column", ["idea", "how", "learn", "partners", "next"])
def test_a_test_that_was_begun_is_planned(column: str) -> None:
    fake = _chosen(big_step=1)
    fake.dot(1)
    fake.write("Kaks rühma, neli nädalat", f"F3.{column}@2")
    assert texts_of(fake, "no_test") == []


@pytest.mark.parametrize(
    ("ideas", "told"),
    [
        ({"do_now": 7, "park": 3}, False),
        ({"do_now": 8, "park": 3}, True),
        ({"do_now": 7, "big_step": 1, "park": 1, "quick_win": 1}, False),
        ({"do_now": 3, "quick_win": 1}, True),
        ({"do_now": 1}, True),
        ({"quick_win": 5}, False),
        ({"big_step": 5}, False),
        ({}, False),
    ],
)
def test_it_stands_out_when_over_seven_of_ten_ideas_are_do_now(
    ideas: dict[str, int], *, told: bool
) -> None:
    assert texts_of(_chosen(**ideas), "all_do_now") == ([_ALL_DO_NOW] if told else [])


def test_ideas_beside_the_grid_do_not_weigh() -> None:
    fake = _chosen(do_now=2)
    for number in range(5):
        fake.write(f"Jäi rühma {number}", "F1.group1")
    assert texts_of(fake, "all_do_now") == [_ALL_DO_NOW]
    assert len(result_of(fake)["ideas"]) == 7


def test_an_idea_on_the_grid_twice_weighs_twice_but_is_one_idea() -> None:
    fake = _chosen(do_now=2, park=1)
    fake.write("Idee do_now 0", "F2.do_now")
    assert texts_of(fake, "all_do_now") == [_ALL_DO_NOW]
    assert len(result_of(fake)["ideas"]) == 3
