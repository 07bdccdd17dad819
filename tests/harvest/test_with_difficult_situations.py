"""What difficult situations say of boards that their example doesn't show."""

from __future__ import annotations

import pytest

from board_templates.plan import Role
from tests.harvest.boards import FakeBoard, board

_NAME = "difficult-situations"


def _said(fake: FakeBoard, code: str) -> list[str]:
    return [signal.text for signal in fake.summary().signals if signal.code == code]


def test_the_five_phrases_with_most_votes_are_told() -> None:
    fake = board(_NAME)
    for number, mark in enumerate([1, 4, 0, 4, 2, 3, 1], 1):
        fake.write(f"lause {number}", f"F1.phrase@{(number - 1) % 6 + 1}", mark=mark)
    top = fake.summary().as_data()["result"]["top_phrases"]
    assert [(phrase["text"], phrase["votes"]) for phrase in top] == [
        ("lause 2", 4),
        ("lause 4", 4),
        ("lause 6", 3),
        ("lause 5", 2),
        ("lause 1", 1),
    ]
    assert top[0]["situation"] == "Enamik vaikib."


@pytest.mark.parametrize(
    ("columns", "told"),
    [(["now"], True), (["now", "behind"], False), (["now", "prevent"], False), (["phrase"], False)],
)
def test_moves_alone_are_told(columns: list[str], *, told: bool) -> None:
    fake = board(_NAME)
    for column in columns:
        fake.write("midagi", f"F1.{column}@2")
    assert bool(_said(fake, "only_reaction")) is told


def test_a_row_without_notes_may_suit_covision() -> None:
    fake = board(_NAME, situations=["Keegi lahkub.", "Keegi hilineb."])
    fake.write("Uus tervitus", "F1.now@2")
    assert _said(fake, "unsolved") == [
        "Lahenduseta olukord: „Keegi lahkub.“ Ehk sobib see kovisiooni teemaks."
    ]


@pytest.mark.parametrize("column", ["behind", "now", "prevent", "phrase"])
def test_a_name_among_the_situations_is_told(column: str) -> None:
    fake = board(_NAME)
    fake.write("nii tegi @Mart", "F2.try")
    assert not _said(fake, "name_used")
    fake.write("nii tegi @Mart", f"F1.{column}@3")
    assert _said(fake, "name_used")
    [named] = [s for s in fake.summary(names="none").signals if s.code == "name_used"]
    assert named.severity == "warn"


def test_examples_stand_only_beside_the_situations_they_are_about() -> None:
    def examples(fake: FakeBoard) -> int:
        return sum(item.role is Role.EXAMPLE for item in fake.plan.items)

    assert examples(board(_NAME)) == 3  # one in each of three rows
    assert examples(board(_NAME, situations=["Keegi lahkub."])) == 0
