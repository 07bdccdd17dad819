"""Folders of strangers: nothing outside them is read, nothing in them can wear a machine out."""

from __future__ import annotations

from pathlib import Path

import pytest

from board_templates.errors import FaultyMethod
from board_templates.folder import read_folder
from board_templates.loading import load_method
from board_templates.shared_texts import SharedTexts
from board_templates.yaml_reading import SIZE_LIMIT
from tests.board_templates.method_folders import SOUND, changed, write_method


def refusal(folder: Path, shared: SharedTexts) -> str:
    with pytest.raises(FaultyMethod) as caught:
        load_method(folder, shared)
    return str(caught.value)


def test_a_file_that_leads_out_is_refused(tmp_path: Path, shared: SharedTexts) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(SOUND["board.yaml"], encoding="utf-8")
    folder = write_method(tmp_path, {"board.yaml": None})
    (folder / "board.yaml").symlink_to(secret)
    assert "leads out" in refusal(folder, shared)


def test_a_folder_that_leads_out_is_refused(tmp_path: Path, shared: SharedTexts) -> None:
    outside = write_method(tmp_path / "outside")
    folder = write_method(tmp_path, {"texts/et.yaml": None, "texts/en.yaml": None})
    (folder / "texts").symlink_to(outside / "texts")
    assert "leads out" in refusal(folder, shared)


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ({"board.yaml": "a: &a [1]\nb: [*a, *a]\n"}, "Anchors"),
        ({"board.yaml": "[" * 200_000}, "deep"),
        ({"board.yaml": "frames:\n" + "  - {id: F1, width: 1}\n" * 10_000}, "more than"),
        ({"guide/et.md": "x" * (SIZE_LIMIT + 1)}, "larger"),
        (changed("board.yaml", "way == 'slow'", "way * 99999999999"), "not a number"),
        (changed("board.yaml", "way == 'slow'", "range(99999999999)"), "range"),
        (changed("board.yaml", "way == 'slow'", "way.__class__.__mro__"), "__mro__"),
        (changed("board.yaml", "times: groups", "times: 99999999999"), "loop"),
        (changed("texts/et.yaml", "Mured", "'{% for i in range(999) %}x{% endfor %}'"), "for"),
        (changed("texts/et.yaml", "Mured", "'{{ ().__class__ }}'"), "__class__"),
        (changed("texts/et.yaml", "Mured", "'{% include \"/etc/passwd\" %}'"), "include"),
        (changed("board.yaml", "id: F2", "id: ../F2"), "id"),
        (changed("method.yaml", "id: tiny", "id: ../tiny"), "id"),
    ],
)
def test_hostile_folders_are_refused(
    tmp_path: Path, shared: SharedTexts, files: dict[str, str | None], what: str
) -> None:
    assert what in refusal(write_method(tmp_path, files), shared)


def test_ten_thousand_zones_are_refused(tmp_path: Path, shared: SharedTexts) -> None:
    zones = "".join(f'      - {{name: z{i}, box: "0, 0, 1, 1"}}\n' for i in range(500))
    piece = "      - {name: worries"
    files = changed("board.yaml", piece, zones + piece)
    assert "zones" in refusal(write_method(tmp_path, files), shared)
    looped = changed("board.yaml", "npp: 2}", "npp: 2, each: {as: z, times: 10000}}")
    assert "loop" in refusal(write_method(tmp_path / "looped", looped), shared)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    folder = write_method(tmp_path)
    (folder / "board.yaml").write_bytes(b"\xff\xfe\x00")
    assert ["UTF-8" in fault.what for fault in read_folder(folder).faults] == [True]
