"""OAuth endpoints: consent, token exchange by query or form, refresh, both ways to revoke."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import Blueprint, Response, jsonify, redirect, request

from miro_sandbox.auth import NAME
from miro_sandbox.errors import BadRequestError, NotFoundError
from miro_sandbox.oauth.consent import consent_page, refusal_page
from miro_sandbox.oauth.tokens import RefusedError, app_named, exchanged, new_code
from miro_sandbox.operations import parsed_json
from miro_sandbox.state import oauth
from miro_sandbox.validation import TEXT, Schema, checked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkzeug.wrappers import Response as AnyResponse

    from miro_sandbox.config import App, Config
    from miro_sandbox.state import State

# What these routes emulate, by Miro's names; they need no bearer, so they are no operations.
OFFERED = (
    ("revoke-token", "POST", "/v1/oauth/revoke"),
    ("revoke-token-v2", "POST", "/v2/oauth/revoke"),
)
REVOKE = Schema({"accessToken": TEXT.must(), "clientId": TEXT.must(), "clientSecret": TEXT.must()})
_CARRIED = ("response_type", "client_id", "redirect_uri", "state", "team_id")


def make_oauth(state: State, config: Config) -> Blueprint:
    """Give the OAuth routes for the configured apps."""
    desk = _Desk(state, config)
    pages = Blueprint("oauth", __name__)
    pages.get("/oauth/authorize")(desk.ask)
    pages.post("/oauth/authorize")(desk.decide)
    pages.post("/v1/oauth/token")(desk.token)
    pages.post("/v2/oauth/revoke")(desk.revoke)
    pages.post("/v1/oauth/revoke")(desk.revoke_v1)
    return pages


class _Desk:
    """Answers the OAuth calls, one method a route."""

    def __init__(self, state: State, config: Config) -> None:
        self._state = state
        self._config = config

    def ask(self) -> AnyResponse:
        app = _asking_app(self._config, request.args)
        if isinstance(app, str):
            return refusal_page(app)
        return consent_page(app, {k: request.args[k] for k in _CARRIED if k in request.args})

    def decide(self) -> AnyResponse:
        app = _asking_app(self._config, request.form)
        if isinstance(app, str):
            return refusal_page(app)
        return _decided(self._state, self._config, app)

    def token(self) -> tuple[Response, int]:
        # Miro recommends the form; its own Python client sends the query.
        sent = {**request.args.to_dict(), **request.form.to_dict()}
        with self._state.write() as tx:
            # A refusal is answered, not raised: a code tried wrongly must stay used up.
            try:
                return jsonify(exchanged(tx, self._config, sent)), 200
            except RefusedError as refused:
                return jsonify(_token_error(self._config, refused)), 400

    def revoke(self) -> tuple[str, int]:
        sent = checked(REVOKE, parsed_json(request.get_data() or b"{}"))
        app = app_named(self._config, sent["clientId"])
        known = app is not None and app.client_secret == sent["clientSecret"]
        with self._state.write() as tx:
            grant = oauth.grant(tx, sent["accessToken"])
            if not known or grant is None or grant.client != sent["clientId"]:
                raise NotFoundError("Token not found")
            oauth.revoke(tx, grant.access)
        return "", 204

    def revoke_v1(self) -> tuple[str, int]:
        with self._state.write() as tx:
            if not oauth.revoke(tx, request.args.get("access_token", "")):
                raise BadRequestError("Token is invalid")
        return "", 204


def _asking_app(config: Config, sent: Mapping[str, str]) -> App | str:
    """Give the app that asks, or why nobody may be redirected."""
    app = app_named(config, sent.get("client_id", ""))
    if app is None:
        return "No app has this client_id."
    if sent.get("redirect_uri") not in app.redirect_uris:
        return "The redirect_uri is not one of the app's."
    if sent.get("response_type") != "code":
        return "The response_type must be code."
    return app


def _decided(state: State, config: Config, app: App) -> AnyResponse:
    sent = request.form
    carried = {"state": sent["state"]} if "state" in sent else {}
    if sent.get("decision") != "allow" or not NAME.fullmatch(sent.get("name", "")):
        return _back(sent["redirect_uri"], {"error": "access_denied", **carried})
    with state.write() as tx:
        code = new_code(tx, config, app, sent["name"], sent["redirect_uri"])
    return _back(sent["redirect_uri"], {"code": code, **carried})


def _back(address: str, query: dict[str, str]) -> AnyResponse:
    joint = "&" if "?" in address else "?"
    return redirect(f"{address}{joint}{urlencode(query)}", code=302)


def _token_error(config: Config, refused: RefusedError) -> dict[str, object]:
    """Give the refusal in OAuth's form or in Miro's; which one Miro uses is not confirmed."""
    if config.refusal_form == "miro":
        return {"type": "error", "code": refused.error, "message": refused.reason, "status": 400}
    return {"error": refused.error, "error_description": refused.reason}
