"""The consensus board: its sentence by rule and scale, who was expected, what is left out."""

from __future__ import annotations

from typing import Any

import pytest

from harvest.summary import Summary
from tests.harvest.boards import FakeBoard, board

METHOD = "consensus-board"
PLANNED = "Arvestuse aluseks on kavandatud osalejate arv."


def _round(points: dict[str, int], **values: Any) -> FakeBoard:  # noqa: ANN401  # values of a brief
    fake = board(METHOD, rounds=1, participants=max(2, sum(points.values())), **values)
    for point, times in points.items():
        fake.dot(f"F3.{point}", times=times)
    return fake


def _consensus(fake: FakeBoard, **options: Any) -> dict[str, Any]:  # noqa: ANN401  # options of a harvest
    found: dict[str, Any] = fake.summary(**options).as_data()["result"]["consensus"]
    return found


def _codes(summary: Summary) -> list[str]:
    return [signal.code for signal in summary.signals]


@pytest.mark.parametrize(
    ("rule", "points", "sentence"),
    [
        (
            "no_block",
            {"support": 9, "reservations": 2, "discuss": 3, "block": 1},
            "Konsensust ei saavutatud: toetab 9, mööndustega 2, arutada soovib 3, blokeerib 1.",
        ),
        ("no_block", {"support": 5}, "Otsus sündis: toetab 5, blokeerijaid pole."),
        (
            "no_block",
            {"support": 6, "stand_aside": 4},
            (
                "Konsensust ei saavutatud: toetab 6, kõrvale astub 4, blokeerijaid pole; kõrvale "
                "võis astuda kuni 20% vastanutest."
            ),
        ),
        (
            "minus_one",
            {"support": 9, "block": 1},
            "Otsus sündis: toetab 9, blokeerib 1; lubatud oli üks eriarvamus.",
        ),
        (
            "unanimity",
            {"support": 9, "stand_aside": 1},
            (
                "Konsensust ei saavutatud: toetab 9, kõrvale astub 1, blokeerijaid pole; reegel "
                "oli, et kõik toetavad."
            ),
        ),
        (
            "threshold",
            {"support": 8, "reservations": 1, "discuss": 1},
            (
                "Otsus sündis: toetab 8, mööndustega 1, arutada soovib 1, blokeerijaid pole; "
                "künnis on 80%, toetus 90%."
            ),
        ),
    ],
)
def test_one_sentence_states_the_numbers_and_the_rule(
    rule: str, points: dict[str, int], sentence: str
) -> None:
    assert _consensus(_round(points, rule=rule))["explanation"] == sentence


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        (
            {"support": 9, "reservations": 2, "discuss": 3, "block": 1},
            "No consensus: 9 support, 2 with reservations, 3 want more discussion, 1 blocks.",
        ),
        (
            {"support": 1, "discuss": 1},
            ("No consensus: 1 supports, 1 wants more discussion, no blocks."),
        ),
    ],
)
def test_the_sentence_is_english_for_one_and_for_many(
    points: dict[str, int], sentence: str
) -> None:
    assert _consensus(_round(points), lang="en")["explanation"] == sentence


@pytest.mark.parametrize(
    ("scale", "points", "by"),
    [
        ("fist05", {"5": 3, "4": 1, "3": 2, "2": 1, "1": 1, "0": 1}, [4, 2, 0, 2, 1]),
        ("gradient8", {str(point): 1 for point in range(1, 9)}, [2, 1, 2, 2, 1]),
        ("consent3", {"consent": 4, "concern": 2, "objection": 1}, [4, 2, 0, 0, 1]),
    ],
)
def test_every_scale_is_read_by_its_categories(
    scale: str, points: dict[str, int], by: list[int]
) -> None:
    result = _round(points, scale=scale).summary().as_data()["result"]
    assert list(result["rounds"][0]["by_category"].values()) == by
    assert result["rounds"][0]["tally"] == points


