"""An example on a board other than its own: what can't be done there is left out, and said."""

from __future__ import annotations

from typing import Any

import pytest

from board_templates.plan import Plan
from tests.harvest.boards import LIBRARY, SHARED
from workshops.briefs import prepare
from workshops.example import Example, read_example
from workshops.rehearse import rehearse
from workshops.rehearsed_fit import fitted


def board(method: str, **changed: object) -> tuple[Example, Plan]:
    example = read_example(LIBRARY.folder(method))
    values = {**example.brief["et"], **changed}
    return example, prepare(LIBRARY, method, values, "et").plan


def test_on_its_own_board_an_example_stays_as_it_is() -> None:
    for method in LIBRARY.ids():
        example, plan = board(method)
        assert fitted(example, plan) == (example, ())


@pytest.mark.parametrize("groups", [1, 2])
def test_what_fewer_groups_have_no_place_for_is_left_out(groups: int) -> None:
    example, plan = board("problem-framing", groups=groups)
    done, left_out = fitted(example, plan)
    assert len(done.acts) + len(left_out) == len(example.acts)
    assert {act.missing for act in left_out} >= {"F3.draft3"}
    assert all("F3.draft3" in str(act) for act in _named(example, left_out, "F3.draft3"))
    assert rehearse(SHARED, plan, done, facilitator="me")


def _named(example: Example, left_out: tuple[Any, ...], name: str) -> list[dict[str, Any]]:
    return [example.acts[act.number - 1] for act in left_out if act.missing == name]


def test_what_is_done_with_something_left_out_is_left_out_too() -> None:
    _, plan = board("problem-framing", groups=1)
    acts = (
        {"who": "P1", "write": "x", "in": "F3.draft3", "as": "gone"},
        {"who": "P1", "tag": "gone", "with": "private"},
    )
    done, left_out = fitted(Example(brief={"et": {}, "en": {}}, acts=acts), plan)
    assert done.acts == ()
    assert [(act.number, act.missing) for act in left_out] == [(1, "F3.draft3"), (2, "gone")]


def test_the_only_frame_is_the_first_groups_where_there_are_several() -> None:
    example, plan = board("stakeholder-map", groups=3)
    done, left_out = fitted(example, plan)
    assert left_out == ()
    assert {"F1#1.public"} <= {str(act.get("in")) for act in done.acts}
    assert rehearse(SHARED, plan, done, facilitator="me")


def test_the_first_groups_frame_is_the_only_one_where_there_is_one() -> None:
    example, plan = board("six-hats", groups=1)
    done, left_out = fitted(example, plan)
    assert {act.missing.partition(".")[0] for act in left_out if "#" in act.missing} == {"F1#2"}
    assert "F1.blue" in {str(act.get("in")) for act in done.acts}
