"""Whose a token is, and whether it may do what is needed."""

from __future__ import annotations

from miro_client import errors as miro
from miro_client.client import MiroClient
from miro_client.models.tokens import TokenContext
from workshops.errors import NotSignedIn
from workshops.miro_errors import meaning, said

SCOPES = ("boards:read", "boards:write")


def whose(client: MiroClient) -> TokenContext:
    """Return whose a token is.

    By its document Miro answers 400 for a token it does not know; others saw 401.
    Raises `NotSignedIn` for both, `MiroUnreachable` and others.
    """
    try:
        return client.token.context()
    except miro.InvalidRequest as error:
        raise NotSignedIn(reason=said(error)) from error
    except miro.MiroError as error:
        raise meaning(error) from error


def missing_scopes(context: TokenContext) -> tuple[str, ...]:
    """Return what the token may not do although it is needed; nothing when Miro says nothing."""
    if not context.scopes:
        return ()
    return tuple(scope for scope in SCOPES if scope not in context.scopes)
