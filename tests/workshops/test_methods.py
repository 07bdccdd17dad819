"""A method folder is checked against who draws and who reads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.workshops.conftest import METHOD
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
