"""The agenda's arithmetic: warm-up and breaks off first, the rest shared and rounded."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board_templates.brief import make_brief
from board_templates.layout import make_plan
from board_templates.layout.agenda import (
    Share,
    number_of_breaks,
    rounded,
    share_out,
    with_breaks,
)
from board_templates.loading import load_method
from board_templates.method import Method
from board_templates.shared_texts import SharedTexts
from tests.board_templates.conftest import Planned
from tests.board_templates.method_folders import SOUND, write_method

ISSUE = "Uue seaduse mõjud maal"


def shares(*weights: float, fixed: tuple[int, ...] = ()) -> list[Share]:
    return [
        Share(f"s{i}", "talk", "", None, weight, fixed=i in fixed)
        for i, weight in enumerate(weights)
    ]


@pytest.mark.parametrize(
    ("minutes", "breaks"),
    [(75, 0), (89, 0), (90, 1), (150, 1), (151, 2), (225, 2), (240, 3), (480, 6)],
)
def test_breaks_come_from_ninety_minutes_up(minutes: int, breaks: int) -> None:
    assert number_of_breaks(minutes) == breaks


@pytest.mark.parametrize(
    ("exact", "shown"), [(0.4, 3), (2.5, 3), (7.5, 8), (9.4, 9), (10, 10), (12.4, 10), (12.5, 15)]
)
def test_minutes_are_rounded_to_five_below_ten_to_one(exact: float, shown: int) -> None:
    assert rounded(exact) == shown


def test_the_longest_step_settles_the_rounding() -> None:
    steps = shares(8, 14, 5, 18, 10, 15, 5)
    share_out(steps, 70)
    assert [step.minutes for step in steps] == [7, 15, 5, 14, 9, 15, 5]


def test_fixed_steps_take_what_they_take() -> None:
    steps = shares(20, 3, 10, 20, fixed=(0, 1))
    share_out(steps, 50)
    assert [step.minutes for step in steps] == [20, 3, 9, 18]


def test_a_break_stands_at_the_border_nearest_to_its_even_share() -> None:
    steps = shares(10, 10, 50, 10)
    share_out(steps, 80)
    pause = Share("break", "break", "Paus", None, 10, fixed=True, minutes=10)
    assert [s.id for s in with_breaks(steps, 1, pause)] == ["s0", "s1", "break1", "s2", "s3"]


def test_several_breaks_never_share_a_border() -> None:
    steps = shares(10, 100, 10)
    share_out(steps, 120)
    pause = Share("break", "break", "Paus", None, 10, fixed=True, minutes=10)
    ids = [s.id for s in with_breaks(steps, 2, pause)]
    assert ids == ["s0", "break1", "s1", "break2", "s2"]


@given(
    st.lists(st.integers(1, 90), min_size=1, max_size=15),
    st.integers(60, 480),
)
def test_the_steps_fill_the_time_whatever_their_shares(weights: list[int], minutes: int) -> None:
    steps = shares(*weights)
    share_out(steps, minutes)
    assert sum(step.minutes for step in steps) == minutes
    assert all(step.minutes >= 3 for step in steps)


def test_the_agenda_of_a_board(stakeholder_map: Method, planned: Planned) -> None:
    plan = planned(stakeholder_map, issue=ISSUE)
    assert plan.agenda[0].id == "warm_up"
    assert sum(step.minutes for step in plan.agenda) == 75
    starts = [step.starts for step in plan.agenda]
    assert starts == [sum(s.minutes for s in plan.agenda[:i]) for i in range(len(starts))]
    without = planned(stakeholder_map, issue=ISSUE, warm_up=False)
    assert [step.minutes for step in without.agenda] == [8, 15, 5, 17, 10, 15, 5]


def test_a_long_workshop_has_a_break(stakeholder_map: Method, planned: Planned) -> None:
    plan = planned(stakeholder_map, issue=ISSUE, minutes=120)
    [pause] = [step for step in plan.agenda if step.kind == "break"]
    assert (pause.minutes, pause.text, pause.frame) == (10, "Paus", None)
    assert sum(step.minutes for step in plan.agenda) == 120


def test_steps_of_absent_frames_are_left_out(tiny: Method, planned: Planned) -> None:
    plan = planned(tiny, topic="Uus seadus", way="slow", warm_up=False)
    assert [step.id for step in plan.agenda] == ["begin", "write"]
    assert sum(step.minutes for step in plan.agenda) == 60


def test_clock_times_are_shown_when_the_start_is_known(
    stakeholder_map: Method, planned: Planned
) -> None:
    plan = planned(stakeholder_map, issue=ISSUE, start_time="9:30", session_date="2027-03-15")
    [agenda] = [item for item in plan.items if item.key == "F0.agenda/zone"]
    assert "09.30 Soojendus" in agenda.text
    assert "09.35 Avame teema" in agenda.text
    [time] = [item for item in plan.items if item.key == "F0/time"]
    assert time.text == "15.03.2027 · 09.30–10.45 · 75 min"
    english = planned(stakeholder_map, issue=ISSUE, start_time="9:30", lang="en")
    [agenda] = [item for item in english.items if item.key == "F0.agenda/zone"]
    assert "09:35 Open the issue" in agenda.text


def test_each_round_of_a_frame_shows_the_time_of_its_own_steps(
    tmp_path: Path, shared: SharedTexts
) -> None:
    steps = (
        "  - each: {as: turn, times: rows}\n"
        "    steps:\n"
        "      - {id: write, minutes: 30, frame: F1, kind: write}\n"
    )
    method_yaml = SOUND["method.yaml"].replace(
        "  - {id: write, minutes: 30, frame: F1, kind: write}\n", steps
    )
    board = SOUND["board.yaml"].replace(
        "repeat: {as: group, times: groups}",
        "repeat: {as: turn, times: rows}\n    number_each: true",
    )
    method_yaml = method_yaml.replace("minutes: 30, frame", "minutes: 30 / rows, frame")
    folder = write_method(tmp_path, {"method.yaml": method_yaml, "board.yaml": board})
    method = load_method(folder, shared)
    values = {"topic": "Kooli lõpp", "rows": 3, "start_time": "10:00", "warm_up": False}
    plan = make_plan(method, shared, make_brief(method, shared, values))
    times = [item.text for item in plan.items if item.key.startswith("F1#") and "/time" in item.key]
    assert times == ["10.10 · 10 min", "10.20 · 10 min", "10.30 · 10 min"]
