"""The run sheet: every minute is somebody's, and begins with a sentence."""

from __future__ import annotations

import pytest

from tests.workshops.pack.conftest import DATED, MakeSource
from workshops.pack.content import Paragraph, Row, Table
from workshops.pack.run_sheet import roles_of, run_sheet
from workshops.pack.source import PackSource


def rows(source: PackSource) -> tuple[Row, ...]:
    table = run_sheet(source).blocks[0]
    assert isinstance(table, Table)
    assert {len(row.cells) for row in table.rows} == {len(table.columns)}
    return table.rows


def total(source: PackSource) -> str:
    paragraph = run_sheet(source).blocks[1]
    assert isinstance(paragraph, Paragraph)
    return str(paragraph.text[0])


@pytest.mark.parametrize("minutes", [60, 75, 90, 120])
def test_the_steps_sum_up_to_the_whole_time(source: MakeSource, minutes: int) -> None:
    made = source(values={**DATED, "minutes": minutes})
    assert sum(int(row.cells[1]) for row in rows(made)) == minutes
    assert total(made).startswith(f"Kokku {minutes} minutit. Lõpp kell ")


def test_clock_times_follow_each_other(source: MakeSource) -> None:
    made = rows(source(values=DATED))
    assert [row.cells[0] for row in made[:4]] == ["14.30", "14.35", "14.42", "14.57"]
    assert total(source(values=DATED)) == "Kokku 75 minutit. Lõpp kell 15.45."
    assert total(source("en", values=DATED)) == "75 minutes in all. The end is at 15:45."


def test_without_a_start_minutes_are_counted_from_the_beginning(source: MakeSource) -> None:
    made = source("en")
    assert [row.cells[0] for row in rows(made)[:4]] == ["0", "5", "12", "27"]
    assert total(made) == "75 minutes in all."


def test_each_step_opens_with_the_sentence_of_its_kind(source: MakeSource) -> None:
    made = rows(source(values={**DATED, "minutes": 120}))
    warm_up, opened, written = made[0].cells, made[1].cells, made[2].cells
    assert warm_up[3] == "Soojendus"
    assert warm_up[5] == (
        "Igaüks teeb nurgas „Proovige siin“ ühe lipiku, liigutab seda ja kustutab selle."
    )
    assert opened[5] == "Tere! Alustame. Täna arutame: Kuidas liinid ümber korraldada?"
    assert written[5].endswith(f"Aega on {written[1]} minutit.")


def test_a_break_says_when_it_ends(source: MakeSource) -> None:
    timed = rows(source(values={**DATED, "minutes": 120}))
    pauses = [no for no, row in enumerate(timed) if row.pause]
    assert len(pauses) == 1
    after = timed[pauses[0] + 1].cells[0]
    assert timed[pauses[0]].cells[2] == "–"
    assert timed[pauses[0]].cells[5] == f"Teeme pausi. Jätkame kell {after}."
    untimed = [row for row in rows(source("en", values={"minutes": 120})) if row.pause]
    assert untimed[0].cells[5] == "Let us take a break."


def test_who_leads_depends_on_the_step(source: MakeSource) -> None:
    made = source(values={"minutes": 120})
    leads = {row.cells[3]: row.cells[4] for row in rows(made)}
    assert leads["Soojendus"] == "tehniline abi"
    assert leads["Paus"] == "ajahoidja"
    assert roles_of(made) == ("facilitator", "technical_help", "timekeeper")


def test_one_who_writes_for_the_group_leads_the_writing(source: MakeSource) -> None:
    made = source("en", values={"scribe": True})
    leads = [row.cells[4] for row in rows(made)]
    assert leads.count("scribe") == 1
    assert "scribe" in roles_of(made)


def test_copies_of_a_frame_stand_under_one_name(source: MakeSource) -> None:
    single = [row.cells[2] for row in rows(source())]
    groups = [row.cells[2] for row in rows(source(values={"groups": 3}))]
    assert groups == single


def test_steps_are_said_in_the_language_of_the_pack(source: MakeSource) -> None:
    made = source("en", step_texts={"open": "Avame teema."})
    assert rows(made)[1].cells[3] == "Avame teema."
