"""What can be set from outside, read once at the door and passed in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from workshops.errors import InputFaults
from workshops.faults import N_, InputFault
from workshops.worlds import World

LOOPBACK = "http://127.0.0.1:8000"
QUEUES = frozenset({"redis", "rediss", "unix"})
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})


class Settings(BaseModel):
    """The variables of the environment that this product reads (design, section 5).

    `world` is a wish of the command line, no variable. An empty variable counts as unset.
    A plain model: what pydantic-settings adds takes longer to load than a whole `methods list`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    home: Path = Field(
        default_factory=lambda: user_data_path("koosloome", appauthor=False),
        validation_alias="KOOSLOOME_HOME",
    )
    given_database_url: str | None = Field(None, validation_alias="KOOSLOOME_DATABASE_URL")
    queue_url: SecretStr | None = Field(None, validation_alias="KOOSLOOME_QUEUE_URL")
    access_token: SecretStr | None = Field(None, validation_alias="MIRO_ACCESS_TOKEN")
    api_url: str | None = Field(None, validation_alias="MIRO_API_URL")
    client_id: str | None = Field(None, validation_alias="MIRO_CLIENT_ID")
    client_secret: SecretStr | None = Field(None, validation_alias="MIRO_CLIENT_SECRET")
    public_url: str = Field(LOOPBACK, validation_alias="KOOSLOOME_PUBLIC_URL")
    secret_key: SecretStr | None = Field(None, validation_alias="KOOSLOOME_SECRET_KEY")
    methods_path: str = Field("", validation_alias="KOOSLOOME_METHODS")
    world: World | None = None

    @field_validator("home")
    @classmethod
    def _absolute(cls, home: Path) -> Path:
        return home.expanduser().absolute()

    @field_validator("api_url", "public_url")
    @classmethod
    def _address(cls, address: str | None) -> str | None:
        if address is None:
            return None
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("address")
        return address.rstrip("/")

    @field_validator("queue_url")
    @classmethod
    def _queue(cls, address: SecretStr | None) -> SecretStr | None:
        if address is None:
            return None
        parts = urlsplit(address.get_secret_value())
        if parts.scheme not in QUEUES or not (parts.hostname or parts.path):
            raise PydanticCustomError("queue", "queue")
        return address

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
    def public_is_given(self) -> bool:
        """Tell whether somebody named the public address."""
        return "public_url" in self.model_fields_set

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
    given = os.environ if environ is None else environ
    values: dict[str, Any] = {name: given[name] for name in _variables() if given.get(name)}
    if home is not None:
        values["KOOSLOOME_HOME"] = home
    try:
        return Settings(**values, world=world)
    except ValidationError as wrong:
        raise InputFaults(faults=tuple(_fault(entry) for entry in wrong.errors())) from None


def _variables() -> tuple[str, ...]:
    aliases = (field.validation_alias for field in Settings.model_fields.values())
    return tuple(alias for alias in aliases if isinstance(alias, str))


def _fault(entry: ErrorDetails) -> InputFault:
    field = ".".join(str(part) for part in entry["loc"])
    if entry["type"] == "queue":
        sentence = N_("an address of Redis is expected, such as redis://localhost:6379/0")
        return InputFault(field=field, code="address", sentence=sentence)
    if entry["type"] == "value_error":
        sentence = N_("an address that starts with http:// or https:// is expected")
        return InputFault(field=field, code="address", sentence=sentence)
    sentence = N_("this value is not understood: {reason}")
    return InputFault(
        field=field, code="setting", sentence=sentence, values={"reason": entry["msg"]}
    )
