"""Single values of a result as a report says them."""

from __future__ import annotations

import pytest

from harvest.reports import ReportContext, get_report
from harvest.reports.labels import Labels
from harvest.reports.note_texts import NoteTexts
from harvest.reports.result_values import Values
from harvest.summary import Lang
from tests.harvest.boards import SHARED, FakeBoard, board


def _markdown(fake: FakeBoard) -> str:
    context = ReportContext(shared=SHARED, lang="et", method=fake.method, plan=fake.plan)
    return get_report("markdown").make(fake.summary(), context).decode()


@pytest.mark.parametrize(
    ("lang", "said", "shown"),
    [("et", "09:30", "09.30"), ("en", "09:30", "09:30"), ("et", "9:30", "9:30")],
)
def test_a_time_is_said_as_the_language_says_it(lang: Lang, said: str, shown: str) -> None:
    summary = board("open-space").summary()
    values = Values(Labels(ReportContext(shared=SHARED, lang=lang)), NoteTexts(summary, lang))
    assert values.scalar(("sessions", "time"), said) == shown


def test_counts_stand_on_one_line() -> None:
    fake = board("group-climate")
    for step, count in ((2, 1), (4, 5), (5, 3)):
        fake.write(str(count), f"F2.s{step}@1", by="F")
    assert "**Vastuseid hinnangute kaupa (1–5)**: 0, 1, 0, 5, 3" in _markdown(fake)


def test_notes_joined_by_a_line_are_told_by_their_texts() -> None:
    fake = board("world-cafe")
    fake.write("Käsipuud", "T#1.round1")
    fake.write("Lift", "T#1.round2")
    fake.links.append((2, 1))
    assert "Lift · Millega seotud: Käsipuud" in _markdown(fake)
