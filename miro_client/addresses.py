"""Where the API is, and which tokens may be sent there."""

from __future__ import annotations

from urllib.parse import urlsplit

from miro_client.errors import InvalidArgument, SandboxTokenRefused
from miro_client.redaction import Secret

MIRO_API = "https://api.miro.com"
"""Miro's own address. Source: Miro's OpenAPI document, servers."""

_MIRO_HOST = "miro.com"
_SANDBOX_TOKEN = "sandbox-"  # noqa: S105  # a prefix


def checked_address(base_url: str) -> tuple[str, str]:
    """The address without a slash at its end, and its host in lower case.

    Raises:
        InvalidArgument: it isn't an http(s) address, or it carries a query or credentials.
    """
    try:
        parts = urlsplit(base_url)
        host = (parts.hostname or "").rstrip(".").lower()
        _ = (parts.port, host.encode("idna"))
    except ValueError:
        raise InvalidArgument("base_url", "it isn't a web address") from None
    extra = parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme not in {"http", "https"} or not host or extra:
        raise InvalidArgument("base_url", f"it must look like {MIRO_API}, without a query")
    return base_url.rstrip("/"), host


def checked_token(token: str, host: str) -> Secret:
    """The token, when it may be sent to the host.

    Raises:
        InvalidArgument: it is empty or holds characters no header takes.
        SandboxTokenRefused: a sandbox token towards Miro's own host.
    """
    trimmed = token.strip()
    if not trimmed or not trimmed.isascii() or not trimmed.isprintable():
        raise InvalidArgument("token", "it is empty or holds characters no token has")
    if _is_miro(host) and trimmed.lower().startswith(_SANDBOX_TOKEN):
        raise SandboxTokenRefused(host)
    return Secret(trimmed)


def _is_miro(host: str) -> bool:
    return host == _MIRO_HOST or host.endswith(f".{_MIRO_HOST}")
