"""`koosloome methods new`: from a card file, from questions."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Koosloome
from tests.workshops.test_new_method import CARD, ID

TYPED = [
    "Kolm ringi", "Räägime.", "Alati.", "Mitte kunagi.", "4-12", "60",
    "20", "Avame.", "20", "Kirjutame.", "20", "Lõpetame.", "",
    "Mured", "Mis vaevab?", "", "ideas", "", "oma kogemus", "", "Mari",
]  # fmt: skip


def test_a_card_becomes_a_method_of_the_list(koosloome: Koosloome, tmp_path: Path) -> None:
    card, own = tmp_path / "card.yaml", tmp_path / "own"
    card.write_text(json.dumps(CARD))
    ran = koosloome("methods", "new", ID, "--card", card, KOOSLOOME_METHODS=str(own))
    assert (ran.code, ran.err) == (0, "")
    assert (own / ID / "board.yaml").is_file()
    assert ID in koosloome("methods", "list", KOOSLOOME_METHODS=str(own)).out
    assert koosloome("methods", "show", ID, KOOSLOOME_METHODS=str(own)).code == 0


def test_questions_make_a_card(koosloome: Koosloome, tmp_path: Path) -> None:
    ran = koosloome("methods", "new", ID, "-o", tmp_path, typed="\n".join(TYPED))
    assert ran.code == 0, ran.err
    assert "export KOOSLOOME_METHODS=" in ran.out
    assert koosloome("methods", "check", tmp_path / ID).code == 0


def test_answers_that_do_not_do_are_kept(koosloome: Koosloome, tmp_path: Path) -> None:
    ran = koosloome("methods", "new", ID, "-o", tmp_path, typed="\n".join(["K", *TYPED[1:]]))
    assert ran.code == 2
    assert "„Nimi“ mahub ühele reale" in ran.err
    assert json.loads((tmp_path / f"{ID}.card.yaml").read_text())["name"] == "K"


def test_without_a_card_and_a_person_it_is_refused(koosloome: Koosloome, tmp_path: Path) -> None:
    assert koosloome("methods", "new", ID, "-o", tmp_path).code == 2
    assert koosloome("methods", "new", ID, "--card", tmp_path / "none.yaml").code == 2
