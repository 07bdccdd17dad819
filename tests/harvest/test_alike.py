"""The most alike of many names: the same as by comparing all, with far fewer comparisons."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from harvest.alike import Alike

_NAMES = st.text("abcõ ", max_size=14)


@given(st.lists(_NAMES, max_size=12), _NAMES, st.sampled_from([50, 70, 85, 90, 100]))
@settings(max_examples=300)
def test_it_finds_what_comparing_each_finds(names: list[str], name: str, similarity: int) -> None:
    scores = [(fuzz.ratio(name, other), -place) for place, other in enumerate(names) if other]
    best, place = max(scores, default=(0.0, 0))
    wanted = -place if name and best >= similarity else None
    assert Alike(names, similarity).find(name) == wanted


@given(st.text("abcdefghij ", min_size=8, max_size=40), st.data())
@settings(max_examples=200)
def test_a_name_with_slips_is_found(name: str, data: st.DataObject) -> None:
    slips = data.draw(st.integers(0, max(0, len(name) // 10)))
    changed = name
    for _ in range(slips):
        place = data.draw(st.integers(0, len(changed) - 1))
        changed = changed[:place] + data.draw(st.sampled_from("xyz")) + changed[place + 1 :]
    if fuzz.ratio(name, changed) >= 85:
        assert Alike([name], 85).find(changed) == 0


def test_of_equally_alike_names_the_first_is_taken() -> None:
    assert Alike(["maakonna liit b", "maakonna liit c"], 85).find("maakonna liit d") == 0


def test_many_names_take_few_comparisons_each() -> None:
    chance = random.Random(7)  # noqa: S311  # a test
    names = ["".join(chance.choices("abdegijklmnoprstuv ", k=25)) for _ in range(2000)]
    alike = Alike(names, 85)
    compared = [len(alike.candidates(f"{name[:9]}x{name[10:]}", 85)) for name in names[:200]]
    assert sum(compared) / len(compared) < len(names) / 10
