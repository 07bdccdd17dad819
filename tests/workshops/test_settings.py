"""What the variables of the environment mean."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workshops.errors import InputFaults
from workshops.settings import load_settings
from workshops.worlds import World


def test_nothing_set_is_a_sandbox_on_this_machine() -> None:
    settings = load_settings({})
    assert settings.home.name == "koosloome"
    assert settings.database_url == f"sqlite:///{settings.home / 'koosloome.sqlite'}"
    assert (settings.token, settings.api_url, settings.world) == (None, None, None)
    assert settings.public_is_loopback
    assert settings.methods == ()


def test_everything_set(tmp_path: Path) -> None:
    settings = load_settings(
        {
            "KOOSLOOME_HOME": str(tmp_path),
            "KOOSLOOME_DATABASE_URL": "postgresql://x/y",
            "MIRO_ACCESS_TOKEN": "secret-one",
            "MIRO_API_URL": "http://127.0.0.1:8765/",
            "KOOSLOOME_PUBLIC_URL": "https://koosloome.example.org/",
            "KOOSLOOME_METHODS": f"/a{os.pathsep}/b{os.pathsep}",
        },
        world=World.MIRO,
    )
    assert settings.database_url == "postgresql://x/y"
    assert settings.api_url == "http://127.0.0.1:8765"
    assert not settings.public_is_loopback
    assert settings.methods == (Path("/a"), Path("/b"))
    assert settings.world is World.MIRO
    assert settings.token == "secret-one"


def test_a_token_is_not_shown() -> None:
    settings = load_settings(
        {"MIRO_ACCESS_TOKEN": "secret-one", "MIRO_CLIENT_SECRET": "secret-two"}
    )
    assert "secret-" not in repr(settings) + str(settings) + settings.model_dump_json()


def test_an_empty_variable_counts_as_unset() -> None:
    assert load_settings({"MIRO_ACCESS_TOKEN": "", "MIRO_API_URL": ""}).token is None


def test_every_wrong_variable_is_named() -> None:
    with pytest.raises(InputFaults) as wrong:
        load_settings({"MIRO_API_URL": "api.miro.com", "KOOSLOOME_PUBLIC_URL": "ftp://x"})
    assert {fault.field for fault in wrong.value.faults} == {"MIRO_API_URL", "KOOSLOOME_PUBLIC_URL"}


def test_the_environment_is_read_only_when_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIRO_ACCESS_TOKEN", "from-outside")
    assert load_settings({}).token is None
    assert load_settings().token == "from-outside"
