"""A brief is checked field by field, everything wrong at once, and completed with defaults."""

from __future__ import annotations

from typing import Any

import pytest

from board_templates.brief import in_language, make_brief
from board_templates.errors import BriefFault, FaultyBrief
from board_templates.method import Lang, Method
from board_templates.scope import parameters_of
from board_templates.shared_texts import SharedTexts

TOPIC = {"topic": "Uus seadus"}


def faults(
    method: Method, shared: SharedTexts, values: dict[str, Any], lang: Lang = "et"
) -> dict[str, BriefFault]:
    with pytest.raises(FaultyBrief) as caught:
        make_brief(method, shared, values, lang)
    return {fault.field: fault for fault in caught.value.faults}


def test_what_nobody_fills_in_has_its_default(tiny: Method, shared: SharedTexts) -> None:
    brief = make_brief(tiny, shared, TOPIC)
    assert brief.lang == "et"
    assert list(brief.values) == [p.name for p in parameters_of(tiny, shared)]
    assert brief.values["title"] == "Tilluke meetod"
    assert brief.values["minutes"] == 60
    assert brief.values["participants"] == 15
    assert brief.values["names"] == []
    assert brief.values["session_date"] is None


def test_the_title_follows_the_language(tiny: Method, shared: SharedTexts) -> None:
    assert make_brief(tiny, shared, TOPIC, "en").values["title"] == "Tiny method"
    assert make_brief(tiny, shared, {**TOPIC, "lang": "en"}).values["title"] == "Tiny method"
    assert make_brief(tiny, shared, {**TOPIC, "title": " "}).values["title"] == "Tilluke meetod"


@pytest.mark.parametrize(("people", "groups"), [(2, 1), (15, 3), (16, 4), (60, 10)])
def test_a_computed_default_is_held_within_its_limits(
    tiny: Method, shared: SharedTexts, people: int, groups: int
) -> None:
    brief = make_brief(tiny, shared, {**TOPIC, "participants": people})
    assert brief.values["groups"] == groups


@pytest.mark.parametrize(
    ("field", "given", "kept"),
    [
        ("participants", "20", 20),
        ("participants", 20.0, 20),
        ("warm_up", "ei", False),
        ("warm_up", "true", True),
        ("session_date", "15.03.2027", "2027-03-15"),
        ("session_date", "2027-03-15", "2027-03-15"),
        ("session_date", "", None),
        ("start_time", "9.05", "09:05"),
        ("start_time", "14:30", "14:30"),
        ("names", "Mari", ["Mari"]),
        ("names", ["Mari", " Jüri "], ["Mari", "Jüri"]),
        ("topic", "  Uus seadus  ", "Uus seadus"),
        ("topic", "o\u0303nn ja muu", "õnn ja muu"),
        ("way", "slow", "slow"),
        ("facilitator", "", ""),
    ],
)
def test_texts_of_a_command_line_become_values(
    tiny: Method, shared: SharedTexts, field: str, given: object, kept: object
) -> None:
    assert make_brief(tiny, shared, {**TOPIC, field: given}).values[field] == kept


@pytest.mark.parametrize(
    ("field", "given", "code"),
    [
        ("topic", None, "required"),
        ("topic", "", "required"),
        ("topic", "Uus", "too_short"),
        ("topic", "x" * 141, "too_long"),
        ("topic", "üks\nkaks", "line_break"),
        ("topic", "tekst\x00siin", "control"),
        ("topic", ["a"], "type_text"),
        ("participants", 1, "too_small"),
        ("participants", "61", "too_large"),
        ("participants", "palju", "type_int"),
        ("participants", True, "type_int"),
        ("participants", "9" * 30, "type_int"),
        ("warm_up", "võib-olla", "type_bool"),
        ("session_date", "31.02.2027", "type_date"),
        ("start_time", "25:00", "type_time"),
        ("way", "warp", "choice"),
        ("access", "everyone", "choice"),
        ("names", {"a": 1}, "type_list"),
        ("names", ["a"] * 4, "too_many"),
        ("names", ["a", "b" * 21], "too_long"),
        ("names", ["a", " "], "required"),
    ],
)
def test_a_wrong_field_is_named_with_what_is_allowed(
    tiny: Method, shared: SharedTexts, field: str, given: object, code: str
) -> None:
    fault = faults(tiny, shared, {**TOPIC, field: given})[field]
    assert fault.code == code
    assert fault.reason
    assert "{{" not in fault.reason + fault.allowed


