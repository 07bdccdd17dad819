"""Whose token is in use."""

from __future__ import annotations

from miro_client import operations
from miro_client.calls import call_of
from miro_client.models.tokens import TokenContext
from miro_client.transport import Transport


class Tokens:
    """Calls about the token itself."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def context(self) -> TokenContext:
        """Gives person, team and scopes of the token.

        Raises:
            NotSignedIn: Miro doesn't know the token.
            InvalidRequest: the same, by Miro's document.
            MiroError: any other.
        """
        return self._transport.fetch(call_of(operations.TOKEN_CONTEXT), TokenContext)
