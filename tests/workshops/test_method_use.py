"""A method of one's own is a draft, tried with a first harvest, adopted with a second person."""

from __future__ import annotations

from pathlib import Path

import pytest

from board_templates.statuses import restated, stated
from tests.workshops.test_new_method import CARD, ID, made
from workshops.koosloome import Koosloome
from workshops.requests_answers import CreateRequest, HarvestRequest
from workshops.settings import load_settings
from workshops.wiring import open_koosloome


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "own", CARD) / "method.yaml"


def opened(tmp_path: Path, person: str) -> Koosloome:
    environ = {
        "KOOSLOOME_HOME": str(tmp_path),
        "KOOSLOOME_METHODS": str(tmp_path / "own"),
        "MIRO_ACCESS_TOKEN": f"sandbox-{person}",
    }
    return open_koosloome(load_settings(environ))


def worked(tmp_path: Path, person: str) -> str | None:
    """Let a person prepare and harvest a board; return the status the library tells then."""
    with opened(tmp_path, person) as k:
        me = k.account()
        values = {"topic": "Bussid", "participants": 8}
        board = k.create(me, CreateRequest(method=ID, values=values, lang="et", new=True))
        k.harvest(me, board.workshop, HarvestRequest(lang="et"))
        assert len(k.summaries(me, board.workshop)) == 1
        return k.library.status(ID)


def test_use_moves_it_on(tmp_path: Path, file: Path) -> None:
    before = file.read_text("utf-8")
    assert stated(before) == "draft"
    assert worked(tmp_path, "mari") == "tried"
    assert worked(tmp_path, "mari") == "tried"
    assert worked(tmp_path, "jaan") == "adopted"
    assert file.read_text("utf-8") == restated(before, "adopted")
    assert [path.name for path in file.parent.glob(".*")] == []


def test_what_is_retired_stays_so_and_is_not_proposed(tmp_path: Path, file: Path) -> None:
    with opened(tmp_path, "mari") as k:
        question = k.choose({}, "et").questions[0]
        found = {
            option.id: [one.method for one in k.choose({question.id: option.id}, "et").proposals]
            for option in question.options
        }
        own = next(option for option, methods in found.items() if ID in methods)
        file.write_text(restated(file.read_text("utf-8"), "retired"), "utf-8")
        left = [one.method for one in k.choose({question.id: own}, "et").proposals]
        assert left == [method for method in found[own] if method != ID]
    assert worked(tmp_path, "mari") == "retired"


@pytest.mark.usefixtures("file")
def test_a_folder_that_cannot_be_written_loses_no_summary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, target: Path) -> Path:
        raise PermissionError(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    assert worked(tmp_path, "mari") == "draft"
