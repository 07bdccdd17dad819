"""Tags by what they mean."""

from __future__ import annotations

from harvest.tags_known import group_of, known_tags
from tests.harvest.builders import shared, small_plan

KNOWN = known_tags(shared(), (small_plan(), small_plan("en")))


def test_titles_of_both_languages_have_one_meaning() -> None:
    assert KNOWN.neutral(["mitte avaldada", "Do not publish"]) == ("private",)
    assert KNOWN.neutral(["VÕIM", "power"]) == ("power",)


def test_every_common_tag_is_known_in_every_language() -> None:
    for tag in shared().common.tags:
        for title in shared().tag_titles(tag.id).values():
            expected = "group:7" if tag.id == "group" else tag.id
            assert KNOWN.neutral([title.replace("{{ g }}", "7")]) == (expected,)


def test_what_nobody_knows_stays_as_it_is() -> None:
    assert KNOWN.neutral(["Minu silt", "rühm", "rühm kolm"]) == ("Minu silt", "rühm", "rühm kolm")


def test_the_first_group_counts() -> None:
    assert group_of(["private", "group:3", "group:4"]) == "3"
    assert group_of(["private"]) is None
