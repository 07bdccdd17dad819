"""A method folder is checked against who draws and who reads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.workshops.conftest import METHOD
from tests.workshops.test_new_method import CARD, made
from workshops.koosloome import Koosloome


@pytest.fixture
def folder(koosloome: Koosloome, tmp_path: Path) -> Path:
    copy = tmp_path / METHOD
    shutil.copytree(koosloome.library.folder(METHOD), copy)
    return copy


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_every_method_of_the_product_is_sound(koosloome: Koosloome) -> None:
    for method in koosloome.library.all():
        check = koosloome.check_method(koosloome.library.folder(method.id), "et")
        assert check.faults == ()
        assert (check.id, check.ok) == (method.id, True)


def test_a_zone_that_nobody_draws_is_named(koosloome: Koosloome, folder: Path) -> None:
    change(
        folder / "harvest.yaml",
        "F2.monitor: {off: [empty_zone]}",
        "F2.nowhere: {off: [empty_zone]}",
    )
    faults = koosloome.check_method(folder, "et").faults
    assert any("F2.nowhere" in fault.what and fault.file == "harvest.yaml" for fault in faults)


def test_a_reading_that_there_is_not_is_named(koosloome: Koosloome, folder: Path) -> None:
    change(folder / "harvest.yaml", "    grid: {", "    gridd: {")
    faults = koosloome.check_method(folder, "et").faults
    assert any("gridd" in fault.what for fault in faults)
    assert all(fault.remedy for fault in faults)


TRICKS = {
    "a long range": ("range(10 ** 9) | list | length", "`range(10 ** 9) | list | length`"),
    "a text times a number": ("'a' * 10 ** 9", "'a' ei ole arv"),
    "a tower of powers": ("9 ** 9 ** 9", "1000000000000000"),
    "a text that grows": ("range(1000) | join | list | join(range(1000) | join)", "100000"),
    "what is not there": ("brief.nothing.x", "`brief.nothing.x`"),
}


@pytest.mark.parametrize("kind", TRICKS)
def test_a_rule_that_no_board_can_meet_is_named_before_there_is_a_board(
    koosloome: Koosloome, folder: Path, kind: str
) -> None:
    rule, said = TRICKS[kind]
    change(folder / "harvest.yaml", "issue: brief.issue", f'issue: "{rule}"')
    (fault,) = koosloome.check_method(folder, "et").faults
    assert (fault.file, fault.what.partition(":")[0]) == ("harvest.yaml", "result.issue")
    text = (folder / "harvest.yaml").read_text("utf-8").splitlines()
    assert fault.line is not None
    assert "issue:" in text[fault.line - 1]
    assert said in fault.what
    assert fault.remedy


def test_a_rule_that_fails_only_where_people_wrote_is_named(
    koosloome: Koosloome, tmp_path: Path
) -> None:
    folder = made(tmp_path, CARD)
    change(
        folder / "harvest.yaml", "    notes: ideas1\n", "    {each: ideas1, value: it.text // 2}\n"
    )
    (fault,) = koosloome.check_method(folder, "et").faults
    assert (fault.file, fault.what.partition(":")[0]) == ("harvest.yaml", "result.ideas1.value")
    text = (folder / "harvest.yaml").read_text("utf-8").splitlines()
    assert fault.line is not None
    assert "it.text // 2" in text[fault.line - 1]
    assert fault.remedy


EXAMPLES = {
    "no map": ("brief: 5\n", 1, "„brief“"),
    "a field there is not": ("brief:\n  et: {issue: Koolivõrgu muutmine, teema: x}\n", 2, "teema"),
    "a field left out": ("brief:\n  en:\n    participants: 9\n", 2, "issue"),
    "a wrong value": (
        "brief:\n  et:\n    issue: Koolivõrgu muutmine\n    participants: 99\n",
        4,
        "participants",
    ),
    "acts that are none": ("brief: {}\nacts: jah\n", 2, "„acts“"),
    "a language there is not": ("brief: {fi: {issue: Kouluverkko}}\n", 1, "fi"),
}


@pytest.mark.parametrize("kind", EXAMPLES)
def test_an_example_that_cannot_be_used_is_named(
    koosloome: Koosloome, folder: Path, kind: str
) -> None:
    text, line, said = EXAMPLES[kind]
    (folder / "example.yaml").write_text(text, "utf-8")
    (fault,) = koosloome.check_method(folder, "et").faults
    assert (fault.file, fault.line) == ("example.yaml", line)
    assert said in fault.what
    assert fault.remedy


def test_a_folder_without_an_example_is_sound(koosloome: Koosloome, folder: Path) -> None:
    (folder / "example.yaml").unlink()
    assert koosloome.check_method(folder, "et").faults == ()


def test_faults_of_the_drawing_side_come_through(koosloome: Koosloome, folder: Path) -> None:
    (folder / "texts" / "en.yaml").unlink()
    check = koosloome.check_method(folder, "et")
    assert not check.ok
    assert check.id is None


def test_what_a_method_asks_is_said_in_both_languages(koosloome: Koosloome) -> None:
    for lang in ("et", "en"):
        fields = {field.name: field for field in koosloome.brief_form(METHOD, lang)}
        assert fields["issue"].required
        assert not fields["issue"].common
        assert fields["participants"].allowed == "2–60"
        assert fields["minutes"].default == "75"
        assert dict(fields["access"].choices)["private"] != "private"
        assert all(field.label for field in fields.values())
        assert fields["access"].as_json()["choices"][0].keys() == {"code", "label"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  issue: brief.issue", "  issue: breif.issue", "breif"),
        ("        when: brief.stance", "        when: breif.stance", "breif"),
        ("          power: \"'power' in it.tags\"", "          power: nosuch", "nosuch"),
        ("    where: it.stance and", "    where: nosuch and", "nosuch"),
        ("    values: {sector: it.label}", "    values: {sector: nosuch}", "nosuch"),
        ("      x: it.mean.x", "      x: nosuch.x", "nosuch"),
        ("    touching: {list: written,", "    touching: {list: nosuch,", "nosuch"),
        ("    grid: {list", "    gridd: {list", "gridd"),
        ("  F2.monitor: {off", "  F2.nowhere: {off", "F2.nowhere"),
        (
            "    grid: {list: named, zones: [F2.keep",
            "    grid: {list: named, zones: [F2.kep",
            "F2.kep",
        ),
    ],
)
def test_a_fault_of_harvest_yaml_has_its_line(
    koosloome: Koosloome, folder: Path, old: str, new: str, said: str
) -> None:
    file = folder / "harvest.yaml"
    change(file, old, new)
    (line,) = (n for n, text in enumerate(file.read_text("utf-8").splitlines(), 1) if new in text)
    faults = [f for f in koosloome.check_method(folder, "et").faults if said in f.what]
    assert faults
    # the name of a reading stands below the list that is named
    assert {fault.line for fault in faults} <= {line, line - 1}
    assert said == "gridd" or {fault.line for fault in faults} == {line}


def test_a_folder_that_is_not_there_is_one_fault(koosloome: Koosloome, tmp_path: Path) -> None:
    (fault,) = koosloome.check_method(tmp_path / "puudub", "et").faults
    assert fault.file == str(tmp_path / "puudub")
    assert fault.what == "Sellist kausta ei ole."
    file = tmp_path / "fail.yaml"
    file.write_text("id: x\n")
    (fault,) = koosloome.check_method(file, "et").faults
    assert fault.what == "See on fail."
    assert "method.yaml" in fault.remedy


def test_a_single_character_is_told_as_one() -> None:
    from workshops.brief_form import EACH, LETTERS  # noqa: PLC0415  # only words are asked for here
    from workshops.messages import said  # noqa: PLC0415  # as above

    assert said(LETTERS[0], {"span": 1}, "et") == "1 tähemärk"
    assert said(EACH[0], {"span": "kuni 1"}, "et") == "igaüks kuni 1 tähemärk"
