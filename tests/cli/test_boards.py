"""`koosloome board …`, `harvest`, `share`, `doctor`: the real product on a sandbox."""

from __future__ import annotations

import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from harvest.reports import all_reports
from miro_sandbox.app import create_app
from miro_sandbox.server import Server
from miro_sandbox.state import open_state
from tests.cli.conftest import Koosloome, Ran

ISSUE = "issue=Kuidas korraldada maapiirkondade bussiliiklus?"


def _created(koosloome: Koosloome, *more: str, **environ: str) -> Ran:
    ran = koosloome(
        "board", "create", "stakeholder-map", "--set", ISSUE, "--json", *more, **environ
    )
    assert ran.code == 0, ran.err
    return ran


def test_create_answers_with_the_promised_object(koosloome: Koosloome) -> None:
    data = _created(koosloome).data
    assert set(data) == {
        "workshop",
        "method",
        "version",
        "lang",
        "world",
        "board",
        "items",
        "requests",
        "credits",
        "seconds",
    }
    assert data["world"] == "sandbox"
    assert data["items"]["planned"] == data["items"]["created"] > 100
    assert data["board"]["url"].endswith(f"/sandbox/board/{data['board']['id']}")


def test_the_world_is_named_beside_the_answer(koosloome: Koosloome) -> None:
    assert "harjutuskeskkond" in _created(koosloome).err


def test_a_board_is_listed_harvested_and_removed(koosloome: Koosloome, tmp_path: Path) -> None:
    made = _created(koosloome).data
    listed = koosloome("board", "list", "--json").data["workshops"]
    assert [(w["workshop"], w["state"]) for w in listed] == [(made["workshop"], "ready")]
    for ref in (made["workshop"], made["board"]["id"], made["board"]["url"]):
        summary = koosloome("harvest", ref, "--json").data
        assert summary["method"] == "stakeholder-map"
        assert summary["accounting"]["read"] == made["items"]["created"]
    ran = koosloome("harvest", made["workshop"], "-o", tmp_path / "kokkuvõte")
    assert ran.code == 0
    assert sorted(p.suffix for p in (tmp_path / "kokkuvõte").iterdir()) == [".json", ".md"]
    assert koosloome("board", "remove", made["workshop"], "--yes").code == 0
    assert koosloome("harvest", made["board"]["id"]).code == 4


def test_the_harvest_on_stdout_is_the_envelope_of_the_file(
    koosloome: Koosloome, tmp_path: Path
) -> None:
    ref = _created(koosloome).data["workshop"]
    target = tmp_path / "kokkuvõte.json"
    ran = koosloome("harvest", ref, "--json", "--format", "json", "-o", target)
    assert ran.data == json.loads(target.read_text(encoding="utf-8"))
    assert ran.data["schema"] == 1


def test_one_format_goes_into_one_file(koosloome: Koosloome, tmp_path: Path) -> None:
    ref = _created(koosloome).data["workshop"]
    target = tmp_path / "kokkuvõte.md"
    assert koosloome("harvest", ref, "-o", target).code == 0
    assert target.read_text(encoding="utf-8").startswith("# Osapoolte kaart")


def test_every_format_there_is_can_be_asked_for_and_is_told_of(
    koosloome: Koosloome, tmp_path: Path
) -> None:
    ref = _created(koosloome).data["workshop"]
    formats = [report.name for report in all_reports()]
    asked = [word for name in formats for word in ("--format", name)]
    assert koosloome("harvest", ref, *asked, "-o", tmp_path / "kõik").code == 0
    assert len(list((tmp_path / "kõik").iterdir())) == len(formats)
    told = koosloome("harvest", "--help").out
    assert ", ".join(formats) in " ".join(told.split())
    assert koosloome("harvest", ref, "-o", tmp_path / "lipikud.csv").code == 0
    assert (tmp_path / "lipikud.csv").read_text(encoding="utf-8-sig").startswith("Nr;Raam;Ala;")


