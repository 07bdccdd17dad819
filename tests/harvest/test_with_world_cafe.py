"""The café: questions by mode, drawings nobody can read, hosts, and what stands out at tables."""

from __future__ import annotations

from typing import Any

import pytest

from board_templates.method import Lang
from harvest.reports import ReportContext, get_report
from tests.harvest.boards import SHARED, FakeBoard, board

METHOD = "world-cafe"


def _tables(fake: FakeBoard, **options: Any) -> list[dict[str, Any]]:  # noqa: ANN401  # options of a harvest
    tables: list[dict[str, Any]] = fake.summary(**options).as_data()["result"]["tables"]
    return tables


def _codes(fake: FakeBoard) -> list[str]:
    return [signal.code for signal in fake.summary().signals]


def _written(fake: FakeBoard, zone: str, times: int) -> None:
    for number in range(times):
        fake.write(f"mõte {zone} {number}", zone, by=f"p{number % 5}")


def test_tables_may_share_a_question() -> None:
    fake = board(METHOD, questions=["Esimene?", "Teine?"], tables=3)
    assert [table["question"] for table in _tables(fake)] == ["Esimene?", "Teine?", "Esimene?"]


def test_with_a_question_per_round_all_tables_share_it() -> None:
    asked = ["Mis on?", "Mis oleks?", "Mida teeme?"]
    fake = board(METHOD, question_mode="per_round", questions=asked, tables=2)
    for table in _tables(fake):
        assert [held["question"] for held in table["rounds"]] == asked


def test_what_cannot_be_read_is_counted_by_table_and_can_be_opened() -> None:
    fake = board(METHOD)
    fake.unread["T#2"] = 3
    first, second, _ = _tables(fake)
    assert (first["drawings"], first["drawings_link"]) == (0, None)
    assert second["drawings"] == 3
    assert second["drawings_link"] == "https://miro.com/app/board/b1/?moveToWidget=i-T#2"


def test_the_brief_names_hosts_before_the_board_does() -> None:
    fake = board(METHOD, hosts=["Mari"])
    fake.write("Kolm mõtet @Jüri", "T#1.host")
    fake.write("Kokkuvõte @Jüri", "T#2.host")
    assert [table["host"] for table in _tables(fake)] == ["Mari", "Jüri", None]
    assert [table["host"] for table in _tables(fake, names="none")] == [True, True, None]


@pytest.mark.parametrize(("third", "silent"), [(1, True), (2, False)])
def test_a_table_is_silent_under_half_of_the_mean(third: int, *, silent: bool) -> None:
    fake = board(METHOD)
    _written(fake, "T#1.round1", 5)
    _written(fake, "T#2.round1", 5)
    _written(fake, "T#3.round1", third)
    assert ("silent_table" in _codes(fake)) is silent


@pytest.mark.parametrize(("last", "fading"), [(2, True), (3, False)])
def test_rounds_fade_under_three_tenths_of_the_first(last: int, *, fading: bool) -> None:
    fake = board(METHOD)
    _written(fake, "T#1.round1", 10)
    _written(fake, "T#1.round3", last)
    assert ("fading_rounds" in _codes(fake)) is fading


def test_who_writes_most_is_judged_at_their_table() -> None:
    fake = board(METHOD)
    _written(fake, "T#1.round1", 10)
    for number in range(10):
        fake.write("mõte", "T#2.round1", by="jutukas" if number < 5 else f"p{number}")
    assert _codes(fake).count("dominant_author") == 1


def _read(fake: FakeBoard) -> str:
    lang = fake.plan.lang
    context = ReportContext(shared=SHARED, lang=lang, method=fake.method, plan=fake.plan)
    return get_report("markdown").make(fake.summary(), context).decode()


@pytest.mark.parametrize(("lang", "said"), [("et", "voor · Mõtted: "), ("en", " · Thoughts: ")])
def test_a_thought_alone_in_its_round_is_no_leftover_of_themes(lang: Lang, said: str) -> None:
    fake = board(METHOD, lang)
    fake.write("Kohtume noortega", "T#1.round1")
    [held] = [row for row in _tables(fake)[0]["rounds"] if row["notes"]]
    assert held["ungrouped"] == [1]
    assert f"{said}Kohtume noortega" in _read(fake)


def test_beside_themes_the_other_thoughts_of_a_round_are_ungrouped() -> None:
    fake = board(METHOD)
    fake.write("Kohtume noortega", "T#1.round1", at=(0.5, 0.4))
    fake.write("Kohtume koolis", "T#1.round1", at=(0.5, 0.42))
    fake.write("Midagi muud", "T#1.round1", at=(0.5, 0.9))
    assert "**Rühmitamata**: Midagi muud" in _read(fake)
