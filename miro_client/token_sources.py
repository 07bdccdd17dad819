"""A source of one token that is never renewed."""

from __future__ import annotations

from miro_client.redaction import Secret


class BearerToken:
    """One fixed access token, as of an app whose tokens don't expire."""

    def __init__(self, token: str | Secret) -> None:
        self._token = token if isinstance(token, Secret) else Secret(token)

    def token(self) -> str:
        """The token."""
        return self._token.reveal()

    def renewed(self, *, after: str) -> str | None:  # noqa: ARG002  # the port names the argument
        """None: there is no other."""
        return None

    def __repr__(self) -> str:
        """Hides the token."""
        return f"BearerToken({self._token})"
