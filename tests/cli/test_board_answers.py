"""What is said of a board that was made: who can open it, who was invited."""

from __future__ import annotations

import pytest

from cli.board_answers import sharing_lines
from cli.texts import texts_in
from tests.cli.conftest import Koosloome
from workshops.requests_answers import Difference

ISSUE = "issue=Kuidas korraldada maapiirkondade bussiliiklus?"


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
    other = Difference(key="note", what="text", planned="a", found="b")
    differences = [other, Difference(key="board", what=what, planned=planned, found=found)]
    [line] = sharing_lines(differences, texts_in("en"))
    assert said in line
    assert "choose Share" in line


@pytest.mark.parametrize(
    ("lang", "said"),
    [("et", "Kutse saadeti: mari@asutus.ee, jyri@asutus.ee"), ("en", "Invited by e-mail: mari")],
)
def test_who_was_invited_is_told(koosloome: Koosloome, lang: str, said: str) -> None:
    people = ("--invite", "mari@asutus.ee", "--invite", "jyri@asutus.ee")
    ran = koosloome("board", "create", "stakeholder-map", "--set", ISSUE, *people, "--lang", lang)
    assert ran.code == 0
    assert said in ran.err
