"""`koosloome methods choose`: by answers, by typing, as data."""

from __future__ import annotations

from tests.cli.conftest import Koosloome


def test_answers_given_beforehand_lead_to_a_method(koosloome: Koosloome) -> None:
    ran = koosloome("methods", "choose", "--answer", "need=proposal", "--answer", "people=15")
    assert ran.code == 0
    assert "Konsensustahvel (consensus-board)" in ran.out
    assert "Sobib 15 inimesele (4–40)." in ran.out
    assert ran.out.splitlines()[-1] == "koosloome methods show consensus-board"


def test_a_person_is_asked_and_may_skip(koosloome: Koosloome) -> None:
    ran = koosloome("methods", "choose", "--lang", "en", typed="\n99\n1\n3\n\n90\n")
    assert ran.code == 0
    assert ran.err.count("Number") == 6
    assert "This question needs an answer." in ran.err
    assert "Type a number from 1 to 9." in ran.err
    assert ran.out.index("problem-framing") < ran.out.index("problem-type")
    assert "Everyone describes" in ran.err


def test_as_data_the_questions_come_along(koosloome: Koosloome) -> None:
    asked = koosloome("methods", "choose", "--json").data
    assert [question["id"] for question in asked["questions"]] == ["need", "people", "minutes"]
    assert asked["proposals"] == []
    said = koosloome("methods", "choose", "--json", "--answer", "need=problem").data
    assert [question["id"] for question in said["questions"]][1] == "problem"
    assert {one["method"] for one in said["proposals"]} == {"problem-type", "problem-framing"}


def test_wrong_answers_are_all_named(koosloome: Koosloome) -> None:
    ran = koosloome("methods", "choose", "--answer", "need=x", "--answer", "people=x")
    assert ran.code == 2
    assert "need: „x“ ei ole vastus" in ran.err
    assert "people: siin peab olema täisarv 2–60" in ran.err
    assert koosloome("methods", "choose", "--answer", "needx").code == 2


def test_with_nobody_to_ask_the_answer_that_is_needed_is_named(koosloome: Koosloome) -> None:
    ran = koosloome("methods", "choose")
    assert ran.code == 2
    assert "--answer need=…: problem, who" in ran.err
