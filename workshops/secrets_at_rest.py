# ruff: noqa: PLC0415  # cryptography takes 30 ms to load, and only stored tokens need it
"""Keys and encrypted tokens: what is secret is never written in the clear."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from workshops.data_folder import private
from workshops.errors import InputFaults
from workshops.faults import N_, InputFault
from workshops.ports import Chance
from workshops.settings import Settings

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

KEY_FILE = "secret-key"
KEY_BYTES = 32


def secret_key(settings: Settings, chance: Chance) -> str:
    """Return the key of cookies, links and stored tokens.

    Without one in the environment a file of mode 600 in the data folder holds it, in the sandbox
    and for a single person only: where many people sign in, each process must be given the same.
    Raises `InputFaults` there.
    """
    if settings.secret_key is None and settings.client_id is not None:
        sentence = N_("a key is needed where people sign in with Miro: set a long random text")
        fault = InputFault(field="KOOSLOOME_SECRET_KEY", code="secret_key", sentence=sentence)
        raise InputFaults(faults=(fault,))
    return machine_key(settings, chance)


def machine_key(settings: Settings, chance: Chance) -> str:
    """Return the key of stored tokens: the one that is set, else this machine's own.

    A person who signs in by the command is alone on a machine even where an app is set up; the
    service and its workers ask for `secret_key` before they act for many.
    """
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value()
    return _kept_key(settings.home / KEY_FILE, chance)


def _kept_key(file: Path, chance: Chance) -> str:
    if not file.exists():
        private(file.parent)
        _put(file, base64.urlsafe_b64encode(chance(KEY_BYTES)).decode("ascii"))
    return file.read_text(encoding="ascii").strip()


def _put(file: Path, key: str) -> None:
    """Write a key whole or not at all; of two that start at once the first stays."""
    handle, fresh = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")  # mode 600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as opened:
            opened.write(key)
        _name(Path(fresh), file)
    finally:
        Path(fresh).unlink(missing_ok=True)


def _name(fresh: Path, file: Path) -> None:
    try:
        file.hardlink_to(fresh)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        fresh.replace(file)


class Vault:
    """Encrypts token pairs. Several keys, split by commas, let old ones be replaced."""

    def __init__(self, keys: str) -> None:
        from cryptography.fernet import MultiFernet

        self._fernet = MultiFernet([_fernet(key) for key in keys.split(",") if key.strip()])

    def close(self, access: str, refresh: str | None) -> bytes:
        """Return a token pair encrypted with the first key."""
        return self._fernet.encrypt(json.dumps([access, refresh]).encode())

    def open(self, secret: bytes) -> tuple[str, str | None] | None:
        """Return a token pair, null when no key fits any more."""
        from cryptography.fernet import InvalidToken

        try:
            access, refresh = json.loads(self._fernet.decrypt(secret))
        except InvalidToken:
            return None
        return str(access), None if refresh is None else str(refresh)


def _fernet(key: str) -> Fernet:
    from cryptography.fernet import Fernet

    derived = hashlib.sha256(b"koosloome tokens at rest\0" + key.strip().encode()).digest()
    return Fernet(base64.urlsafe_b64encode(derived))
