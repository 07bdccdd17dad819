"""What is filled in on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.briefs import values_from
from cli.texts import texts_in
from tests.cli.conftest import Koosloome
from workshops.errors import InputFaults

ET = texts_in("et")


def test_a_repeated_pair_makes_a_list() -> None:
    assert values_from(None, ["a=1", "b=x", "a=2"], ET) == {"a": ["1", "2"], "b": "x"}


def test_a_value_may_hold_an_equals_sign() -> None:
    assert values_from(None, ["issue=a = b"], ET) == {"issue": "a = b"}


def test_a_pair_beats_the_file(tmp_path: Path) -> None:
    file = tmp_path / "brief.yaml"
    file.write_text("issue: failist\nstart_time: 12:30\n", encoding="utf-8")
    assert values_from(file, ["issue=käsurealt"], ET) == {
        "issue": "käsurealt",
        "start_time": "12:30",
    }


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    file = tmp_path / "brief.yaml"
    file.write_text("- a\n- b\n", encoding="utf-8")
    with pytest.raises(InputFaults) as caught:
        values_from(file, ["oops", "=x"], ET)
    assert [fault.field for fault in caught.value.faults] == ["--brief", "--set", "--set"]


@pytest.mark.parametrize("content", [b"a: [1", b"\xff\xfe\x00", b"a: 1\na: 2\n", b"x" * 300_000])
def test_a_file_that_is_no_brief_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "brief.yaml"
    file.write_bytes(content)
    with pytest.raises(InputFaults):
        values_from(file, [], ET)


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ('issue: "Koolivõrk\nparticipants: 12\n', 1, "Siin avatud jutumärk on sulgemata."),
        ("issue: Kool\n\tparticipants: 12\n", 2, "Rea alguses on tabeldusmärk."),
        ("issue: Kool\nissue: Vald\n", 2, "Nimi „issue“ on siin kaks korda."),
    ],
)
def test_a_mistake_in_a_brief_is_told_with_its_line(
    tmp_path: Path, content: str, line: int, said: str
) -> None:
    file = tmp_path / "brief.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InputFaults) as caught:
        values_from(file, [], ET)
    assert f"brief.yaml:{line}: {said}" in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputFaults) as caught:
        values_from(tmp_path / "ei-ole.yaml", [], ET)
    assert "ei-ole.yaml" in str(caught.value)


def test_an_empty_file_fills_in_nothing(tmp_path: Path) -> None:
    file = tmp_path / "brief.yaml"
    file.write_text("", encoding="utf-8")
    assert values_from(file, [], ET) == {}


def test_a_file_that_is_not_there_is_told_in_the_language_of_the_command(
    koosloome: Koosloome, tmp_path: Path
) -> None:
    file = tmp_path / "{brief}.yaml"
    ran = koosloome("board", "preview", "stakeholder-map", "--brief", file)
    assert ran.code == 2
    assert f"--brief: {file}: faili ei saa lugeda (sellist faili ega kausta ei ole)" in ran.err