def test_a_quorum_of_those_who_were_planned_says_so() -> None:
    few = board(METHOD, rounds=1, participants=15)
    few.dot("F3.support", times=9)
    assert _consensus(few)["explanation"] == (
        f"Seisukohti on liiga vähe: märkis 9, vaja oli vähemalt 12. {PLANNED}"
    )
    assert _consensus(few, attended=15)["explanation"] == (
        "Seisukohti on liiga vähe: märkis 9, vaja oli vähemalt 12."
    )
    assert _consensus(few, attended=10)["outcome"] == "reached"


def test_with_groups_a_first_round_expects_one_position_a_group() -> None:
    fake = board(METHOD, rounds=2, participants=40, groups=8)
    fake.dot("F3.support", times=8)
    result = fake.summary(attended=38).as_data()["result"]
    assert [held["heads"] for held in result["rounds"]] == [8, 38]
    assert result["consensus"]["outcome"] == "reached"
    fake.dot("F5.support", times=20)
    assert _consensus(fake, attended=38)["outcome"] == "no_quorum"


def test_a_third_round_is_the_one_that_decides() -> None:
    fake = board(METHOD, rounds=3, participants=4)
    fake.dot("F3.block", times=4)
    fake.dot("F5#1.discuss", times=4)
    fake.dot("F5#2.support", times=4)
    fake.write("Anname kolm nädalat.", "F5#2.final", kind="shape")
    result = fake.summary().as_data()["result"]
    assert [held["responses"] for held in result["rounds"]] == [4, 4, 4]
    assert (result["consensus"]["outcome"], result["proposal"]["final"]) == (
        "reached",
        "Anname kolm nädalat.",
    )
    assert result["consensus"]["shift"]["stop"] == -4


def test_the_rounds_that_repeat_share_a_number() -> None:
    titles = [frame.title for frame in board(METHOD, rounds=3).plan.frames]
    assert titles[-3:] == ["5. Teine voor", "5. Kolmas voor", "6. Otsus"]


def test_private_words_are_in_no_answer() -> None:
    fake = board(METHOD, rounds=1, participants=2)
    fake.write(None, "F2.clarify")
    fake.write(None, "F3.block")
    summary = fake.summary()
    result = summary.as_data()["result"]
    assert (result["clarifications"], result["rounds"][0]["reasons"]) == ([], [])
    assert result["rounds"][0]["tally"]["block"] == 1
    assert "block_without_reason" not in _codes(summary)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("MK: liiga vara", True),
        ("liiga vara. MK", True),
        ("MK", True),
        ("MK: tähtaeg on lühike", False),
        ("tähtaeg on lühike. MK", False),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_initials_are_no_words_of_a_reason_to_block(text: str, told: bool, named: bool) -> None:  # noqa: FBT001  # as parametrized
    fake = board(METHOD, rounds=1, participants=2, named_positions=named)
    fake.write(text, "F3.block")
    for mode in ("tasks", "none"):
        assert ("block_without_reason" in _codes(fake.summary(names=mode))) is told


def test_too_easy_an_agreement_is_told() -> None:
    assert "too_easy" in _codes(_round({"support": 8}).summary())
    assert "too_easy" not in _codes(_round({"support": 7}).summary())
    doubted = _round({"support": 8})
    doubted.write("Aega on vähe", "F4.concern@1")
    assert "too_easy" not in _codes(doubted.summary())


def test_a_concern_is_open_until_it_has_an_amendment_or_an_outcome() -> None:
    fake = board(METHOD)
    fake.write("Aega on vähe", "F4.concern@1")
    fake.write("Raha on vähe", "F4.concern@2")
    fake.write("ei võetud vastu", "F4.outcome@2")
    said = {signal.code: signal.values for signal in fake.summary().signals}
    assert said["open_concern"] == {"n": 1}


def test_points_of_a_scale_may_stay_empty() -> None:
    zones = {signal.zone for signal in board(METHOD).summary().signals if signal.zone}
    assert not any(zone.startswith(("F3.", "F5.")) for zone in zones)
    assert "F6.dissent" not in zones
    assert "F2.clarify" in zones or "F2.answers" in zones
