"""Words that are wrong, help in two languages, versions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
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
    assert koosloome("board", "list").code == 0
    with closing(sqlite3.connect(home / "koosloome.sqlite")) as database:
        database.execute("ALTER TABLE workshops RENAME TO private_words")
    ran = koosloome("board", "list")
    assert ran.code == 1
    assert "OperationalError" in ran.err
    assert "workshops" not in ran.err


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://mari:saladus@127.0.0.1:1/none", "127.0.0.1:1/none ei saa avada: seal ei"),
        ("banana", "banana ei saa avada: see ei ole andmebaasi aadress"),
        ("sqlite:////dev/null/x.sqlite", "x.sqlite ei saa avada: "),
    ],
)
def test_a_database_that_cannot_be_opened_is_a_wrong_setting(
    koosloome: Koosloome, address: str, told: str
) -> None:
    ran = koosloome("board", "list", KOOSLOOME_DATABASE_URL=address)
    assert (ran.code, ran.out) == (2, "")
    assert "KOOSLOOME_DATABASE_URL: andmebaasi " in ran.err
    assert told in ran.err
    assert "saladus" not in ran.err


@pytest.mark.parametrize("words", [("board", "list"), ("sandbox", "serve", "--port", "0")])
def test_a_data_folder_that_cannot_be_made_is_a_wrong_setting(
    koosloome: Koosloome, home: Path, words: tuple[str, ...]
) -> None:
    home.write_text("a file where the folder should be", encoding="utf-8")
    ran = koosloome(*words)
    assert ran.code == 2
    assert f"KOOSLOOME_HOME: andmekausta {home} ei saa kasutada: selle asemel on fail" in ran.err


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [
        ("koosloome.sqlite", ("board", "list"), "ei saa avada: fail ei ole andmebaas"),
        ("sandbox.sqlite", ("sandbox", "serve", "--port", "0"), "harjutuskeskkonna faili"),
    ],
)
def test_a_file_of_the_data_folder_that_is_something_else(
    koosloome: Koosloome, home: Path, name: str, words: tuple[str, ...], told: str
) -> None:
    home.mkdir()
    (home / name).write_text("no database, though long enough to be one. " * 40, encoding="utf-8")
    ran = koosloome(*words)
    assert ran.code == 2
    assert "KOOSLOOME_HOME: " in ran.err
    assert told in ran.err
