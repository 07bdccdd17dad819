"""`koosloome methods new`: from a card file, from questions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.exits import Exit
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


def test_an_answer_that_does_not_do_is_asked_for_again(
    koosloome: Koosloome, tmp_path: Path
) -> None:
    typed = [
        "K", "Kolm ringi", "", "Räägime.", "Alati.", "Mitte kunagi.", "neli", "4-12", "tund", "60",
        "", "20", "Avame.", "", "20", "", "Kirjutame.", "20", "Lõpetame.", "",
        "Mured", "Mis vaevab?", "sinine", "Oranž", "mured", "1", "", "oma kogemus", "", "Mari",
    ]  # fmt: skip
    ran = koosloome("methods", "new", ID, "-o", tmp_path, typed="\n".join(typed))
    assert ran.code == 0, ran.err
    for told in ("„Nimi“ mahub ühele reale", "vaja vastata", "Kirjutage arv 1–9.", "3–9 kirjest"):
        assert told in ran.err
    assert "colour: orange" in (tmp_path / ID / "board.yaml").read_text()


def test_steps_that_do_not_make_the_time_are_asked_for_again(
    koosloome: Koosloome, tmp_path: Path
) -> None:
    steps = ["20", "Avame.", "20", "Kirjutame.", "10", "Lõpetame.", ""]
    typed = [*TYPED[:6], *steps, *TYPED[6:]]
    ran = koosloome("methods", "new", ID, "-o", tmp_path, typed="\n".join(typed))
    assert ran.code == 0, ran.err
    assert "Sammude minuteid on kokku 50, mitte 60. Kirjutage samme kokku 60 minutiks." in ran.err


def test_what_was_answered_is_kept_when_somebody_stops(
    koosloome: Koosloome, tmp_path: Path
) -> None:
    ran = koosloome("methods", "new", ID, "-o", tmp_path, typed="Kolm ringi\nRäägime.\n")
    assert ran.code == Exit.INTERRUPTED
    kept = tmp_path / f"{ID}.card.yaml"
    assert str(kept) in ran.err
    assert json.loads(kept.read_text()) == {"name": "Kolm ringi", "purpose": "Räägime."}
    assert not (tmp_path / ID).exists()


@pytest.mark.parametrize("wrong", ["kolm-ringi", "x-Kolm", "../x-kolm"])
def test_a_wrong_id_is_told_before_any_question(
    koosloome: Koosloome, tmp_path: Path, wrong: str
) -> None:
    ran = koosloome("methods", "new", wrong, "-o", tmp_path, typed="Kolm ringi\n")
    assert ran.code == Exit.WRONG_INPUT
    assert "Nimi" not in ran.err


def test_a_folder_that_is_there_is_told_before_any_question(
    koosloome: Koosloome, tmp_path: Path
) -> None:
    (tmp_path / ID).mkdir()
    ran = koosloome("methods", "new", ID, "-o", tmp_path, typed="Kolm ringi\n")
    assert ran.code == Exit.WRONG_INPUT
    assert "Nimi" not in ran.err
    assert not (tmp_path / f"{ID}.card.yaml").exists()


def test_without_a_card_and_a_person_it_is_refused(koosloome: Koosloome, tmp_path: Path) -> None:
    assert koosloome("methods", "new", ID, "-o", tmp_path).code == 2
    assert koosloome("methods", "new", ID, "--card", tmp_path / "none.yaml").code == 2
