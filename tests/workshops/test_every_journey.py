"""Every method goes the whole way in both languages, for groups of every size.

At fifteen people each is held, field by field, against what its example gives. Of all other
combinations (2, 5, 40 or 60 people, every number of groups that the entry takes) one is drawn anew
each time; with the marker `full` each size goes with the example's own number of groups, the fewest
and the most that the entry takes.
"""

from __future__ import annotations

import random

import pytest

from board_templates.method import Lang
from tests.workshops.conftest import FakeClock
from tests.workshops.journeys import (
    METHODS,
    PEOPLE,
    USUAL,
    Journey,
    Open,
    group_counts,
    groups_field,
    others,
    walk,
)

LANGS: tuple[Lang, ...] = ("et", "en")
SIZES = [
    (method, people)
    for method in METHODS
    for people in PEOPLE
    if people != USUAL or groups_field(method)
]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("method", METHODS)
def test_the_usual_group_gives_what_is_expected(
    open_wires: Open, clock: FakeClock, method: str, lang: Lang
) -> None:
    walk(open_wires, clock, Journey(method, lang, USUAL))


def test_a_combination_drawn_anew(open_wires: Open, clock: FakeClock) -> None:
    """The seed that pytest-randomly prints draws the same again."""
    method = random.choice(METHODS)  # noqa: S311  # nothing secret hangs on it
    lang = random.choice(LANGS)  # noqa: S311  # as above
    people = random.choice([size for size in PEOPLE if size != USUAL])  # noqa: S311  # as above
    groups = random.choice(group_counts(method, lang, people))  # noqa: S311  # as above
    walk(open_wires, clock, Journey(method, lang, people, groups))


@pytest.mark.full
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("method", "people"), SIZES)
def test_every_other_size(
    open_wires: Open, clock: FakeClock, method: str, lang: Lang, people: int
) -> None:
    for journey in others(method, lang, people):
        walk(open_wires, clock, journey)
