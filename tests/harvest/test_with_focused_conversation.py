"""What the focused conversation says of boards that its example doesn't show."""

from __future__ import annotations

from typing import Any

from tests.harvest.boards import FakeBoard, board
from tests.harvest.told import codes_of

_NAME = "focused-conversation"


def _levels(fake: FakeBoard) -> dict[str, dict[str, Any]]:
    return {level["id"]: level for level in fake.summary().as_data()["result"]["levels"]}


def _fill(fake: FakeBoard, **counts: int) -> FakeBoard:
    for zone, count in counts.items():
        for number in range(count):
            fake.write(f"{zone} {number}", zone.replace("__", "."), by=f"p{number}")
    return fake


def test_answers_of_all_groups_stand_together_by_votes() -> None:
    fake = board(_NAME, groups=2, dots_per_person=3)
    one = fake.write("üks", "F2#1.reflective", group="1")
    two = fake.write("kaks", "F2#2.reflective", group="2")
    title = fake.write("Mured", "F2#2.reflective", title=True, group="2")
    fake.dot(two)
    assert _levels(fake)["reflective"]["answers"] == [
        {"group": 2, "note": two},
        {"group": 1, "note": one},
    ]
    assert title not in [answer["note"] for answer in _levels(fake)["reflective"]["answers"]]


def test_levels_on_one_frame_are_read_alike() -> None:
    fake = board(_NAME, levels_apart=False)
    fake.write("mida tunneme", "F1.reflective")
    assert [len(level["answers"]) for level in _levels(fake).values()] == [0, 1, 0, 0]
    assert {zone.frame for zone in fake.plan.zones} == {"F0", "F1", "F5"}


def test_the_steps_of_the_levels_belong_to_the_frame_they_share() -> None:
    together = board(_NAME, levels_apart=False).plan
    apart = board(_NAME).plan
    assert [step.minutes for step in together.agenda] == [step.minutes for step in apart.agenda]
    assert [step.frame for step in together.agenda[2:6]] == ["F1"] * 4
    assert [step.frame for step in apart.agenda[2:6]] == ["F1", "F2", "F3", "F4"]


def test_a_conclusion_that_names_who_or_when_is_a_first_step() -> None:
    fake = board(_NAME)
    fake.write("Kirjutame kava, @Mari", "F4.decisional")
    fake.write("Vastame 15. märtsiks", "F4.decisional")
    fake.write("Jätkame", "F4.decisional")
    fake.write("Kohtusime 15. märtsil, @Mari", "F1.objective")
    summary = fake.summary()
    assert [action.text for action in summary.actions] == ["Kirjutame kava", "Vastame"]
    assert [step["text"] for step in summary.as_data()["result"]["actions"]] == [
        "Kirjutame kava",
        "Vastame",
    ]


def test_no_first_step_is_told() -> None:
    fake = _fill(board(_NAME), F4__decisional=6)
    assert "no_first_step" in codes_of(fake)
    fake.write("Kohtume, @Jaan", "F5.actions")
    assert "no_first_step" not in codes_of(fake)


def test_a_level_with_under_a_note_for_three_people_is_told() -> None:
    fake = _fill(board(_NAME, participants=15), F1__objective=5, F2__reflective=4)
    told = {s.text for s in fake.summary().signals if s.code == "level_skipped"}
    assert "Tasandil „Reaktsioonid“ on vastuseid vähe." in told
    assert "Tasandil „Faktid“ on vastuseid vähe." not in told


def test_a_jump_to_the_decision_is_told() -> None:
    jumped = _fill(board(_NAME), F1__objective=1, F2__reflective=3, F4__decisional=5)
    assert "jump_to_decision" in codes_of(jumped)
    grounded = _fill(board(_NAME), F1__objective=2, F2__reflective=3, F4__decisional=6)
    assert "jump_to_decision" not in codes_of(grounded)
    assert "jump_to_decision" not in codes_of(board(_NAME))


def test_without_a_planner_there_is_none() -> None:
    assert board(_NAME).summary().as_data()["result"]["planner"] is None
