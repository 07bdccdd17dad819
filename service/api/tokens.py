"""Who may change things through the API, and the token that tells our pages from others'."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from flask import Response, current_app, jsonify, request
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from flask_wtf.csrf import CSRFProtect, generate_csrf  # type: ignore[import-untyped]  # it ships no types
from pydantic import BaseModel, Field

from service.api.problems import API_PATH, problem_page, problem_responses
from service.desk import desk

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

SECURITY_SCHEMES: dict[str, Any] = {
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "koosloome",
        "description": "The session of somebody signed in; not asked for in single-person mode.",
    },
    "token": {
        "type": "apiKey",
        "in": "header",
        "name": "X-CSRFToken",
        "description": "From `/api/token`, for changes made from a browser or by a session.",
    },
}

READS: list[dict[str, list[Any]]] = [{}, {"session": []}]
CHANGES: list[dict[str, list[Any]]] = [{}, {"session": [], "token": []}]

tokens = APIBlueprint(
    "api_token",
    __name__,
    url_prefix="/api",
    abp_responses=problem_responses(HTTPStatus.UNPROCESSABLE_ENTITY),
    abp_tags=[Tag(name="token")],
    abp_security=READS,
)


class TokenOut(BaseModel):
    """The token of this session."""

    token: str = Field(description="To be sent as `X-CSRFToken` with every change.")


@tokens.get("/token", responses={200: TokenOut})
def token() -> Response:
    """Give the token that changes must carry."""
    return jsonify({"token": generate_csrf()})


def refuse_foreign_changes() -> Response | None:
    """Refuse a change that another site's page could have sent.

    Other sites can't send JSON unasked, and we allow nobody to ask; what comes from a browser must
    carry the token of its session besides. A program without cookies, on the machine itself, needs
    neither.
    """
    if request.method in SAFE or not request.path.startswith(API_PATH):
        return None
    if not request.is_json:
        status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
        return problem_page(status, "media_type", "Send the change as application/json.")
    if desk().config.sign_in or _from_browser():
        protection: CSRFProtect = current_app.extensions["csrf"]
        protection.protect()
    return None


def _from_browser() -> bool:
    return bool(request.cookies) or any(
        name in request.headers for name in ("Origin", "Sec-Fetch-Site")
    )
