"""When what is kept is deleted."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from workshops.deletion import summary_goes


@pytest.mark.parametrize(
    ("made", "goes"),
    [
        ("2026-03-01T10:15", "2031-03-01T10:15"),
        ("2026-02-28T23:59", "2031-02-28T23:59"),
        ("2028-02-29T08:00", "2033-02-28T08:00"),
        ("2024-03-01T00:00", "2029-03-01T00:00"),
    ],
)
def test_a_summary_goes_on_the_same_day_five_years_on(made: str, goes: str) -> None:
    day = datetime.fromisoformat(made).replace(tzinfo=UTC)
    assert summary_goes(day) == datetime.fromisoformat(goes).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("session", "goes"),
    [
        ("2026-01-13", "2031-01-13"),  # read weeks later: the invitation's promise holds
        ("2026-12-01", "2031-12-01"),  # a rehearsal
        ("2024-02-29", "2029-02-28"),
        ("2019-05-01", "2031-03-01T10:15"),  # long past: not gone at once
    ],
)
def test_a_summary_goes_when_the_invitation_said(session: str, goes: str) -> None:
    made = datetime.fromisoformat("2026-03-01T10:15").replace(tzinfo=UTC)
    found = summary_goes(made, date.fromisoformat(session))
    assert found == datetime.fromisoformat(goes).replace(tzinfo=UTC)
