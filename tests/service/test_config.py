"""What the service is told by the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.config import ServiceConfig, is_loopback
from workshops.errors import InputFaults
from workshops.settings import load_settings
from workshops.wiring import open_koosloome


def config_of(home: Path, **environ: str) -> ServiceConfig:
    settings = load_settings({"KOOSLOOME_HOME": str(home), **environ})
    with open_koosloome(settings) as k:
        return ServiceConfig.of(k)


def test_alone_on_a_machine_a_key_is_made_and_kept(tmp_path: Path) -> None:
    first, second = config_of(tmp_path), config_of(tmp_path)
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) >= 32
    assert first.secret_key not in repr(first)
    assert not first.sign_in
    assert not first.over_https


def test_where_people_sign_in_a_key_must_be_set(tmp_path: Path) -> None:
    people = {"MIRO_CLIENT_ID": "id", "MIRO_CLIENT_SECRET": "secret"}
    with pytest.raises(InputFaults, match="KOOSLOOME_SECRET_KEY"):
        config_of(tmp_path, **people)
    assert config_of(tmp_path, **people, KOOSLOOME_SECRET_KEY="k" * 40).sign_in


def test_a_public_service_answers_under_its_own_name(tmp_path: Path) -> None:
    config = config_of(tmp_path, KOOSLOOME_PUBLIC_URL="https://koosloome.example.ee/")
    assert "koosloome.example.ee" in config.hosts
    assert config.over_https


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),  # noqa: S104  # the address that must be refused
        ("192.168.1.5", False),
        ("::", False),
    ],
)
def test_only_loopback_is_reached_from_this_machine_alone(host: str, *, alone: bool) -> None:
    assert is_loopback(host) is alone
