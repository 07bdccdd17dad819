"""What is left to do by hand after a board was made."""

from __future__ import annotations

import pytest

from workshops.requests_answers import Difference
from workshops.sharing_texts import by_hand

OTHER = Difference(key="note", what="text", planned="a", found="b")


@pytest.mark.parametrize(
    ("what", "planned", "found", "said"),
    [
        ("access_by_link", "edit", "private", "link cannot open it as you asked"),
        ("access_by_link", "edit", "view", "link cannot open it as you asked"),
        ("access_of_team", "edit", "view", "your team cannot open it as you asked"),
        ("access_by_link", "private", "edit", "everyone who gets its link do more"),
        ("access_of_team", "private", "edit", "your whole team do more"),
        ("access_of_team", "edit", "something new", "your team cannot open it as you asked"),
    ],
)
def test_sharing_otherwise_than_asked_says_what_to_do(
    what: str, planned: str, found: str, said: str
) -> None:
    opened = Difference(key="board", what=what, planned=planned, found=found)
    [line] = by_hand([OTHER, opened], (), "en")
    assert said in line
    assert "choose Share" in line


@pytest.mark.parametrize(
    ("lang", "said"),
    [("et", "Kutseta jäid: a@b.ee, c@d.ee"), ("en", "Not invited: a@b.ee, c@d.ee")],
)
def test_who_was_not_invited_is_named(lang: str, said: str) -> None:
    [line] = by_hand([OTHER], ("a@b.ee", "c@d.ee"), lang)
    assert said in line


def test_nothing_is_said_where_all_is_as_asked() -> None:
    assert by_hand([OTHER], (), "et") == ()
