"""What people are told to type is what works where they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.calling import called


@pytest.fixture
def command(tmp_path: Path) -> Path:
    file = tmp_path / ".venv" / "bin" / "koosloome"
    file.parent.mkdir(parents=True)
    file.touch(mode=0o755)
    return file


@pytest.mark.parametrize("word", [".venv/bin/koosloome", "{command}"])
def test_a_command_that_is_not_found_by_name_is_told_by_its_way(
    command: Path, tmp_path: Path, word: str
) -> None:
    typed = word.format(command=command)
    assert called(typed, "", tmp_path) == ".venv/bin/koosloome"
    assert called(str(command), "", command.parent) == "./koosloome"
    assert called(str(command), "", tmp_path / "elsewhere") == str(command)


def test_a_command_that_is_found_by_name_is_told_by_it(command: Path, tmp_path: Path) -> None:
    assert called(str(command), str(command.parent), tmp_path) == "koosloome"


def test_another_command_of_that_name_is_not_meant(command: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "koosloome"
    other.parent.mkdir()
    other.touch(mode=0o755)
    assert called(str(command), str(other.parent), tmp_path) == ".venv/bin/koosloome"


def test_what_runs_it_otherwise_has_no_way_to_tell(tmp_path: Path) -> None:
    assert called("-c", "", tmp_path) == "koosloome"
    assert called(str(tmp_path / "koosloome"), "", tmp_path) == "koosloome"