def test_remove_asks_and_takes_only_a_clear_yes(koosloome: Koosloome) -> None:
    ref = _created(koosloome).data["workshop"]
    unasked = koosloome("board", "remove", ref)
    assert (unasked.code, "--yes" in unasked.err) == (2, True)
    refused = koosloome("board", "remove", ref, typed="e\n")
    assert (refused.code, "--yes" in refused.err) == (2, False)
    assert "Midagi ei eemaldatud." in refused.err
    assert koosloome("board", "remove", ref, typed="jah\n").code == 0


def test_a_wrong_brief_names_every_field_at_once(koosloome: Koosloome) -> None:
    ran = koosloome(
        "board",
        "create",
        "stakeholder-map",
        *("--set", "issue=x", "--set", "groups=99", "--set", "participants=viis"),
        *("--set", "isue=y"),
    )
    assert ran.code == 2
    assert all(name in ran.err for name in ("issue", "groups", "participants", "isue"))
    assert "1–10" in ran.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("board", "create", "pole-olemas"), 4),
        (("board", "preview", "pole-olemas", "-o", "x.svg"), 4),
        (("board", "resume", "w-olematu"), 4),
        (("board", "remove", "w-olematu", "--yes"), 4),
        (("harvest", "w-olematu"), 4),
        (("share", "pole-olemas"), 4),
        (("share", "open", "pole mall"), 4),
        (("share", "open", "{}"), 2),
        (("board", "preview", "stakeholder-map", "-o", "pilt.gif"), 2),
        (("board", "create", "stakeholder-map"), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_what_cannot_be_ends_with_its_code(
    koosloome: Koosloome,
    words: tuple[str, ...],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = koosloome(*words)
    assert ran.code == code, ran.err
    assert ran.err
    assert ran.out == ""


def test_a_preview_needs_no_world(koosloome: Koosloome, tmp_path: Path) -> None:
    for name, start in (("pilt.svg", b"<svg"), ("pilt.png", b"\x89PNG")):
        target = tmp_path / name
        ran = koosloome("board", "preview", "stakeholder-map", "--set", ISSUE, "-o", target)
        assert ran.code == 0, ran.err
        assert target.read_bytes().startswith(start)


def test_a_preview_to_look_closer_shows_every_word(koosloome: Koosloome, tmp_path: Path) -> None:
    target = tmp_path / "kaart.svg"
    koosloome("board", "preview", "stakeholder-map", "--set", ISSUE, "-o", target)
    assert "Kelle hääl on puudu?" in target.read_text(encoding="utf-8")


def test_a_dry_run_makes_nothing(koosloome: Koosloome) -> None:
    ran = koosloome("board", "create", "stakeholder-map", "--set", ISSUE, "--dry-run", "--json")
    assert ran.data["items"] > 100
    assert ran.data["credits"] > 0
    assert 1 < ran.data["seconds"] < 60
    assert koosloome("board", "list", "--json").data == {"workshops": []}


def test_share_writes_a_file_where_a_link_would_reach_nobody(
    koosloome: Koosloome, tmp_path: Path
) -> None:
    target = tmp_path / "mall.yaml"
    ran = koosloome(
        "share",
        "stakeholder-map",
        *("--set", ISSUE, "--set", "facilitator=Mari Maasikas", "-o", target, "--json"),
    )
    assert ran.code == 0
    assert ran.data["url"].startswith("http://127.0.0.1:8000/methods/stakeholder-map?")
    assert ran.data["left_out"] == ["facilitator"]
    assert "Maasikas" not in ran.out + target.read_text(encoding="utf-8")
    opened = koosloome("share", "open", target, "--json")
    assert opened.code == 0, opened.err
    assert opened.data["method"] == "stakeholder-map"


def test_with_a_public_address_share_gives_a_link_alone(koosloome: Koosloome) -> None:
    ran = koosloome(
        "share",
        "stakeholder-map",
        *("--set", ISSUE, "--json"),
        KOOSLOOME_PUBLIC_URL="https://koosloome.example",
    )
    assert ran.data["file"] is None
    assert ran.data["url"].startswith("https://koosloome.example/methods/stakeholder-map?lang=et")


def test_the_same_commands_speak_http(koosloome: Koosloome) -> None:
    with Server(create_app(open_state(None)), "127.0.0.1", 0) as server:
        live = {"MIRO_API_URL": server.url, "MIRO_ACCESS_TOKEN": "sandbox-mari"}
        made = _created(koosloome, **live).data
        assert made["world"] == "miro"
        summary = koosloome("harvest", made["board"]["id"], "--json", **live).data
        assert summary["accounting"]["read"] == made["items"]["created"]
        refused = koosloome(
            "board",
            "create",
            "stakeholder-map",
            *("--set", ISSUE),
            MIRO_API_URL=server.url,
            MIRO_ACCESS_TOKEN="vale",
        )
    assert refused.code == 3
    assert "MIRO_ACCESS_TOKEN" in refused.err
    assert "vale" not in refused.err


def test_doctor_tells_every_check(koosloome: Koosloome) -> None:
    ran = koosloome("doctor", "--json")
    assert ran.code == 0
    assert all(check["text"] for check in ran.data["checks"])


def test_doctor_names_a_token_that_is_not_accepted(koosloome: Koosloome) -> None:
    with Server(create_app(open_state(None)), "127.0.0.1", 0) as server:
        ran = koosloome("doctor", MIRO_API_URL=server.url, MIRO_ACCESS_TOKEN="vale")
    assert ran.code == 3


def test_a_format_nobody_makes_is_refused_before_the_board_is_read(koosloome: Koosloome) -> None:
    ref = _created(koosloome).data["workshop"]
    ran = koosloome("harvest", ref, "--format", "json", "--format", "banana")
    assert ran.code == 2
    assert "banana" in ran.err
    for report in all_reports():
        assert report.name in ran.err
    assert "%" not in ran.err
    assert "Loen" not in ran.err


def test_md_is_markdown(koosloome: Koosloome, tmp_path: Path) -> None:
    ref = _created(koosloome).data["workshop"]
    assert koosloome("harvest", ref, "--format", "md", "-o", tmp_path / "out").code == 0
    assert [file.suffix for file in (tmp_path / "out").iterdir()] == [".md"]


def test_miro_is_meant_and_nobody_is_signed_in(koosloome: Koosloome) -> None:
    ran = koosloome("board", "create", "stakeholder-map", "--set", ISSUE, "--world", "miro")
    assert ran.code == 3
    assert "Keegi pole Mirosse sisse logitud ja juurdepääsutunnust pole määratud." in ran.err
    assert "ei võta" not in ran.err


def test_a_refused_connection_is_told_in_a_sentence(koosloome: Koosloome) -> None:
    token = "sandbox-mari"
    ran = koosloome("login", typed=f"{token}\n", MIRO_API_URL="http://127.0.0.1:1")
    assert ran.code == 5
    assert "Ühendusest keelduti; kontrollige võrku ja muutujat MIRO_API_URL" in ran.err
    assert "HTTPConnectionPool" not in ran.err


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a disk that is full; in bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize(
    ("lang", "said"),
    [("et", "ketast ei saa lugeda ega kirjutada"), ("en", "the disk cannot be read or written")],
)
def test_a_database_that_fails_in_the_middle_is_said_in_plain_words(
    koosloome: Koosloome, lang: str, said: str
) -> None:
    assert koosloome("board", "list").code == 0
    words = ("board", "create", "stakeholder-map", "--set", ISSUE, "--lang", lang)
    with files_up_to(40_000):
        ran = koosloome(*words)
    assert ran.code == 5
    assert said in ran.err
    assert "koosloome.sqlite" in ran.err
    assert "koosloome board list" in ran.err
    assert "koosloome board resume" in ran.err
    assert koosloome(*words).code == 0
