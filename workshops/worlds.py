"""The two worlds a board can live in, and which of them a command means."""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import urlsplit

SANDBOX_TOKEN = "sandbox-"  # noqa: S105  # the public prefix of the sandbox's tokens, no secret
MIRO_API = "https://api.miro.com"


class World(StrEnum):
    """Where boards are: our local Miro, or Miro."""

    SANDBOX = "sandbox"
    MIRO = "miro"


def is_sandbox_token(token: str) -> bool:
    """Tell whether a token names a person of the sandbox."""
    return token.startswith(SANDBOX_TOKEN)


def is_miro_itself(api_url: str | None) -> bool:
    """Tell whether an API address is Miro's own; none means Miro's own."""
    host = urlsplit(api_url or MIRO_API).hostname or ""
    return host == "miro.com" or host.endswith(".miro.com")


def decide_world(
    *, wish: World | None, token: str | None, api_url: str | None, signed_in: bool
) -> World:
    """Return the world a command means: the wish, else miro if a token or login is present.

    A `sandbox-` token without an address of an API means the sandbox in this process, since it is
    never sent to Miro's own address.
    """
    if wish is not None:
        return wish
    if token is not None:
        in_process = is_sandbox_token(token) and api_url is None
        return World.SANDBOX if in_process else World.MIRO
    return World.MIRO if signed_in else World.SANDBOX
