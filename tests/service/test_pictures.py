"""Equal pictures have equal tags."""

from __future__ import annotations

from service.pictures import tag_of


def test_a_tag_is_equal_for_equal_facts_only() -> None:
    facts = ({"issue": "Teema", "groups": 2}, {"groups": 2, "issue": "Teema"}, {"issue": "Teema"})
    first, second, other = (tag_of("svg", fact) for fact in facts)
    assert first == second != other
