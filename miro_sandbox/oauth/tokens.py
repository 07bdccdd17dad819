"""The rules of codes and tokens: single use, ten minutes, one hour, sixty days, rotation."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from miro_sandbox.state import oauth, people
from miro_sandbox.state.oauth import Code, Grant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from miro_sandbox.config import App, Config
    from miro_sandbox.state.database import Tx

# Miro documents 10 minutes for codes, an hour for access tokens (3599 s seen), 60 days to refresh.
CODE_SECONDS = 600
ACCESS_SECONDS = 3599
REFRESH_SECONDS = 60 * 24 * 3600
_ORIGIN = base64.b64encode(b'{"miro.origin":"sandbox"}').decode().rstrip("=")


class RefusedError(Exception):
    """A token call that is refused: the OAuth error code and what was wrong."""

    def __init__(self, error: str, reason: str) -> None:
        self.error = error
        self.reason = reason
        super().__init__(f"{error}: {reason}")


def app_named(config: Config, client_id: str) -> App | None:
    """Give the app with this client id, or None."""
    return next((app for app in config.apps if app.client_id == client_id), None)


def new_code(tx: Tx, config: Config, app: App, person_name: str, redirect_uri: str) -> str:
    """Give a fresh code for a person who agreed."""
    person = people.met(tx, person_name)
    code = config.secret()
    oauth.add_code(tx, Code(code, app.client_id, person.id, redirect_uri, tx.now + CODE_SECONDS))
    return code


def exchanged(tx: Tx, config: Config, sent: Mapping[str, str]) -> dict[str, Any]:
    """Give the token answer for a code or a refresh token; raise RefusedError.

    Every refresh gives a new pair and ends the old one, as Miro documents.
    """
    app = _app(config, sent)
    if sent.get("grant_type") == "authorization_code":
        return _issued(tx, config, app, _by_code(tx, app, sent))
    if sent.get("grant_type") == "refresh_token":
        old = oauth.refreshable(tx, sent.get("refresh_token", ""))
        if old is None or old.client != app.client_id:
            raise RefusedError("invalid_grant", "The refresh token is unknown, used or expired")
        oauth.revoke(tx, old.access)
        return _issued(tx, config, app, old.person)
    raise RefusedError("unsupported_grant_type", "Use authorization_code or refresh_token")


def _app(config: Config, sent: Mapping[str, str]) -> App:
    app = app_named(config, sent.get("client_id", ""))
    if app is None or app.client_secret != sent.get("client_secret"):
        raise RefusedError("invalid_client", "The client id or secret is wrong")
    return app


def _by_code(tx: Tx, app: App, sent: Mapping[str, str]) -> int:
    code = oauth.take_code(tx, sent.get("code", ""))
    if code is None or code.client != app.client_id:
        raise RefusedError("invalid_grant", "The code is unknown, used or older than ten minutes")
    if code.redirect_uri != sent.get("redirect_uri"):
        raise RefusedError("invalid_grant", "The redirect address is not the one of the code")
    return code.person


def _issued(tx: Tx, config: Config, app: App, person: int) -> dict[str, Any]:
    grant = Grant(
        access=f"{_ORIGIN}_{config.secret()}",
        refresh=f"{_ORIGIN}_{config.secret()}" if app.expiring else None,
        client=app.client_id,
        person=person,
        scopes=app.scopes,
        access_expires=tx.now + ACCESS_SECONDS if app.expiring else None,
        refresh_expires=tx.now + REFRESH_SECONDS if app.expiring else None,
    )
    oauth.add_grant(tx, grant)
    expiry = {"refresh_token": grant.refresh, "expires_in": ACCESS_SECONDS} if app.expiring else {}
    # Bare numbers, as in Miro's sample.
    return {
        "token_type": "bearer",
        "team_id": people.TEAM_ID,
        "access_token": grant.access,
        "scope": " ".join(app.scopes),
        "user_id": person,
        **expiry,
    }
