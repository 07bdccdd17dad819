"""The work of a harvest grows in proportion to the notes: calls are counted, time is not."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from functools import cache, partial
from types import FrameType

import pytest

from harvest.names import NameKeeper
from tests.harvest.boards import FakeBoard, board

FEW = 150
MOST = 2.5
"""Twice the notes are twice the further calls; four times would be each note with each."""


def _open_zone(count: int) -> FakeBoard:
    fake = board("reflection-retro")
    zone = next(zone for zone in fake.plan.zones if zone.id == "F2.memorable")
    chance = random.Random(1)  # noqa: S311  # a test
    for number in range(count):
        at = (chance.random(), chance.random() * count / FEW)  # as crowded, however many
        fake.write(f"mõte {number}", zone.key, at=at)
    return fake


def _table(count: int) -> FakeBoard:
    fake = board("consensus-board")
    cells = [zone.key for zone in fake.plan.zones if zone.frame == "F4"]
    for number in range(count):
        fake.write(f"mõte {number}", cells[number % len(cells)])
    return fake


def _typos(count: int) -> FakeBoard:
    """Return a map of stakeholders and a table that names each with a slip."""
    fake = board("stakeholder-map")
    chance = random.Random(2)  # noqa: S311  # a test
    names = ["".join(chance.choices("adeghijklmnoprstuv ", k=25)) for _ in range(count // 2)]
    for name in names:
        fake.write(name, "F2.engage_closely")
        fake.write(f"{name[:12]}x{name[13:]}", "F3.who@1")
    return fake


@pytest.mark.parametrize("written", [_open_zone, _table, _typos])
def test_calls_grow_with_the_notes(written: Callable[[int], FakeBoard]) -> None:
    few, twice, four_times = (_calls(written(n * FEW).summary) for n in (1, 2, 4))
    assert (four_times - twice) / (twice - few) < MOST


def test_a_text_asks_no_more_for_many_known_people_than_for_few() -> None:
    few, many = (_calls(partial(_pseudonyms, count)) for count in (4, 64))
    assert many < 1.5 * few


def _pseudonyms(count: int) -> None:
    """Write texts that speak of one of so many people as they are written with pseudonyms."""
    keeper = _keeper(count)
    for _ in range(200):
        assert keeper.text("Anna räägib Annaga") == "P1 räägib P1-ga"


@cache
def _keeper(count: int) -> NameKeeper:
    keeper = NameKeeper("pseudonym")
    keeper.learn(
        ["Anna", *(f"{chr(ord('B') + no // 26)}e{chr(ord('a') + no % 26)}n" for no in range(count))]
    )
    return keeper


def _calls(work: Callable[[], object]) -> int:
    work()  # what is read or compiled once doesn't count
    count = 0

    def counted(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
