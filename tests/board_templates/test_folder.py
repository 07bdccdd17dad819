"""What is read of a folder; the tricks of strangers are in test_hostile_folders."""

from __future__ import annotations

from pathlib import Path

from board_templates.folder import OPTIONAL, REQUIRED, read_folder
from tests.board_templates.method_folders import SOUND, write_method


def test_only_the_files_of_the_format_are_read(tmp_path: Path) -> None:
    folder = write_method(tmp_path)
    (folder / "evil.py").write_text("raise SystemExit\n", encoding="utf-8")
    (folder / "texts" / "ru.yaml").write_text("a: 1\n", encoding="utf-8")
    found = read_folder(folder)
    assert found.faults == ()
    assert set(found.files) == set(SOUND) <= {*REQUIRED, *OPTIONAL}


def test_every_missing_file_is_named_but_one_that_may_be(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert [fault.file for fault in read_folder(empty).faults] == list(REQUIRED)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    folder = write_method(tmp_path)
    (folder / "board.yaml").write_bytes(b"\xff\xfe\x00")
    assert ["UTF-8" in fault.what for fault in read_folder(folder).faults] == [True]


def test_a_change_of_a_letter_or_of_the_name_changes_the_digest(tmp_path: Path) -> None:
    one = read_folder(write_method(tmp_path / "one"))
    same = read_folder(write_method(tmp_path / "two"))
    other = read_folder(write_method(tmp_path / "three", {"guide/et.md": "# Juhend.\n"}))
    assert one.digest == same.digest != other.digest
    renamed = one.path.rename(one.path.with_name("small"))
    assert read_folder(renamed).digest != one.digest
