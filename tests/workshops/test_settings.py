"""What the variables of the environment mean."""

from __future__ import annotations

import os
from dataclasses import asdict
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
    assert "secret-" not in repr(settings) + str(settings) + str(asdict(settings))


def test_the_password_of_a_database_is_not_shown(tmp_path: Path) -> None:
    address = "postgresql://mari:saladus@db/koosloome"
    settings = load_settings({"KOOSLOOME_DATABASE_URL": address}, home=tmp_path)
    assert settings.database_url == address
    assert "saladus" not in repr(settings) + settings.database_shown


def test_an_empty_variable_counts_as_unset() -> None:
    assert load_settings({"MIRO_ACCESS_TOKEN": "", "MIRO_API_URL": ""}).token is None


def test_every_wrong_variable_is_named() -> None:
    with pytest.raises(InputFaults) as wrong:
        load_settings({"MIRO_API_URL": "api.miro.com", "KOOSLOOME_PUBLIC_URL": "ftp://x"})
    assert {fault.field for fault in wrong.value.faults} == {"MIRO_API_URL", "KOOSLOOME_PUBLIC_URL"}


@pytest.mark.parametrize(
    "given",
    [
        {"KOOSLOOME_HOME": "~nobody-of-this-name/x"},
        {"MIRO_API_URL": "https://[::1"},
        {"MIRO_API_URL": "https://"},
        {"KOOSLOOME_QUEUE_URL": "redis://"},
        {"KOOSLOOME_QUEUE_URL": "http://localhost"},
    ],
    ids=str,
)
def test_what_cannot_be_read_is_a_fault_of_its_variable(given: dict[str, str]) -> None:
    with pytest.raises(InputFaults) as wrong:
        load_settings(given)
    assert [fault.field for fault in wrong.value.faults] == list(given)


def test_the_public_address_is_given_only_by_its_variable() -> None:
    assert not load_settings({}).public_is_given
    given = load_settings({"KOOSLOOME_PUBLIC_URL": "http://127.0.0.1:8000/"})
    assert (given.public_url, given.public_is_given) == ("http://127.0.0.1:8000", True)


def test_the_environment_is_read_only_when_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIRO_ACCESS_TOKEN", "from-outside")
    assert load_settings({}).token is None
    assert load_settings().token == "from-outside"
