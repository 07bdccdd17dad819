"""Pictures are drawn once, and a few are kept."""

from __future__ import annotations

from service.pictures import Pictures, tag_of


def test_a_picture_is_drawn_once() -> None:
    drawn: list[str] = []

    def draw() -> bytes:
        drawn.append("once")
        return b"<svg/>"

    pictures = Pictures()
    assert pictures.get("a", draw) == pictures.get("a", draw) == b"<svg/>"
    assert drawn == ["once"]


def test_the_picture_not_asked_for_longest_goes_first() -> None:
    drawn: list[str] = []
    pictures = Pictures(kept=2)
    for tag in ("a", "b", "a", "c", "a", "b"):

        def draw(tag: str = tag) -> bytes:
            drawn.append(tag)
            return tag.encode()

        pictures.get(tag, draw)
    assert drawn == ["a", "b", "c", "b"]


def test_a_tag_is_equal_for_equal_facts_only() -> None:
    facts = ({"issue": "Teema", "groups": 2}, {"groups": 2, "issue": "Teema"}, {"issue": "Teema"})
    first, second, other = (tag_of("svg", fact) for fact in facts)
    assert first == second != other
