"""Keys and tokens at rest."""

from __future__ import annotations

import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.workshops.storage.records import account
from workshops.clocks import WallClock
from workshops.errors import InputFaults, NotSignedIn
from workshops.secrets_at_rest import Vault, secret_key
from workshops.settings import load_settings
from workshops.storage.store import open_store
from workshops.token_sources import StoredTokens
from workshops.worlds import World


def test_a_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    settings = load_settings({"KOOSLOOME_HOME": str(tmp_path / "home")})
    key = secret_key(settings, secrets.token_bytes)
    assert len(key) > 40
    assert secret_key(settings, secrets.token_bytes) == key
    assert (tmp_path / "home" / "secret-key").stat().st_mode & 0o777 == 0o600


def test_processes_that_start_at_once_have_one_key(tmp_path: Path) -> None:
    settings = load_settings({"KOOSLOOME_HOME": str(tmp_path / "home")})
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(lambda _: secret_key(settings, secrets.token_bytes), range(64)))
    assert len(keys) == 1
    assert [file.name for file in (tmp_path / "home").iterdir()] == ["secret-key"]


def test_a_key_is_kept_where_files_cannot_be_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    settings = load_settings({"KOOSLOOME_HOME": str(tmp_path)})
    key = secret_key(settings, secrets.token_bytes)
    assert secret_key(settings, secrets.token_bytes) == key
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


def test_a_given_key_is_used(tmp_path: Path) -> None:
    environ = {"KOOSLOOME_HOME": str(tmp_path), "KOOSLOOME_SECRET_KEY": "given"}
    assert secret_key(load_settings(environ), secrets.token_bytes) == "given"
    assert list(tmp_path.iterdir()) == []


def test_where_many_sign_in_a_key_must_be_given(tmp_path: Path) -> None:
    settings = load_settings({"KOOSLOOME_HOME": str(tmp_path), "MIRO_CLIENT_ID": "1"})
    with pytest.raises(InputFaults) as wrong:
        secret_key(settings, secrets.token_bytes)
    assert [fault.field for fault in wrong.value.faults] == ["KOOSLOOME_SECRET_KEY"]


def test_tokens_are_closed_and_opened_by_old_keys_too() -> None:
    closed = Vault("old").close("access-1", "refresh-1")
    assert b"access" not in closed
    assert Vault("new,old").open(closed) == ("access-1", "refresh-1")
    assert Vault("new").open(closed) is None
    assert Vault("old").open(Vault("new,old").close("a", None)) is None


def test_a_stored_token_is_given_to_the_client(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'x.sqlite'}")
    store.accounts.ensure(account(world=World.MIRO))
    vault = Vault("key")
    source = StoredTokens("a-mari", store.accounts, vault, refresh=None, clock=WallClock())
    with pytest.raises(NotSignedIn):
        source.token()
    store.accounts.keep_secret("a-mari", vault.close("one", None), None)
    assert source.token() == "one"
    assert source.renewed(after="one") is None
    store.accounts.keep_secret("a-mari", vault.close("two", None), None)
    assert source.renewed(after="one") == "two"
    store.accounts.connect_again("a-mari")
    with pytest.raises(NotSignedIn):
        source.token()
    store.close()
