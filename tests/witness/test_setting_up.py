"""The witnesses' environments are made from their locks, once."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tests.witness.places import Place
from tests.witness.setting_up import ensure

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def place_in(folder: Path) -> Place:
    lock = folder / "lock"
    lock.write_text("one==1", encoding="utf-8")
    return Place(lock, folder / "made")


def test_it_is_made_once_and_again_when_the_lock_changes(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    made: list[str] = []

    def make(place: Place) -> None:
        place.folder.mkdir(exist_ok=True)
        made.append(place.digest())

    for _ in range(2):
        ensure("It", place, make)
    assert place.ready()
    place.lock.write_text("one==2", encoding="utf-8")
    assert not place.ready()
    ensure("It", place, make)

    assert len(made) == len(set(made)) == 2


def test_what_cannot_be_made_is_told_and_not_taken_for_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = place_in(tmp_path)

    def make(place: Place) -> None:
        raise subprocess.CalledProcessError(1, ["pip", str(place.lock)])

    ensure("It", place, make)

    assert not place.ready()
    assert "It could not be set up, its tests will skip" in capsys.readouterr().err
