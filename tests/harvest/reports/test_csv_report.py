"""The table of notes: one row each, opened by an Estonian Excel, and nothing is worked out."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvest.reports import ReportContext, get_report
from harvest.reports.csv_report import guarded
from harvest.summary import Lang
from tests.harvest.boards import SHARED, FakeBoard, board

FORMULAS = "=+-@\t\r＝＋－＠"  # spreadsheets take the wide signs too


def _rows(fake: FakeBoard, lang: Lang = "et", **options: object) -> list[dict[str, str]]:
    context = ReportContext(shared=SHARED, lang=lang, method=fake.method, plan=fake.plan)
    content = get_report("csv").make(fake.summary(lang=lang, **options), context)
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_every_note_is_a_row_in_people_s_words() -> None:
    fake = board("stakeholder-map")
    no = fake.write("Vald; linn", "F1.public")
    fake.change(no, tags=("private", "group:2", "oma silt"))
    fake.write(None, "F3.who@2")
    fake.write("Kõrvale", frame="F1")
    one, two, three = _rows(fake)
    assert list(one) == [
        "Nr", "Raam", "Ala", "Tekst", "Värv", "Sildid", "Hääli", "Teemarühm", "Koht", "Miks seal",
    ]  # fmt: skip
    assert one["Raam"] == "1. Kogume osapooled"
    assert one["Ala"] == "Riik ja omavalitsused"
    assert one["Tekst"] == "Vald; linn"
    assert one["Värv"] == "helesinine"
    assert one["Sildid"] == "mitte avaldada, rühm 2, oma silt"
    assert one["Miks seal"] == "asub alal"
    assert (two["Ala"], two["Tekst"]) == ("Osapool · 2", "(tekst jäetud välja)")
    assert (three["Ala"], three["Miks seal"]) == ("", "paigutamata")


def test_a_note_that_was_nothing_but_a_name_says_so() -> None:
    fake = board("stakeholder-map")
    fake.write("Mari Kask", "F1.public")
    people = {"p1": "Mari Kask"}
    [hidden] = _rows(fake, names="none", member_names=people)
    assert hidden["Tekst"] == "(nimi välja jäetud)"
    [told] = _rows(fake, names="tasks", member_names=people)
    assert told["Tekst"] == "Mari Kask"


def test_heads_and_words_follow_the_language_of_the_report() -> None:
    fake = board("stakeholder-map")
    fake.write("Vald", "F1.public")
    [row] = _rows(fake, "en")
    assert row["Why there"] == "lies in the area"
    assert row["Colour"] == "light blue"


@pytest.mark.parametrize(
    "text", ["=1+1", "  =1", "+3", "-5 kraadi", "@kes", "\t=1", "＝1", "\u200b=1"]
)
def test_what_a_spreadsheet_would_work_out_stays_a_text(text: str) -> None:
    assert guarded(text).startswith("'")


@given(st.lists(st.text(st.sampled_from(FORMULAS + 'a;",\n\u200b '), max_size=8), max_size=4))
@settings(max_examples=100)
def test_no_cell_ever_begins_a_formula(texts: list[str]) -> None:
    fake = board("stakeholder-map")
    for text in texts:
        fake.write(text, "F1.public")
    rows = _rows(fake)
    assert len(rows) == len(texts)
    assert not [cell for row in rows for cell in row.values() if cell.lstrip()[:1] in set(FORMULAS)]
