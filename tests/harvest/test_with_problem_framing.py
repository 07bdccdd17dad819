"""What the framing of a problem says of boards that its example doesn't show."""

from __future__ import annotations

import pytest

from tests.harvest.boards import FakeBoard, board
from tests.harvest.told import codes_of, result_of

_NAME = "problem-framing"
_PLAIN = "Üksi elav eakas kogeb ebakindlust"


def _drafts(fake: FakeBoard, *votes: int) -> FakeBoard:
    for group, dots in enumerate(votes, 1):
        fake.write(f"{_PLAIN} {group}", f"F3.draft{group}")
        fake.dot(f"F3.draft{group}", times=dots)
    return fake


@pytest.mark.parametrize(
    ("votes", "chosen", "tied"),
    [
        ((0,), 1, False),
        ((2, 5), 2, False),
        ((4, 4, 1), None, True),
        ((0, 0), None, False),
        ((), None, False),
    ],
)
def test_the_wording_with_most_dots_is_the_new_one(
    votes: tuple[int, ...], chosen: int | None, *, tied: bool
) -> None:
    fake = _drafts(board(_NAME, groups=4), *votes)
    reframed = result_of(fake)["problem"]["reframed"]
    assert reframed == (f"{_PLAIN} {chosen}" if chosen else None)
    assert ("no_tie_break" in codes_of(fake)) is tied


def test_dots_count_on_the_note_and_beside_it() -> None:
    fake = board(_NAME, groups=2)
    fake.dot(fake.write(_PLAIN, "F3.draft2"), times=2)
    fake.dot("F3.draft2")
    [draft] = result_of(fake)["problem"]["drafts"]
    assert (draft["group"], draft["votes"]) == (2, 3)
    assert fake.summary().loose_dots == 0


def test_a_mark_carries_votes_over() -> None:
    fake = board(_NAME, groups=2)
    fake.write(_PLAIN, "F3.draft1", mark=3)
    fake.write("Teine", "F3.draft2", mark=1)
    assert result_of(fake)["problem"]["reframed"] == _PLAIN


@pytest.mark.parametrize(
    ("wording", "told"),
    [
        ("Vaja on luua ühine platvorm", True),
        ("Inimesed ootavad, et me koostaksime juhendi", True),
        ("Rakenduses ei leia keegi midagi üles", True),
        ("People need an app", True),
        ("We must build it for them", True),
        ("Loodusest ja loomadest hooliv inimene kogeb rõõmu", False),
        ("People find happiness hard to approach", False),
    ],
)
def test_a_solution_in_the_chosen_wording_is_told(wording: str, *, told: bool) -> None:
    fake = board(_NAME, groups=1)
    fake.write(wording, "F3.draft1")
    assert ("solution_inside" in codes_of(fake)) is told


def test_a_solution_in_a_wording_that_was_not_chosen_is_not_told() -> None:
    fake = _drafts(board(_NAME, groups=2), 2)
    fake.write("Loome äpi", "F3.draft2")
    assert "solution_inside" not in codes_of(fake)


def test_one_perspective_alone_is_told() -> None:
    fake = board(_NAME)
    assert "single_view" not in codes_of(fake)
    fake.write("Ma kardan", "F2.sees@2")
    fake.write("Aega", "F2.loses@2")
    said = [s.text for s in fake.summary().signals if s.code == "single_view"]
    assert said == ["Kirjeldatud on ainult ühte vaatenurka: „teenuse osutaja“."]
    fake.write("Rahu", "F2.good@3")
    assert "single_view" not in codes_of(fake)


def test_a_question_is_chosen_by_its_votes_all_copies_together() -> None:
    fake = board(_NAME)
    one = fake.write("Kuidas saaksime aidata?", "F3.questions", mark=2)
    two = fake.write("Kuidas saaksime küsida?", "F3.questions", mark=1)
    assert result_of(fake)["selected_question"]["from"] == [one]
    again = fake.write("kuidas saaksime  KÜSIDA?", "F3.questions", mark=3)
    assert result_of(fake)["selected_question"] == {
        "text": "Kuidas saaksime küsida?",
        "from": [two, again],
    }


def test_without_votes_no_question_is_chosen() -> None:
    fake = board(_NAME)
    fake.write("Kuidas saaksime aidata?", "F3.questions")
    assert result_of(fake)["selected_question"] is None
    assert "no_tie_break" not in codes_of(fake)


def test_what_is_asked_in_the_picture_is_an_open_question() -> None:
    fake = board(_NAME)
    asked = fake.write("Kui palju neid on? ", "F1.symptoms")
    fake.write("Neid on palju", "F1.symptoms")
    fake.write("Kuidas saaksime aidata?", "F3.questions")
    tagged = fake.write("uurida", "F3.disagree", tags=("question",))
    assert sorted(fake.summary().questions) == sorted([asked, tagged])
