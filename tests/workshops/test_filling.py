"""What a person fills in of memo and letter: read, checked, and what is proposed before."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from harvest.reports import FilledIn
from tests.harvest.boards import board
from workshops.errors import InputFaults
from workshops.filling import MOST_NEXT, filled_in, proposed

PROPOSED = FilledIn(reply_by=date(2026, 4, 1), delete_on=date(2031, 3, 2))


def test_a_reply_is_proposed_for_thirty_days_on_and_the_day_of_deletion_is_known() -> None:
    at = datetime(2024, 2, 29, 12, 0, tzinfo=UTC)
    summary = board("stakeholder-map").summary(harvested_at=at)
    told = proposed(summary, date(2024, 2, 27))
    assert told == FilledIn(reply_by=date(2024, 3, 28), delete_on=date(2029, 2, 27))


def test_what_nobody_says_stays_as_proposed_and_what_is_empty_is_left_out() -> None:
    assert filled_in({}, PROPOSED) == PROPOSED
    said = {"link": "", "next": "", "correct_by": "", "reply_by": ""}
    assert filled_in(said, PROPOSED) == FilledIn(delete_on=PROPOSED.delete_on)


def test_days_are_read_both_ways_and_texts_stand_on_one_line() -> None:
    said = {
        "link": " https://koosloome.example/s/1 ",
        "next": "Saadame eelnõu\n\nkooskõlastusele.",
        "correct_by": "16.3.2026",
        "reply_by": "2026-04-15",
    }
    assert filled_in(said, PROPOSED) == FilledIn(
        link="https://koosloome.example/s/1",
        next="Saadame eelnõu kooskõlastusele.",
        correct_by=date(2026, 3, 16),
        reply_by=date(2026, 4, 15),
        delete_on=PROPOSED.delete_on,
    )


def test_all_faults_are_told_at_once() -> None:
    said = {
        "link": "javascript:alert(1)",
        "next": "x" * (MOST_NEXT + 1),
        "correct_by": "31.02.2026",
        "reply_by": "homme",
    }
    with pytest.raises(InputFaults) as caught:
        filled_in(said, PROPOSED)
    assert [fault.field for fault in caught.value.faults] == list(said)


@pytest.mark.parametrize("link", ["https://", "ftp://x.ee", "https://x.ee/ y", "https://x.ee/<b>"])
def test_what_is_no_address_is_refused(link: str) -> None:
    with pytest.raises(InputFaults):
        filled_in({"link": link}, PROPOSED)
