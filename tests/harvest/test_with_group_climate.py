"""Stage and safety: nobody asks who wrote, and figures of too few answers stay out."""

from __future__ import annotations

from typing import Any

import pytest

from harvest.summary import Summary
from tests.harvest.boards import LIBRARY, FakeBoard, board
from tests.harvest.performing import Performance
from tests.harvest.told import result_of

METHOD = "group-climate"
STAGES = ("forming", "storming", "norming", "performing", "adjourning")


def _climate(**values: Any) -> FakeBoard:  # noqa: ANN401  # values of a brief
    return board(METHOD, **values)


def _dots(fake: FakeBoard, *counts: int) -> None:
    for stage, count in zip(STAGES, counts, strict=False):
        fake.dot(f"F1.{stage}", times=count)


def _totals(fake: FakeBoard, row: int, *counts: int) -> list[int]:
    return [
        fake.write(str(count), f"F2.s{step}@{row}", by="F")
        for step, count in enumerate(counts, start=1)
        if count
    ]


def _performed() -> Performance:
    return Performance(LIBRARY, METHOD, "et", dict(LIBRARY.get(METHOD).example))


def _authors(summary: Summary, frame: str) -> set[str | None]:
    return {note.author for note in summary.notes if (note.frame or "") == frame}


@pytest.mark.parametrize("names", ["full", "pseudonym"])
def test_who_wrote_about_stages_and_totals_is_told_in_no_mode(names: str) -> None:
    people = {f"P{number}": f"Nimi {number}" for number in range(1, 13)}
    performance = _performed()
    people |= {str(raw["created_by"]): str(raw["created_by"]) for raw in performance.board.items}
    summary = performance.summary(names=names, member_names=people)
    assert _authors(summary, "F1") == _authors(summary, "F2") == {None}
    assert len(_authors(summary, "F3")) > 1


def test_totals_of_too_few_answers_are_nowhere_in_the_summary() -> None:
    fake = _climate()
    few = _totals(fake, 1, 0, 0, 0, 1, 3)
    enough = _totals(fake, 2, 0, 0, 0, 2, 3)
    summary = fake.summary()
    texts = {note.no: note.text for note in summary.notes}
    assert [texts[no] for no in few] == [None, None]
    assert [texts[no] for no in enough] == ["2", "3"]
    assert summary.counts.private == 2
    assert summary.as_data()["result"]["suppressed"] is True


@pytest.mark.parametrize(("count", "shown"), [(4, None), (5, 5)])
def test_stages_need_enough_dots_too(count: int, shown: int | None) -> None:
    fake = _climate()
    _dots(fake, 0, count)
    result = result_of(fake)
    assert result["stage"]["answers"] == shown
    assert result["stage"]["counts"]["storming"] == shown
    assert result["stage"]["mode"] == ("storming" if shown else None)
    assert result["suppressed"] is (shown is None)


def test_a_stage_without_a_clear_lead_has_no_mode() -> None:
    fake = _climate()
    _dots(fake, 3, 3)
    assert result_of(fake)["stage"]["mode"] is None


@pytest.mark.parametrize(("counts", "split"), [((2, 2, 6), True), ((1, 3, 6), False)])
def test_views_differ_when_three_stages_have_a_fifth(
    counts: tuple[int, ...], *, split: bool
) -> None:
    fake = _climate()
    _dots(fake, *counts)
    assert ("split_view" in {signal.code for signal in fake.summary().signals}) is split


def test_a_number_in_a_cell_replaces_its_dots() -> None:
    fake = _climate(pulse_way="dots")
    fake.dot("F2.s4@1", times=3)
    fake.dot("F2.s5@1", times=2)
    fake.write("4", "F2.s4@1")
    first = result_of(fake)["pulse"][0]
    assert first["distribution"] == [0, 0, 0, 4, 2]


def test_what_was_left_out_of_the_brief_is_null() -> None:
    assert result_of(_climate(stages=False))["stage"] is None
    assert result_of(_climate(pulse=False))["pulse"] is None


def test_one_person_may_write_everything_about_stages() -> None:
    fake = _climate()
    for number in range(12):
        fake.write("põhjus", "F1.storming", by="p1" if number < 9 else f"p{number}")
    for number in range(5):
        fake.write("hoiame", "F3.keep", by=f"p{number}")
    codes = {signal.code for signal in fake.summary(attended=8).signals}
    assert not codes & {"dominant_author", "lone_voice", "low_turnout"}
