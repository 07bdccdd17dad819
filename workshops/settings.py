"""What can be set from outside, read once at the door and passed in."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from workshops.errors import InputFaults
from workshops.faults import N_, InputFault
from workshops.worlds import World

LOOPBACK = "http://127.0.0.1:8000"
QUEUES = frozenset({"redis", "rediss", "unix"})
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})


class Secret:
    """A text that no message, log or listing shows; it says itself only when asked."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Secret('***')"

    def get_secret_value(self) -> str:
        """Return the text in the clear; never print it."""
        return self._text


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The variables of the environment that this product reads (`VARIABLES`).

    `world` is a wish of the command line, no variable. An empty variable counts as unset.
    No model of pydantic: every command reads this, and those that only list need no other model,
    whose loading takes as long as all else they do.
    """

    home: Path
    given_database_url: str | None = field(default=None, repr=False)  # may hold a password
    queue_url: Secret | None = None
    access_token: Secret | None = None
    api_url: str | None = None
    client_id: str | None = None
    client_secret: Secret | None = None
    given_public_url: str | None = None
    secret_key: Secret | None = None
    methods_path: str = ""
    world: World | None = None

    @property
    def database_url(self) -> str:
        """The SQLAlchemy address; by default a SQLite file in the data folder."""
        return self.given_database_url or f"sqlite:///{self.home / 'koosloome.sqlite'}"

    @property
    def database_shown(self) -> str:
        """The same without what may be a password."""
        scheme, sign, rest = self.database_url.partition("://")
        return f"{scheme}{sign}{rest.rpartition('@')[2]}"

    @property
    def methods(self) -> tuple[Path, ...]:
        """Further folders that hold method folders."""
        parts = self.methods_path.split(os.pathsep)
        return tuple(Path(part).expanduser().absolute() for part in parts if part.strip())

    @property
    def public_url(self) -> str:
        """The address in links; by default where `koosloome serve` answers on this machine."""
        return self.given_public_url or LOOPBACK

    @property
    def public_is_given(self) -> bool:
        """Tell whether somebody named the public address."""
        return self.given_public_url is not None

    @property
    def public_is_loopback(self) -> bool:
        """Tell whether the public address is reached from this machine only."""
        return urlsplit(self.public_url).hostname in LOOPBACK_HOSTS

    @property
    def token(self) -> str | None:
        """The access token of the environment in the clear; never print it."""
        return self.access_token.get_secret_value() if self.access_token else None


def load_settings(
    environ: Mapping[str, str] | None = None,
    *,
    world: World | None = None,
    home: Path | None = None,
) -> Settings:
    """Read the settings from the environment.

    Raises `InputFaults` whose fields are the names of the variables.
    """
    given = dict(os.environ if environ is None else environ)
    if home is not None:
        given["KOOSLOOME_HOME"] = str(home)
    values: dict[str, Any] = {}
    faults: list[InputFault] = []
    for variable, (name, read) in VARIABLES.items():
        try:
            if text := given.get(variable):
                values[name] = read(variable, text)
        except InputFaults as wrong:
            faults.extend(wrong.faults)
    if faults:
        raise InputFaults(faults=tuple(faults))
    if "home" not in values:
        values["home"] = _usual_home()
    return Settings(**values, world=world)


def _usual_home() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415  # only where nobody names a folder

    return user_data_path("koosloome", appauthor=False).absolute()


def _text(_variable: str, text: str) -> str:
    return text


def _secret(_variable: str, text: str) -> Secret:
    return Secret(text)


def _folder(variable: str, text: str) -> Path:
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError as error:  # the home of a user that is not there
        sentence = N_("this value is not understood: {reason}")
        raise _wrong(variable, "setting", sentence, reason=str(error)) from error


def _address(variable: str, text: str) -> str:
    if not _leads_to(text, {"http", "https"}):
        sentence = N_("an address that starts with http:// or https:// is expected")
        raise _wrong(variable, "address", sentence)
    return text.rstrip("/")


def _queue(variable: str, text: str) -> Secret:
    if not _leads_to(text, QUEUES, path_will_do=True):
        sentence = N_("an address of Redis is expected, such as redis://localhost:6379/0")
        raise _wrong(variable, "address", sentence)
    return Secret(text)


def _leads_to(text: str, schemes: Collection[str], *, path_will_do: bool = False) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:  # such as a bracket that is never closed
        return False
    return parts.scheme in schemes and bool(parts.hostname or (path_will_do and parts.path))


def _wrong(variable: str, code: str, sentence: str, **values: str) -> InputFaults:
    fault = InputFault(field=variable, code=code, sentence=sentence, values=values)
    return InputFaults(faults=(fault,))


VARIABLES: Mapping[str, tuple[str, Callable[[str, str], object]]] = {
    "KOOSLOOME_HOME": ("home", _folder),
    "KOOSLOOME_DATABASE_URL": ("given_database_url", _text),
    "KOOSLOOME_QUEUE_URL": ("queue_url", _queue),
    "MIRO_ACCESS_TOKEN": ("access_token", _secret),
    "MIRO_API_URL": ("api_url", _address),
    "MIRO_CLIENT_ID": ("client_id", _text),
    "MIRO_CLIENT_SECRET": ("client_secret", _secret),
    "KOOSLOOME_PUBLIC_URL": ("given_public_url", _address),
    "KOOSLOOME_SECRET_KEY": ("secret_key", _secret),
    "KOOSLOOME_METHODS": ("methods_path", _text),
}
"""Each variable, the setting it gives, and what reads it."""
