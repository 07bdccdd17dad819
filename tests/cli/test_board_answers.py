"""What is said of a board that was made: who can open it, who was invited."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Koosloome

ISSUE = "issue=Kuidas korraldada maapiirkondade bussiliiklus?"


@pytest.mark.parametrize(
    ("lang", "said"),
    [("et", "Kutse saadeti: mari@asutus.ee, jyri@asutus.ee"), ("en", "Invited by e-mail: mari")],
)
def test_who_was_invited_is_told(koosloome: Koosloome, lang: str, said: str) -> None:
    people = ("--invite", "mari@asutus.ee", "--invite", "jyri@asutus.ee")
    ran = koosloome("board", "create", "stakeholder-map", "--set", ISSUE, *people, "--lang", lang)
    assert ran.code == 0
    assert said in ran.err


def test_a_script_that_reads_json_is_told_it_on_the_side(koosloome: Koosloome) -> None:
    ran = koosloome(
        *("board", "create", "stakeholder-map", "--set", ISSUE, "--json"),
        *("--invite", "mari@asutus.ee"),
    )
    assert ran.data["items"]["created"] > 0
    assert "Kutse saadeti: mari@asutus.ee" in ran.err
