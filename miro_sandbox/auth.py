"""Who is calling: `sandbox-NAME` tokens and tokens issued by the sandbox's own OAuth pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from miro_sandbox.config import ALL_SCOPES
from miro_sandbox.errors import NoTokenError, ScopeMissingError
from miro_sandbox.operations import Caller
from miro_sandbox.state import oauth, people

if TYPE_CHECKING:
    from miro_sandbox.config import Config
    from miro_sandbox.state.database import Tx

NAME = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_PERSONAL = re.compile(rf"sandbox-({NAME.pattern})")
PERSONAL_APP = "sandbox"


def bearer(header: str | None) -> str:
    """Give the token of an Authorization header; raise NoTokenError without one.

    Miro documents the code tokenNotProvided; its text and the code for a dead token are not
    confirmed.
    """
    scheme, _, token = (header or "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise NoTokenError("No authorization token provided")
    return token.strip()


def caller_of(tx: Tx, token: str, config: Config) -> Caller:
    """Give whom a token stands for, making the person of a new `sandbox-NAME`.

    Needs a writing transaction. Raises NoTokenError for every other token, and for expired ones.
    """
    personal = _PERSONAL.fullmatch(token)
    if personal is not None:
        person = people.met(tx, personal[1])
        return Caller(person, PERSONAL_APP, config.scopes.get(person.name, ALL_SCOPES))
    grant = oauth.grant(tx, token)
    owner = people.person(tx, grant.person) if grant is not None else None
    if grant is None or owner is None:
        raise NoTokenError("Authorization token is invalid or expired")
    return Caller(owner, grant.client, grant.scopes)


def require(caller: Caller, scope: str | None) -> None:
    """Raise ScopeMissingError unless the token has the scope."""
    if scope is not None and scope not in caller.scopes:
        raise ScopeMissingError(scope)
