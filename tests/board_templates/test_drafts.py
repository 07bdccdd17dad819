"""The four boards the format was drafted against: they load, and every plan of them holds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from board_templates.brief import make_brief
from board_templates.layout import make_plan, plan_from_footer
from board_templates.library import Library
from board_templates.loading import load_method
from board_templates.method import Method
from board_templates.plan import Plan, Role
from board_templates.preview import draw_svg, picture_of_plan
from tests.board_templates.layout_rules import broken_rules

DRAFTS = Path(__file__).parent / "drafts"
LIBRARY = Library()

LEAST: Mapping[str, Mapping[str, Any]] = {
    "consensus-board": {"proposal": "Anname osalejatele ettepanekuteks kaks nädalat aega."},
    "group-climate": {"group_name": "Kaasamise töörühm"},
    "open-space": {"theme": "Kuidas jõuda nendeni, keda otsus puudutab?"},
    "world-cafe": {
        "theme": "Noored ja kohalik elu",
        "questions": ["Mis hoiab noori siin?", "Kes peaks kaasa rääkima?", "Mida proovime?"],
    },
}
LONG = "Anname osalejatele ettepanekuteks kaks nädalat aega ja vastame igaühele. " * 5
VARIANTS: Mapping[str, tuple[Mapping[str, Any], ...]] = {
    "consensus-board": (
        {},
        {"scale": "fist05", "rounds": 3, "concern_rows": 15, "proposal": LONG},
        {"scale": "gradient8", "rounds": 1, "concern_rows": 2, "named_positions": True},
        {"scale": "consent3", "groups": 8, "examples": False, "warm_up": False},
    ),
    "group-climate": (
        {},
        {"pulse_way": "dots", "statements": ["Mind kuulatakse siin ära. " * 4] * 3 + ["Teine"]},
        {"stages": False},
        {"pulse": False, "examples": False},
    ),
    "open-space": (
        {},
        {"rooms": ["Saal"], "slots": ["10:00", "11:00"], "minutes": 150},
        {"rooms": [f"Ruum {i}" for i in range(1, 9)], "slots": ["10:00", "11:00", "12:00"]},
        {"summaries": 2, "room_links": ["https://meet.example.ee/ruum-1", "https://x.ee/2"]},
    ),
    "world-cafe": (
        {},
        {"tables": 10, "rounds": 4, "hosts": ["Mari", "Jüri"]},
        {"question_mode": "same", "questions": ["Kuidas edasi?"], "rounds": 2},
        {"question_mode": "per_round"},
    ),
}
CASES = [(method, variant) for method, variants in VARIANTS.items() for variant in variants]


@cache
def draft(name: str) -> Method:
    """Return one of the four, wherever it is by now."""
    if (DRAFTS / name).is_dir():
        return load_method(DRAFTS / name, LIBRARY.shared)
    return LIBRARY.get(name)


def planned(name: str, lang: str, participants: int, variant: Mapping[str, Any]) -> Plan:
    values = {**LEAST[name], "lang": lang, "participants": participants, **variant}
    brief = make_brief(draft(name), LIBRARY.shared, values)
    return make_plan(draft(name), LIBRARY.shared, brief)


@pytest.mark.parametrize(
    ("lang", "participants"), [("et", 5), ("et", 15), ("en", 15), ("en", 40), ("et", 60)]
)
@pytest.mark.parametrize(("name", "variant"), CASES)
def test_every_plan_keeps_the_rules_of_layout(
    name: str, variant: Mapping[str, Any], lang: str, participants: int
) -> None:
    assert broken_rules(planned(name, lang, participants, variant)) == []


@pytest.mark.parametrize(("name", "variant"), CASES)
def test_every_plan_can_be_drawn(name: str, variant: Mapping[str, Any]) -> None:
    picture = picture_of_plan(planned(name, "et", 15, variant))
    assert draw_svg(picture).startswith("<svg")
    assert draw_svg(picture, width=400).startswith("<svg")


@pytest.mark.parametrize("lang", ["et", "en"])
@pytest.mark.parametrize(("name", "variant"), CASES)
def test_every_plan_is_given_again_by_its_footer(
    name: str, variant: Mapping[str, Any], lang: str
) -> None:
    plan = planned(name, lang, 15, variant)
    [footer] = [item for item in plan.items if item.role is Role.FOOTER]
    again = plan_from_footer(draft(name), LIBRARY.shared, footer.text)
    assert [frame.key for frame in again.frames] == [frame.key for frame in plan.frames]
    assert [(z.key, z.colour) for z in again.zones] == [(z.key, z.colour) for z in plan.zones]


def test_the_points_of_a_scale_become_zones_with_their_category() -> None:
    plan = planned("consensus-board", "et", 15, {"scale": "fist05"})
    points = [zone for zone in plan.zones if zone.frame == "F3"]
    assert [zone.bindings["point"] for zone in points] == ["5", "4", "3", "2", "1", "0"]
    assert [zone.bindings["category"] for zone in points] == [
        *("support", "support", "accept"),
        *("hold", "hold", "stop"),
    ]
    assert points[-1].label == "0 – ei saa nõustuda"


@pytest.mark.parametrize(
    ("rounds", "titles", "decision"),
    [
        (1, [], "5. Otsus"),
        (2, ["5. Teine voor"], "6. Otsus"),
        (3, ["5. Teine voor", "5. Kolmas voor"], "6. Otsus"),
    ],
)
def test_rounds_of_consensus_are_frames(rounds: int, titles: list[str], decision: str) -> None:
    plan = planned("consensus-board", "et", 15, {"rounds": rounds})
    assert [frame.title for frame in plan.frames if frame.id == "F5"] == titles
    assert plan.frames[-1].title == decision


def test_the_proposal_stands_in_the_zones_that_people_edit() -> None:
    plan = planned("consensus-board", "et", 15, {})
    prefilled = {zone.id for zone in plan.zones if zone.prefilled and zone.colour == "text"}
    assert prefilled == {"F2.proposal", "F5.final"}


def test_cells_of_the_market_know_their_time_and_room() -> None:
    plan = planned("open-space", "et", 15, {"slots": ["10:00", "11:00"], "rooms": ["A", "B"]})
    cells = [zone for zone in plan.zones if zone.id.startswith("F1.slot")]
    found = [(z.id, z.bindings["slot"], z.bindings["time"], z.bindings["room"]) for z in cells]
    assert sorted(found) == [
        ("F1.slot1.room1", 1, "10:00", "A"),
        ("F1.slot1.room2", 1, "10:00", "B"),
        ("F1.slot2.room1", 2, "11:00", "A"),
        ("F1.slot2.room2", 2, "11:00", "B"),
    ]


def test_sessions_follow_time_then_room_and_stop_at_the_number_of_summaries() -> None:
    plan = planned("open-space", "en", 15, {"slots": ["10:00", "11:00"], "summaries": 3})
    sessions = [frame for frame in plan.frames if frame.id == "S"]
    assert [frame.place["time"] for frame in sessions] == ["10:00"] * 3
    assert [frame.place["room"] for frame in sessions] == ["Room 1", "Room 2", "Room 3"]


def test_slots_are_computed_and_sessions_take_their_time() -> None:
    plan = planned("open-space", "et", 15, {"start_time": "09:00"})
    assert plan.brief["slots"] == ["09:35", "10:30", "11:25"]
    assert [step.minutes for step in plan.agenda if step.id == "sessions"] == [155]
    assert sum(step.minutes for step in plan.agenda) == 240


def test_copies_that_take_turns_show_no_sum_of_their_times() -> None:
    sessions = planned("open-space", "et", 15, {"slots": ["10:00", "11:00"], "rooms": ["A"]})
    tables = planned("world-cafe", "et", 15, {"tables": 3})
    times = {item.key for plan in (sessions, tables) for item in plan.items if "/time" in item.key}
    assert not any(key.startswith("S#") for key in times)
    assert {"T#1/time", "T#2/time", "T#3/time", "F1/time"} <= times


def test_every_cafe_table_has_its_question_and_its_layers() -> None:
    plan = planned("world-cafe", "et", 15, {"tables": 4})
    tables = [frame for frame in plan.frames if frame.id == "T"]
    assert [frame.title for frame in tables] == [
        "Laud 1: Mis hoiab noori siin?",
        "Laud 2: Kes peaks kaasa rääkima?",
        "Laud 3: Mida proovime?",
        "Laud 4: Mis hoiab noori siin?",
    ]
    layers = [zone.colour for zone in plan.zones if zone.frame == "T#1"]
    assert layers == ["light_yellow", "light_blue", "light_pink", "cyan"]


def test_rounds_and_changeovers_of_a_cafe_take_their_time() -> None:
    plan = planned("world-cafe", "et", 15, {})
    lines = [(step.minutes, step.text) for step in plan.agenda if step.kind in {"talk", "change"}]
    assert lines[:6] == [
        (20, "1. voor."),
        (3, "Vahetus: lauajuht jääb, teised liiguvad laudade nimekirja järgi."),
        (20, "2. voor: lauajuht võtab eelmise vooru kokku, siis jätkame."),
        (3, "Vahetus."),
        (20, "3. voor."),
        (3, "Vahetus: teised käivad laudade vahel, lauajuhid jäävad."),
    ]


def test_frames_of_a_climate_board_come_and_go() -> None:
    everything = planned("group-climate", "et", 15, {})
    only_pulse = planned("group-climate", "et", 15, {"stages": False})
    assert [frame.id for frame in everything.frames] == ["F0", "F1", "F2", "F3"]
    assert [frame.title for frame in only_pulse.frames[1:]] == ["1. Kiirküsitlus", "2. Kokkulepped"]
    assert not any(step.frame == "F1" for step in only_pulse.agenda)


def test_a_pulse_on_the_board_votes_and_a_poll_does_not() -> None:
    def votes(way: str) -> list[str | None]:
        plan = planned("group-climate", "et", 15, {"pulse_way": way})
        return [frame.voting for frame in plan.frames]

    assert votes("dots") == [None, "one", "row", None]
    assert votes("poll") == [None, "one", None, None]
