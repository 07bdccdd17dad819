"""Dots counted."""

from __future__ import annotations

from tests.harvest.boards import board


def test_votes_are_dots_and_the_mark_typed_at_the_end() -> None:
    fake = board("open-space")
    no = fake.write("Bussid", "F2.priorities", mark=3)
    fake.dot(no, times=2)
    assert fake.summary().notes[0].votes == 5


def test_a_dot_outside_a_voting_place_is_loose() -> None:
    fake = board("stakeholder-map")
    no = fake.write("Vald", "F1.public")
    fake.dot(no, "+")
    summary = fake.summary()
    assert (summary.loose_dots, summary.notes[0].votes) == (1, 0)


def test_signed_dots_are_signs_and_no_votes() -> None:
    fake = board("stakeholder-map")
    no = fake.write("Vald", "F2.monitor")
    fake.dot(no, "×", times=2)
    fake.dot(no, "!")
    summary = fake.summary()
    assert summary.notes[0].votes == 0
    assert summary.as_data()["result"]["stakeholders"][0]["stance"]["opposes"] == 2
    assert summary.loose_dots == 0


def test_a_dot_in_a_zone_that_counts_dots_is_not_loose() -> None:
    fake = board("group-climate", pulse_way="dots")
    fake.dot("F2.s4@1", times=5)
    fake.dot("F3.keep")
    summary = fake.summary()
    assert summary.loose_dots == 1
    assert summary.as_data()["result"]["pulse"][0]["distribution"] == [0, 0, 0, 5, 0]


def test_a_sign_says_nothing_where_dots_are_plain() -> None:
    fake = board("open-space")
    no = fake.write("Bussid", "F2.priorities")
    fake.dot(no, "×")
    assert fake.summary().notes[0].votes == 1
