"""`board pack`: files in a folder, their names as the answer."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Koosloome

ISSUE = "issue=Kuidas parandada kaasamist?"


def workshop(koosloome: Koosloome, *more: str) -> str:
    words = [word for value in (ISSUE, *more) for word in ("--set", value)]
    made = koosloome("board", "create", "stakeholder-map", *words, "--json")
    return str(made.data["workshop"])


def test_the_pack_is_written_into_a_folder(koosloome: Koosloome, tmp_path: Path) -> None:
    ref = workshop(koosloome, "session_date=15.03.2027", "start_time=14.30")
    folder = tmp_path / "pakett"
    ran = koosloome("board", "pack", ref, "-o", folder, "--place", "Tartu")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        str(folder / name) for name in ("pack.html", "pack.md", "invitation.ics")
    ]
    assert all((folder / name).stat().st_size for name in ("pack.html", "pack.md"))
    assert "Kutsest jäi välja: kontakt (--contact), arutelujuht" in ran.err


def test_json_names_the_files_and_what_is_missing(koosloome: Koosloome, tmp_path: Path) -> None:
    ref = workshop(koosloome)
    ran = koosloome("board", "pack", ref, "-o", tmp_path, "--json", "--lang", "en")
    assert ran.data["workshop"] == ref
    assert ran.data["files"] == [str(tmp_path / "pack.html"), str(tmp_path / "pack.md")]
    assert "place" in ran.data["left_out"]
    assert (tmp_path / "pack.md").read_text(encoding="utf-8").count("Run sheet") == 1


def test_wrong_values_are_named_and_nothing_is_written(
    koosloome: Koosloome, tmp_path: Path
) -> None:
    ref = workshop(koosloome)
    ran = koosloome("board", "pack", ref, "-o", tmp_path / "x", "--delete-on", "juuni")
    assert ran.code == 2
    assert "delete_on" in ran.err
    assert not (tmp_path / "x").exists()


def test_no_such_workshop_ends_with_four(koosloome: Koosloome) -> None:
    assert koosloome("board", "pack", "w-0000000000").code == 4
