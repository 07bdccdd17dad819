"""What doctor finds on the machine itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshops import checkups
from workshops.settings import Settings, load_settings


def settings(home: Path, **environ: str) -> Settings:
    return load_settings({"KOOSLOOME_HOME": str(home), **environ})


@pytest.mark.parametrize(
    ("version", "state"), [((3, 10), "missing"), ((3, 11), "ok"), ((3, 14), "ok")]
)
def test_python(version: tuple[int, int], state: str) -> None:
    assert checkups.python(version, "x").state == state


def test_a_home_that_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "home"
    file.write_text("", encoding="utf-8")
    assert checkups.home(file).state == "missing"
    assert checkups.home(tmp_path / "new" / "home").state == "ok"


def test_a_data_folder_that_others_can_look_into(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    assert list(checkups.seen_by_others(folder)) == []
    assert checkups.home(folder).state == "ok"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert list(checkups.seen_by_others(folder)) == []
    folder.chmod(0o755)
    [line] = checkups.seen_by_others(folder)
    assert (line.key, line.state) == ("home_open", "warning")


def test_folders_that_are_not_there_are_named(tmp_path: Path) -> None:
    [line] = checkups.folders([tmp_path, tmp_path / "none"])
    assert (line.state, line.facts) == ("warning", {"path": str(tmp_path / "none")})


def test_a_key_that_only_its_owner_reads(tmp_path: Path) -> None:
    file = tmp_path / "secret-key"
    file.write_text("k" * 40, encoding="ascii")
    file.chmod(0o600)
    [line] = checkups.key(settings(tmp_path))
    assert (line.key, line.state) == ("key_file", "ok")


@pytest.mark.parametrize(("mode", "shown"), [(0o640, "640"), (0o604, "604"), (0o666, "666")])
def test_a_key_that_others_can_read(tmp_path: Path, mode: int, shown: str) -> None:
    file = tmp_path / "secret-key"
    file.write_text("k" * 40, encoding="ascii")
    file.chmod(mode)
    [line] = checkups.key(settings(tmp_path))
    assert line.state == "warning"
    assert line.facts["mode"] == shown
    assert "k" * 40 not in str(line)


def test_an_empty_key(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("\n", encoding="ascii")
    [line] = checkups.key(settings(tmp_path))
    assert line.state == "missing"


def test_keys_that_are_given_or_come_later(tmp_path: Path) -> None:
    assert [line.key for line in checkups.key(settings(tmp_path))] == ["key_later"]
    given = settings(tmp_path, KOOSLOOME_SECRET_KEY="very-secret")
    [line] = checkups.key(given)
    assert (line.key, line.state) == ("key_given", "ok")
    assert "very-secret" not in str(line)


def test_a_service_for_many_without_a_key(tmp_path: Path) -> None:
    lines = list(checkups.key(settings(tmp_path, MIRO_CLIENT_ID="1")))
    assert (lines[0].key, lines[0].state) == ("key_given", "warning")


@pytest.mark.parametrize(
    ("environ", "states"),
    [
        ({}, []),
        ({"MIRO_CLIENT_ID": "1"}, ["warning"]),
        ({"MIRO_CLIENT_SECRET": "1"}, ["warning"]),
        ({"MIRO_CLIENT_ID": "1", "MIRO_CLIENT_SECRET": "1"}, ["ok"]),
    ],
)
def test_an_app_is_whole_or_not_there(
    tmp_path: Path, environ: dict[str, str], states: list[str]
) -> None:
    assert [line.state for line in checkups.app(settings(tmp_path, **environ))] == states


def test_catalogs(tmp_path: Path) -> None:
    for lang in ("et", "en"):
        folder = tmp_path / "cli" / "locales" / lang / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "cli.mo").write_bytes(b"")
    ready, bare = tmp_path / "cli" / "locales", tmp_path / "service" / "locales"
    assert checkups.catalogs([ready]).state == "ok"
    line = checkups.catalogs([ready, bare])
    assert (line.state, line.facts) == ("missing", {"rooms": "service"})
