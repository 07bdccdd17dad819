"""What harvest.yaml may say."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from board_templates.harvest_spec import HarvestSpec
from board_templates.problems import against
from board_templates.result_spec import Branch, Choose, NoteNumbers, Person, Rows, Say
from board_templates.zone_rules import zone_matches


def test_the_keys_of_a_mapping_tell_what_it_is() -> None:
    spec = HarvestSpec.model_validate(
        {
            "result": {
                "leaf": "brief.issue",
                "number": 3,
                "rows": {"each": "x", "fields": {"a": "it.a"}},
                "person": {"person": "it"},
                "say": {"say": "'hello'"},
                "choose": {"choose": "a", "of": {"b": "c"}},
                "notes": {"notes": "x"},
                "map": {"a": "b", "notes": {"notes": "x"}},
                "when": {"when": "a", "fields": {"a": "b"}},
            }
        }
    )
    kinds = [str, str, Rows, Person, Say, Choose, NoteNumbers, Branch, Branch]
    assert [type(node) for node in spec.result.values()] == kinds


def test_a_spec_reads_what_it_wrote() -> None:
    given = {
        "zones": {"F1.*": {"store": "never", "unless": "brief.all"}},
        "lists": {"a": {"notes": {"zones": ["F1.*"]}}},
        "result": {"x": {"each": "a", "as": "n", "fields": {"y": {"person": "n"}}}},
        "signals": [{"code": "empty", "joined": {}}],
    }
    spec = HarvestSpec.model_validate(given)
    assert HarvestSpec.model_validate_json(spec.model_dump_json()) == spec


def test_a_list_of_no_reading_is_told_in_the_quotes_of_the_language() -> None:
    with pytest.raises(ValidationError) as refused:
        HarvestSpec.model_validate({"lists": {"minu": {}}})
    (found,) = refused.value.errors()
    said = against(found)
    assert "the list “minu” needs exactly one reading; write `minu: {notes: {…}}`" in str(said)
    assert "loendil „minu“ peab olema täpselt üks lugemisviis" in said.said("et")


def test_rules_of_several_patterns_add_up_and_a_later_one_wins() -> None:
    spec = HarvestSpec.model_validate(
        {
            "zones": {
                "F1.*": {"kind": "open", "off": ["empty_zone"]},
                "F1.next": {"kind": "actions", "off": ["lone_voice"]},
            }
        }
    )
    rules = spec.rules_of("F1.next")
    assert (rules.kind, rules.off) == ("actions", ("empty_zone", "lone_voice"))
    assert spec.rules_of("F2.next").kind is None


@pytest.mark.parametrize(
    ("zone", "pattern", "fits"),
    [
        ("F1.a", "F1.*", True),
        ("F5b.final", "F5*.final", True),
        ("F1.slot1.room2", "F1.slot*", True),
        ("F10.a", "F1.*", False),
        ("T.round2", "T.round*", True),
    ],
)
def test_patterns(zone: str, pattern: str, *, fits: bool) -> None:
    assert zone_matches(zone, pattern) is fits


@pytest.mark.parametrize(
    "wrong",
    [
        {"lists": {"a": {}}},
        {"lists": {"a": {"notes": {}, "rows": {}}}},
        {"zones": {"F1": {}}},
        {"zones": {"F1.a": {"kind": "unheard"}}},
        {"result": {"a": "x" * 201}},
        {"result": {"a": {"each": "x", "unknown": 1}}},
        {"result": {"a": {"each": "x", "fields": {"b": "1"}, "by": "c"}}},
        {"result": {"a": "1"}, "points": ["b"]},
        {"result": {"a": "1"}, "left_open": {"b": {}}},
        {"more": {}},
    ],
)
def test_what_it_does_not_know_it_refuses(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        HarvestSpec.model_validate(wrong)


def test_every_expression_is_told_with_its_place() -> None:
    spec = HarvestSpec.model_validate(
        {
            "result": {"x": {"each": "a", "where": "b", "fields": {"y": "c"}}},
            "signals": [{"code": "empty", "when": "d"}],
        }
    )
    assert dict(spec.expressions()) == {
        "result.x.each": "a",
        "result.x.where": "b",
        "result.x.fields.y": "c",
        "signals[0].when": "d",
    }
