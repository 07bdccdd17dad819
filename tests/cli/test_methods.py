"""`koosloome methods …` over the library that comes with the product."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Koosloome
from tests.workshops.test_new_method import CARD, ID, made

FOLDER = Path(__file__).parents[2] / "board_templates" / "methods" / "stakeholder-map"


def test_the_list_is_one_json_object(koosloome: Koosloome) -> None:
    ran = koosloome("methods", "list", "--json")
    entries = {entry["id"]: entry for entry in ran.data["methods"]}
    assert ran.code == 0
    assert entries["stakeholder-map"]["name"] == "Osapoolte kaart"
    assert entries["stakeholder-map"]["minutes"] == {"default": 75, "min": 60, "max": 120}


def test_the_list_speaks_the_language_asked_for(koosloome: Koosloome) -> None:
    assert "Stakeholder map" in koosloome("methods", "list", "--lang", "en").out
    assert "Kavandamine" in koosloome("methods", "list").out


def test_a_method_shows_what_is_to_be_filled_in(koosloome: Koosloome) -> None:
    ran = koosloome("methods", "show", "stakeholder-map")
    assert ran.code == 0
    assert "*issue" in ran.out
    assert "Teema või otsus" in ran.out
    assert "Tõstame lipikud kaardile" in ran.out
    assert "2. Asetame kaardile: Arvestame ja hoiame sidet" in ran.out
    assert "Kokkuvõte annab: Teema või otsus, Osapooled" in ran.out
    assert "Allikad: " in ran.out


def test_the_guide_of_a_method_is_one_option_away(koosloome: Koosloome) -> None:
    shown = koosloome("methods", "show", "six-hats")
    guide = koosloome("methods", "show", "six-hats", "--guide")
    assert shown.out.splitlines()[-2:] == [
        "koosloome methods show six-hats --guide",
        "koosloome board create six-hats --set …",
    ]
    assert guide.out.startswith("# Kuus mõttemütsi: kuidas juhtida\n")
    assert "## Kuidas kokkuvõte tahvlit loeb" in guide.out
    english = koosloome("methods", "show", "six-hats", "--guide", "--json", "--lang", "en").data
    assert english["guide"].startswith("# Six thinking hats")


def test_steps_of_an_example_of_another_length_say_so(koosloome: Koosloome) -> None:
    assert "Sammud (näites 180 min)" in koosloome("methods", "show", "open-space").out
    assert "Sammud\n" in koosloome("methods", "show", "six-hats").out


def test_a_method_as_data_names_its_brief_and_steps(koosloome: Koosloome) -> None:
    data = koosloome("methods", "show", "stakeholder-map", "--json", "--lang", "en").data
    required = [field["name"] for field in data["brief"] if field["required"]]
    assert required == ["issue"]
    assert sum(step["minutes"] for step in data["steps"]) == 75


def test_an_unknown_method_names_near_ones(koosloome: Koosloome) -> None:
    ran = koosloome("methods", "show", "stakeholder-mop")
    assert ran.code == 4
    assert "stakeholder-map" in ran.err
    assert ran.out == ""


@pytest.mark.parametrize("example", [None, "brief: 5\n", "brief: {et: {}}\n"])
def test_a_method_without_an_example_to_be_used_is_shown_all_the_same(
    koosloome: Koosloome, tmp_path: Path, example: str | None
) -> None:
    copy = shutil.copytree(FOLDER, tmp_path / "stakeholder-map")
    (copy / "example.yaml").unlink()
    if example is not None:
        (copy / "example.yaml").write_text(example, encoding="utf-8")
    ran = koosloome("methods", "show", "stakeholder-map", KOOSLOOME_METHODS=str(tmp_path))
    assert ran.code == 0
    assert "Kogume osapooled" in ran.out
    shown = koosloome(
        "methods", "show", "stakeholder-map", "--json", KOOSLOOME_METHODS=str(tmp_path)
    )
    assert sum(step["minutes"] for step in shown.data["steps"]) == 75


def test_a_good_folder_passes_the_check(koosloome: Koosloome) -> None:
    ran = koosloome("methods", "check", FOLDER)
    assert (ran.code, ran.err) == (0, "")
    assert "stakeholder-map" in ran.out


def test_a_faulty_folder_is_told_by_file_line_and_remedy(
    koosloome: Koosloome, tmp_path: Path
) -> None:
    (tmp_path / "x-vigane").mkdir()
    (tmp_path / "x-vigane" / "method.yaml").write_text("id: x-vigane\nid: jälle\n")
    ran = koosloome("methods", "check", tmp_path / "x-vigane", "--json")
    assert ran.code == 2
    assert not ran.data["ok"]
    places = [(fault["file"], fault["line"]) for fault in ran.data["faults"]]
    assert ("method.yaml", 2) in places
    assert ("board.yaml", None) in places
    assert all(fault["what"] and fault["remedy"] for fault in ran.data["faults"])


def test_faults_are_told_in_the_language_asked_for(koosloome: Koosloome, tmp_path: Path) -> None:
    (tmp_path / "x-vigane").mkdir()
    (tmp_path / "x-vigane" / "method.yaml").write_text("id: x-vigane\nfoo: 3\n")
    estonian = koosloome("methods", "check", tmp_path / "x-vigane", "--lang", "et").out
    english = koosloome("methods", "check", tmp_path / "x-vigane", "--lang", "en").out
    assert "method.yaml:2: „foo“: sellist välja ei ole." in estonian
    assert "method.yaml:2: “foo”: there is no such field." in english
    assert not set(estonian.splitlines()) & set(english.splitlines())


def test_the_list_names_a_folder_it_leaves_out(koosloome: Koosloome, tmp_path: Path) -> None:
    (tmp_path / "x-vigane").mkdir()
    (tmp_path / "x-vigane" / "method.yaml").write_text("id: x-vigane\n")
    ran = koosloome("methods", "list", "--json", KOOSLOOME_METHODS=str(tmp_path))
    assert ran.code == 0
    ids = [entry["id"] for entry in ran.data["methods"]]
    assert "stakeholder-map" in ids
    assert "x-vigane" not in ids
    assert f"koosloome methods check {tmp_path / 'x-vigane'}" in ran.err
    assert koosloome("methods", "show", "x-vigane", KOOSLOOME_METHODS=str(tmp_path)).code == 2


def test_the_version_is_told_in_the_language_of_the_command(koosloome: Koosloome) -> None:
    assert "(stakeholder-map, versioon " in koosloome("methods", "show", "stakeholder-map").out
    told = koosloome("methods", "show", "stakeholder-map", "--lang", "en").out
    assert "(stakeholder-map, version " in told


def test_the_status_of_an_own_method_is_told(koosloome: Koosloome, tmp_path: Path) -> None:
    own = tmp_path / "own"
    made(own, CARD)
    here = {"KOOSLOOME_METHODS": str(own)}
    assert "Kolm ringi (mustand)" in koosloome("methods", "list", **here).out
    assert "Status: draft" in koosloome("methods", "show", ID, "--lang", "en", **here).out
    entries = koosloome("methods", "list", "--json", **here).data["methods"]
    assert {entry["status"] for entry in entries} == {"draft", None}


def test_one_bad_folder_takes_no_other_down(koosloome: Koosloome, tmp_path: Path) -> None:
    own, nowhere = tmp_path / "own", tmp_path / "puudub"
    made(own, CARD)
    for name, text in (("x-halb", "id: [" * 9), ("\x1b[2Jx", "id: x")):
        (own / name).mkdir()
        (own / name / "method.yaml").write_text(text, "utf-8")
    ran = koosloome("methods", "list", KOOSLOOME_METHODS=f"{own}:{nowhere}")
    assert ran.code == 0
    assert ID in ran.out
    assert "stakeholder-map" in ran.out
    assert f"koosloome methods check {own / 'x-halb'}" in ran.err
    assert "\x1b" not in ran.err
    assert f"Kaustas {nowhere} ei ole ühtegi meetodit" in ran.err


def test_a_faulty_folder_takes_no_method_of_the_product_away(
    koosloome: Koosloome, tmp_path: Path
) -> None:
    faulty = tmp_path / "own" / "six-hats"
    faulty.mkdir(parents=True)
    (faulty / "method.yaml").write_text("id: six-hats\n")
    here = {"KOOSLOOME_METHODS": str(faulty.parent)}
    brief = ("--set", "focus=Kas kolime uude majja?")
    picture = ("board", "preview", "six-hats", *brief, "-o", tmp_path / "hats.svg")
    made = ("board", "create", "six-hats", *brief, "--dry-run")
    for words in (("methods", "list"), ("methods", "show", "six-hats"), picture, made):
        ran = koosloome(*words, **here)
        assert ran.code == 0, ran.err
        assert ran.err.count(f"Kaustas {faulty} on vigu") == 1
        assert f"koosloome methods check {faulty}" in ran.err
    assert "Kaustas" not in koosloome("methods", "list").err


def test_sources_are_told_in_the_language_of_the_command(koosloome: Koosloome) -> None:
    told = koosloome("methods", "show", "reflection-retro", "--lang", "et").out
    assert "Derby ja Larsen, Agile Retrospectives (2006)" in told
    assert "Küsimuste järjekord ORIDi järgi" in told
    told = koosloome("methods", "show", "reflection-retro", "--lang", "en").out
    assert "Derby and Larsen, Agile Retrospectives (2006)" in told
    assert "Order of questions after ORID" in told
