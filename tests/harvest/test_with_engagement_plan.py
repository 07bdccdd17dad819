"""The engagement plan: stages with spans and owners, principles by their dots, what stands out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.harvest.boards import FakeBoard, board
from tests.harvest.told import result_of, texts_of

METHOD = "engagement-plan"


def _plan(**values: Any) -> FakeBoard:  # noqa: ANN401  # values of a brief
    return board(METHOD, **values)


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("3.–28. veebruar 2027, @Liis", "2027-02-03", "2027-02-28"),
        ("2027 II kvartal", "2027-04-01", "2027-06-30"),
        ("kui VTK on valmis", None, None),
    ],
)
def test_a_stage_goes_on_from_its_first_day_to_its_last(
    said: str, start: str | None, end: str | None
) -> None:
    fake = _plan()
    note = fake.write(said, "F2.when@2")
    stage = result_of(fake)["timeline"][1]
    assert (stage["when"], stage["start"], stage["end"]) == ([note], start, end)


def test_owners_of_a_stage_are_named_once_or_not_at_all() -> None:
    fake = _plan()
    for text in ("märts, @Liis", "aprill, @Liis", "mai, @Mart Tamm"):
        fake.write(text, "F2.when@1")
    assert result_of(fake)["timeline"][0]["owner"] == ["Liis", "Mart Tamm"]
    assert result_of(fake, names="none")["timeline"][0]["owner"] == [True, True]


def test_a_day_and_a_name_are_an_action_about_the_stage() -> None:
    fake = _plan()
    fake.write("3.–28. veebruar 2027, @Liis", "F2.when@3")
    fake.write("kui VTK on valmis", "F2.when@4")
    [action] = fake.summary().actions
    assert (action.text, action.owner) == ("Lahendused", "Liis")


@pytest.mark.parametrize(
    ("done", "partly", "missing", "status", "coverage"),
    [
        (0, 0, 0, "unknown", None),
        (3, 2, 0, "done", 0.8),
        (2, 2, 0, "split", 0.75),
        (0, 3, 0, "partly", 0.5),
        (1, 0, 3, "missing", 0.25),
    ],
)
def test_a_principle_stands_where_over_half_of_its_dots_are(
    done: int, partly: int, missing: int, status: str, coverage: float | None
) -> None:
    fake = _plan()
    for column, times in (("done", done), ("partly", partly), ("missing", missing)):
        if times:
            fake.dot(f"F3.{column}@2", times=times)
    result = result_of(fake)
    assert result["good_practice"][1]["status"] == status
    assert result["coverage"] == coverage


def test_nothing_to_change_is_said_until_somebody_writes_it() -> None:
    fake = _plan()
    assert texts_of(fake, "nothing_to_change")
    fake.write("Tähtajad", "F1.changeable")
    assert not texts_of(fake, "nothing_to_change")


@pytest.mark.parametrize(("row", "late"), [(2, []), (3, ["Lahendused"])])
def test_engagement_that_starts_with_the_third_stage_is_late(row: int, late: list[str]) -> None:
    fake = _plan()
    fake.write("Elanikud", f"F2.who@{row}")
    fake.write("Vallad", "F2.who@5")
    assert texts_of(fake, "late_start") == [
        f"Kaasamine algab alles etapis „{phase}“." for phase in late
    ]


def test_those_from_the_stakeholder_map_start_in_the_first_stage() -> None:
    carriers = [item for item in _plan(engaged=["Vallad", "Koolid"]).plan.items if item.origin]
    found = [(item.zone, item.text) for item in carriers if item.zone == "F2.who@1"]
    assert found == [("F2.who@1", "Vallad"), ("F2.who@1", "Koolid")]


@pytest.mark.parametrize(
    ("check", "output", "answered", "missing"),
    [
        (False, True, False, False),
        (False, False, False, True),
        (True, True, True, False),
        (True, True, False, True),
    ],
)
def test_feedback_is_planned_in_the_last_stage_and_the_seventh_principle(
    *, check: bool, output: bool, answered: bool, missing: bool
) -> None:
    fake = _plan(check=check)
    if output:
        fake.write("Vastuste tabel", "F2.output@5")
    if answered:
        fake.dot("F3.done@7", times=2)
    assert bool(texts_of(fake, "no_feedback")) is missing


def test_a_stage_with_a_way_but_nobody_in_charge_stands_out() -> None:
    fake = _plan()
    fake.write("Küsitlus", "F2.how@2")
    fake.write("Töötuba", "F2.how@3")
    fake.write("mai, @Liis", "F2.when@3")
    assert texts_of(fake, "phase_without_owner") == ["Vastutaja puudub etapis „Info ja mõjud“."]
