"""How far a method has come is one line of its file: harvests move it on, people take it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from board_templates.library import Library
from board_templates.statuses import STATUSES, Status, after_use, restated, stated
from tests.board_templates.method_folders import changed, write_method


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("id: x-a\nstatus: draft\n", "draft"),
        ("status:   tried   # 2026\r\nid: x-a\r\n", "tried"),
        ("id: x-a\n", None),
        ("status: done\n", None),
        ("data:\n  status: draft\n", None),
    ],
)
def test_the_line_is_read(text: str, status: Status | None) -> None:
    assert stated(text) == status


def test_nothing_but_the_word_changes() -> None:
    text = "# minu\r\nid: x-a\r\nstatus:  draft   # veel\r\ndata: {status: draft}\r\n"
    said = restated(text, "adopted")
    assert said == text.replace("status:  draft ", "status:  adopted ")
    assert restated("id: x-a\n", "tried") == "id: x-a\n"


@pytest.mark.parametrize(
    ("before", "people", "after"),
    [
        ("draft", 0, "draft"),
        ("draft", 1, "tried"),
        ("draft", 2, "adopted"),
        ("tried", 1, "tried"),
        ("tried", 2, "adopted"),
        ("adopted", 1, "adopted"),
        ("retired", 5, "retired"),
        (None, 5, None),
    ],
)
def test_use_moves_a_method_on(before: Status | None, people: int, after: Status | None) -> None:
    assert after_use(before, people) == after


def test_a_library_tells_the_status_as_it_is_now(tmp_path: Path) -> None:
    folder = write_method(
        tmp_path, changed("method.yaml", "version: 3", "version: 3\nstatus: draft")
    )
    library = Library([tmp_path])
    assert library.status("tiny") == "draft"
    file = folder / "method.yaml"
    file.write_text(restated(file.read_text("utf-8"), "retired"), "utf-8")
    assert library.status("tiny") == "retired"
    assert {entry.status for entry in library.catalogue if entry.id != "tiny"} == {None}


@pytest.mark.parametrize("lang", ["et", "en"])
def test_every_status_has_a_name(lang: str) -> None:
    assert set(Library().statuses(lang)) == set(STATUSES)


def test_a_folder_may_be_a_method_itself_and_one_without_any_is_named(tmp_path: Path) -> None:
    folder = write_method(tmp_path / "own")
    library = Library([folder, tmp_path / "nowhere", tmp_path])
    assert "tiny" in library.ids()
    assert library.barren == (tmp_path / "nowhere", tmp_path)
