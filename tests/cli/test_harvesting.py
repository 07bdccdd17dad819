"""`koosloome harvest`: what a person fills in of the memo."""

from __future__ import annotations

from pathlib import Path

from cli.filling import left_open
from tests.cli.conftest import Koosloome
from tests.workshops.test_new_method import CARD, ID, made

ISSUE = "issue=Kuidas korraldada maapiirkondade bussiliiklus?"


def _workshop(koosloome: Koosloome) -> str:
    made = koosloome("board", "create", "stakeholder-map", "--set", ISSUE, "--json")
    assert made.code == 0, made.err
    return str(made.data["workshop"])


def test_the_memo_holds_what_was_filled_in(koosloome: Koosloome, tmp_path: Path) -> None:
    ref, file = _workshop(koosloome), tmp_path / "memo.md"
    said = ("--link", "https://riik.ee/k", "--next", "Kohtume uuesti", "--correct-by", "16.03.2027")
    ran = koosloome("harvest", ref, "--format", "memo", "-o", file, *said)
    assert ran.code == 0, ran.err
    memo = file.read_text(encoding="utf-8")
    assert "Kokkuvõte on siin: <https://riik.ee/k>" in memo
    assert "- Kohtume uuesti\n" in memo
    assert "hiljemalt 16. märtsil 2027. Ettepanekutele vastame hiljemalt " in memo
    assert "Kokkuvõtte kustutame " in memo
    assert "täitmata" not in ran.err


def test_what_was_not_filled_in_is_left_out_and_told(koosloome: Koosloome, tmp_path: Path) -> None:
    ref, file = _workshop(koosloome), tmp_path / "memo.md"
    ran = koosloome("harvest", ref, "--format", "memo", "-o", file, "--reply-by", "")
    assert "on siin" not in file.read_text(encoding="utf-8")
    assert "vastame" not in file.read_text(encoding="utf-8")
    assert "--link, --next, --correct-by, --reply-by" in ran.err
    assert left_open({"link": "x", "next": " "}) == ("--next", "--correct-by")


def test_who_fills_in_the_memo_gets_it(koosloome: Koosloome, tmp_path: Path) -> None:
    ref, folder = _workshop(koosloome), tmp_path / "kokkuvõte"
    assert koosloome("harvest", ref, "-o", folder, "--next", "Kohtume").code == 0
    assert "- Kohtume\n" in (folder / "stakeholder-map-memo.md").read_text(encoding="utf-8")
    assert len(list(folder.iterdir())) == 3
    file = tmp_path / "kiri.md"
    assert koosloome("harvest", ref, "-o", file, "--next", "Kohtume").code == 0
    assert "- Kohtume\n" in file.read_text(encoding="utf-8")


def test_wrong_ones_are_refused_before_the_board_is_read(koosloome: Koosloome) -> None:
    ref = _workshop(koosloome)
    ran = koosloome("harvest", ref, "--link", "siin", "--reply-by", "homme")
    assert ran.code == 2
    assert "link: peab olema aadress" in ran.err
    assert "reply_by: peab olema kuupäev" in ran.err
    assert "Loen" not in ran.err


def test_a_faulty_rule_of_ones_own_method_is_wrong_input(
    koosloome: Koosloome, tmp_path: Path
) -> None:
    file = made(tmp_path / "own", CARD) / "harvest.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("result:\n", 'result:\n  vigane: "1 / 0"\n', 1), "utf-8")
    here = {"KOOSLOOME_METHODS": str(tmp_path / "own")}
    board = koosloome(
        "board", "create", ID, "--set", "topic=Bussid", "--set", "participants=8", "--json", **here
    )
    ref = str(board.data["workshop"])
    ran = koosloome("harvest", ref, "-o", tmp_path / "kokkuvõte", **here)
    assert ran.code == 2
    assert "result.vigane: `1 / 0`" in ran.err
    assert f"koosloome methods check {file.parent}" in ran.err
    file.write_text(text, "utf-8")
    assert koosloome("harvest", ref, "-o", tmp_path / "kokkuvõte", **here).code == 0
