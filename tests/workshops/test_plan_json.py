"""A plan is kept as it was."""

from __future__ import annotations

from board_templates.geometry import Point
from board_templates.plan import PlannedLink, PlannedTag
from tests.workshops.conftest import ISSUE, METHOD
from tests.workshops.plans import note, plan
from workshops.koosloome import Koosloome
from workshops.plan_json import digest, plan_from_json, plan_to_json
from workshops.plan_moves import moved


def test_there_and_back_loses_nothing(koosloome: Koosloome) -> None:
    made = koosloome.make_plan(METHOD, {"issue": ISSUE, "groups": 2}, "et")
    text = plan_to_json(made)
    back = plan_from_json(text)
    assert plan_to_json(back) == text
    assert [item.key for item in back.items] == [item.key for item in made.items]
    assert back.frames == made.frames
    assert back.extent == made.extent


def test_links_and_tags_too() -> None:
    made = plan(
        (note("a"), note("b")), (PlannedLink("l", "a", "b"),), (PlannedTag("t", "x", "red"),)
    )
    assert plan_from_json(plan_to_json(made)) == made


def test_a_digest_tells_briefs_apart() -> None:
    first = digest("m", 1, {"a": 1, "b": [2]})
    assert first == digest("m", 1, {"b": [2], "a": 1})
    assert len({first, digest("m", 2, {"a": 1, "b": [2]}), digest("m", 1, {"a": 1, "b": [3]})}) == 3


def test_a_plan_is_moved_whole() -> None:
    made = plan((note("a"),))
    there = moved(made, Point(10, -5))
    assert there.frames[0].box == made.frames[0].box.moved(10, -5)
    assert there.items[0].box == made.items[0].box.moved(10, -5)
    assert moved(made, Point(0, 0)) is made