def test_everything_wrong_comes_at_once(tiny: Method, shared: SharedTexts) -> None:
    found = faults(tiny, shared, {"participants": 99, "way": "warp", "topick": "x"})
    assert set(found) == {"participants", "way", "topick", "topic"}


def test_an_entry_of_a_list_is_named_by_its_place(tiny: Method, shared: SharedTexts) -> None:
    fault = faults(tiny, shared, {**TOPIC, "names": ["a", "b" * 21]})["names"]
    assert fault.position == 2
    assert str(fault).startswith("names[2]")
    assert fault.part is None
    over = faults(tiny, shared, {**TOPIC, "names": list("abcd"), "rows": 2})["names"]
    assert over.position == 3
    assert "2" in over.allowed


def test_a_misspelt_field_gets_near_ones(tiny: Method, shared: SharedTexts) -> None:
    fault = faults(tiny, shared, {**TOPIC, "participant": 5}, "en")["participant"]
    assert fault.code == "unknown"
    assert "participants" in fault.allowed


def test_dots_are_asked_only_where_a_voting_place_is_plain(
    tiny: Method, stakeholder_map: Method, shared: SharedTexts
) -> None:
    assert "dots_per_person" in make_brief(tiny, shared, TOPIC).values
    found = faults(stakeholder_map, shared, {"issue": "Uus seadus tuleb", "dots_per_person": 3})
    assert set(found) == {"dots_per_person"}


def test_a_rule_ties_fields_together(tiny: Method, shared: SharedTexts) -> None:
    values = {**TOPIC, "rows": 8, "names": list("abcdefgh")}
    fault = faults(tiny, shared, values, "en")["names"]
    assert (fault.code, fault.reason) == ("room_for_names", "There are too many names.")


def test_faults_are_in_the_language_asked_for(tiny: Method, shared: SharedTexts) -> None:
    assert faults(tiny, shared, {}, "et")["topic"].reason == "See väli tuleb täita."
    assert faults(tiny, shared, {}, "en")["topic"].reason == "This field must be filled in."


def test_a_brief_keeps_its_values_in_another_language(
    stakeholder_map: Method, shared: SharedTexts
) -> None:
    brief = make_brief(stakeholder_map, shared, {"issue": "Uus seadus tuleb", "groups": 2})
    other = in_language(stakeholder_map, shared, brief, "en")
    assert other.lang == other.values["lang"] == "en"
    assert other.values["title"] == "Stakeholder map"
    assert other.values["sectors"][0] == "State and local government"
    assert (other.values["issue"], other.values["groups"]) == ("Uus seadus tuleb", 2)


@pytest.mark.parametrize(
    ("field", "given", "allowed"),
    [
        ("topic", "", "5–140 tähemärki."),
        ("topic", None, "5–140 tähemärki."),
        ("topic", ["a"], "5–140 tähemärki."),
        ("participants", "palju", "Lubatud 2–60."),
        ("participants", True, "Lubatud 2–60."),
        ("names", {"a": 1}, "Kuni 3 väärtust."),
        ("names", ["a", " "], "Kuni 20 tähemärki."),
        ("names", ["a", {}], "Kuni 20 tähemärki."),
    ],
)
def test_an_empty_field_and_a_wrong_kind_of_value_are_told_what_is_allowed(
    tiny: Method, shared: SharedTexts, field: str, given: object, allowed: str
) -> None:
    assert faults(tiny, shared, {**TOPIC, field: given})[field].allowed == allowed
