"""Words that are wrong, help in two languages, versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.commands import ROOT
from tests.cli.conftest import Koosloome

COMMANDS = [
    ("methods",),
    ("methods", "list"),
    ("methods", "show"),
    ("methods", "check"),
    ("board",),
    ("board", "preview"),
    ("board", "create"),
    ("board", "resume"),
    ("board", "list"),
    ("board", "check"),
    ("board", "restore"),
    ("board", "pack"),
    ("board", "remove"),
    ("harvest",),
    ("checkpoint",),
    ("watch",),
    ("share",),
    ("share", "open"),
    ("demo",),
    ("serve",),
    ("worker",),
    ("sandbox", "serve"),
    ("login",),
    ("logout",),
    ("doctor",),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_help_in_both_languages(
    koosloome: Koosloome, words: tuple[str, ...]
) -> None:
    estonian = koosloome(*words, "--help")
    english = (
        koosloome(*words, "--lang", "en", "--help")
        if len(words) > 1 or words[0] not in {"methods", "board", "share"}
        else koosloome("--lang", "en", *words, "--help")
    )
    assert (estonian.code, english.code) == (0, 0)
    assert estonian.out.startswith("Kasutus: koosloome")
    assert english.out.startswith("Usage: koosloome")


def test_the_table_of_help_covers_every_command() -> None:
    assert {words[0] for words in COMMANDS} == set(ROOT)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["methds"], "methods"),
        (["board", "nope"], "preview"),
        (["board", "list", "--jsn"], "--json"),
        (["harvest"], "REF"),
        (["methods", "list", "--world", "mars"], "sandbox"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_wrong_words_end_with_two_and_name_what_there_is(
    koosloome: Koosloome, words: list[str], told: str
) -> None:
    ran = koosloome(*words)
    assert ran.code == 2
    assert told in ran.err
    assert "--help" in ran.err
    assert ran.out == ""


def test_a_wrong_setting_is_named_by_its_variable(koosloome: Koosloome) -> None:
    ran = koosloome("methods", "list", KOOSLOOME_PUBLIC_URL="kodu")
    assert ran.code == 2
    assert "KOOSLOOME_PUBLIC_URL" in ran.err


def test_a_fault_of_ours_tells_its_kind_and_not_its_text(koosloome: Koosloome, home: Path) -> None:
    home.parent.mkdir(exist_ok=True)
    home.write_text("a file where the folder should be", encoding="utf-8")
    ran = koosloome("board", "list")
    assert ran.code == 1
    assert str(home) not in ran.err
