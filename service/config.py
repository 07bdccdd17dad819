"""What the service is told when it is made: its address, its key, who may come in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Self
from urllib.parse import urlsplit

from workshops.koosloome import Koosloome

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, kw_only=True)
class ServiceConfig:
    """How this service is reached and protected.

    `sign_in` tells that people sign in with Miro; without it the service acts for the person of
    this machine. `zone` is the time zone of the times shown, the machine's own when null.
    """

    public_url: str
    secret_key: str = field(repr=False)
    sign_in: bool = False
    zone: tzinfo | None = None

    @classmethod
    def of(cls, k: Koosloome, *, zone: tzinfo | None = None) -> Self:
        """Take from the settings what concerns the service.

        Raises `InputFaults` where a key must be set and isn't.
        """
        settings = k.settings
        return cls(
            public_url=settings.public_url,
            secret_key=k.secret_key(),
            sign_in=bool(settings.client_id and settings.client_secret),
            zone=zone,
        )

    @property
    def over_https(self) -> bool:
        """Tell whether people reach the service over HTTPS."""
        return urlsplit(self.public_url).scheme == "https"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names under which the service answers; any other is a rebound address."""
        own = urlsplit(self.public_url).hostname or ""
        return tuple(sorted({"127.0.0.1", "localhost", own}))


def is_loopback(host: str) -> bool:
    """Tell whether an address to listen on is reached from this machine only."""
    return host.strip("[]") in LOOPBACK_HOSTS
