"""Context, goals and indicators: goals copied and moved on, rows of the table, what stands out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.harvest.boards import FakeBoard, board
from tests.harvest.told import result_of, texts_of

METHOD = "context-goals"
GOAL = "Sõidu saab tellida päev ette igas vallas"


def _goals(**values: Any) -> FakeBoard:  # noqa: ANN401  # values of a brief
    return board(METHOD, **values)


def test_goals_stand_by_votes_and_else_from_the_top() -> None:
    fake = _goals()
    for zone in ("impact", "change", "process"):
        fake.write(f"Eesmärk {zone}", f"F2.{zone}")
    fake.dot(fake.write("Hääled", "F2.process"), times=2)
    said = [(goal["text"], goal["level"]) for goal in result_of(fake)["goals"]]
    assert said == [
        ("Hääled", "process"),
        ("Eesmärk impact", "impact"),
        ("Eesmärk change", "change"),
        ("Eesmärk process", "process"),
    ]


@pytest.mark.parametrize(
    ("copied", "same"),
    [
        (GOAL, True),
        ("sõidu saab  tellida PÄEV ette igas vallas", True),
        ("Sõitu saab tellida päev ette igas omavalitsuses", True),
        ("Sõitja ei maksa rohkem kui bussis", False),
    ],
)
def test_a_copied_goal_is_the_same_goal_even_if_it_is_reworded_a_little(
    copied: str, *, same: bool
) -> None:
    fake = _goals()
    first = fake.write(GOAL, "F2.change")
    fake.dot(first, times=3)
    copy = fake.write(copied, "F3.goal@2", colour="light_pink")
    [goal] = result_of(fake)["goals"]
    assert goal == {
        "level": "change",
        "text": copied if same else GOAL,
        "votes": 3,
        "from": [first, copy] if same else [first],
    }
    [row] = result_of(fake)["indicators"]
    assert (row["goal"], set(row["from"])) == (copied, {copy, first} if same else {copy})
    assert bool(texts_of(fake, "goal_without_indicator")) is not same


@pytest.mark.parametrize(
    ("colour", "first_zone", "level"),
    [
        ("violet", None, "impact"),
        ("light_green", None, "process"),
        ("light_green", "F2.change", "change"),
        ("light_pink", None, None),
    ],
)
def test_a_goal_that_was_moved_has_the_level_of_its_first_zone_or_colour(
    colour: str, first_zone: str | None, level: str | None
) -> None:
    fake = _goals()
    zone = "F3.goal@1"
    fake.write(GOAL, zone, colour=colour, first_zone=first_zone or zone)
    goals = result_of(fake)["goals"]
    assert [goal["level"] for goal in goals] == ([level] if level else [])
    assert result_of(fake)["indicators"][0]["goal"] == GOAL


def test_dots_that_were_moved_on_with_a_goal_still_vote() -> None:
    fake = _goals()
    fake.dot(fake.write(GOAL, "F3.goal@1", first_zone="F2.change"), times=4)
    assert result_of(fake)["goals"][0]["votes"] == 4


def test_only_goals_with_votes_are_missed_in_the_table() -> None:
    fake = _goals()
    fake.write("Ilma häälteta", "F2.impact")
    fake.dot(fake.write("Häältega", "F2.impact"))
    assert texts_of(fake, "goal_without_indicator") == ["Eesmärgil puudub mõõdik: „Häältega“."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Korraldada viis töötuba", True),
        ("1) korraldame viis töötuba", True),
        ("Me korraldame viis töötuba", True),
        ("Tuleb kaasata noored", True),
        ("Läbi viia küsitlus", True),
        ("Viime igas maakonnas läbi küsitluse", True),
        ("Koostatakse ühine juhend", True),
        ("Organise five workshops", True),
        ("To hold five meetings", True),
        ("We draft a guide together", True),
        ("Engaging young people", True),
        ("Noored teavad, kes töötubasid korraldab", False),
        ("Viimased küsijad jõuavad samuti läbi", False),
        ("Korraldajad teavad, mida oodata", False),
        ("Koostatud juhendit kasutab iga kool", False),
        ("Kaasatavad saavad vastuse kuu ajaga", False),
        ("Kaasaegne teenus jõuab külla", False),
        ("Householders hold their own budget", False),
        ("Engaged people come again", False),
        ("Drafts reach people a month earlier", False),
    ],
)
def test_a_goal_that_begins_with_an_activity_is_told(text: str, *, told: bool) -> None:
    fake = _goals()
    fake.write(text, "F2.change")
    assert bool(texts_of(fake, "activity_as_goal")) is told


@pytest.mark.parametrize(
    ("said", "owner", "due"),
    [
        (("@Mari, 12.03.2027",), "Mari", "2027-03-12"),
        (("Mari Tamm, märts 2027",), "Mari Tamm", "2027-03-31"),
        (("Mari", "12.03.2027"), "Mari", "2027-03-12"),
        (("II kvartal 2027",), None, "2027-06-30"),
        ((), None, None),
    ],
)
def test_the_owner_is_what_stands_beside_the_date(
    said: tuple[str, ...], owner: str | None, due: str | None
) -> None:
    fake = _goals()
    fake.write("Osakaal", "F3.indicator@1")
    for text in said:
        fake.write(text, "F3.owner@1")
    [row] = result_of(fake)["indicators"]
    assert (row["owner"], row["due"]) == (owner, due)
    assert result_of(fake, names="none")["indicators"][0]["owner"] is (True if owner else None)


def test_a_card_says_what_is_to_be_done_not_who() -> None:
    fake = _goals()
    fake.write("Osakaal", "F3.indicator@1")
    fake.write("Küsime andmed", "F3.owner@1", kind="card")
    assert result_of(fake)["indicators"][0]["owner"] is None


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"baseline": "31", "source": "register"}, False),
        ({"baseline": "31"}, True),
        ({"source": "register"}, True),
        ({"target": "79"}, True),
    ],
)
def test_an_indicator_needs_a_baseline_and_a_source(cells: dict[str, str], *, told: bool) -> None:
    fake = _goals()
    fake.write("Osakaal", "F3.indicator@3")
    for column, text in cells.items():
        fake.write(text, f"F3.{column}@3")
    expected = ["Algtase või andmeallikas puudub: „Osakaal“."] if told else []
    assert texts_of(fake, "no_baseline") == expected


def test_a_row_without_goal_and_indicator_is_none() -> None:
    fake = _goals()
    fake.write("31", "F3.baseline@1")
    fake.write("Mari", "F3.owner@1")
    assert result_of(fake)["indicators"] == []


@pytest.mark.parametrize(
    ("values", "written", "told"),
    [
        ({}, False, True),
        ({}, True, False),
        ({"include_context": False}, False, False),
    ],
)
def test_it_stands_out_when_nothing_is_open(
    values: dict[str, bool], *, written: bool, told: bool
) -> None:
    fake = _goals(**values)
    if written:
        fake.write("Omaosalus", "F1.open")
    assert bool(texts_of(fake, "nothing_open")) is told
    assert (result_of(fake)["context"] is None) is not values.get("include_context", True)


def test_the_area_of_the_core_team_takes_room_from_others() -> None:
    zones = {zone.id: zone.box for zone in _goals().plan.zones}
    assert "F1.relations" not in zones
    assert zones["F1.limits"].width > zones["F1.open"].width
    with_it = {zone.id: zone.box for zone in _goals(core_team=True).plan.zones}
    assert with_it["F1.relations"].width == pytest.approx(with_it["F1.history"].width, abs=1)
    assert with_it["F1.limits"].width < zones["F1.limits"].width


@pytest.mark.parametrize(("lang", "horizon"), [("et", "12 kuud"), ("en", "12 months")])
def test_the_time_span_stands_in_the_question(lang: str, horizon: str) -> None:
    prompts = {zone.id: zone.prompt for zone in _goals(lang=lang).plan.zones}
    assert f"({horizon})?" in prompts["F2.change"]
