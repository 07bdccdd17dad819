"""Makes the Flask application: pages, JSON API, protections, errors."""

from __future__ import annotations

from typing import Any

from flask import Flask
from jinja2 import StrictUndefined

from miro_sandbox.pages import make_board_pages
from service import failures, headers, languages, texts
from service.api import guard_changes, mount_api
from service.briefs.samples import Examples
from service.config import ServiceConfig
from service.desk import EXTENSION, Desk
from service.hosts import answering_ipv6
from service.kept import Kept
from service.pages import (
    any_board,
    choosing,
    guides,
    harvests,
    library,
    methods,
    sign_in,
    workshops,
)
from service.request_log import tell_requests
from workshops.koosloome import Koosloome
from workshops.ports import Clock

SIGN_INS_UNDER_WAY = 1000
LARGEST_REQUEST = 1_000_000

BOARD_HINT = texts.N_(
    "Pick a colour and click to write. Drag to move, hold Alt to copy, double-click to rewrite, "
    "Delete to remove."
)


def create_app(k: Koosloome, *, clock: Clock, config: ServiceConfig) -> Flask:
    """Build the service over an open `Koosloome`.

    It acts for the person of this machine, or for the person signed in where sign-in is set up.
    Boards of the sandbox are shown under `/sandbox/board/`.
    """
    app = mount_api(__name__)
    app.extensions[EXTENSION] = Desk(
        k=k,
        config=config,
        clock=clock,
        pictures=Kept(),
        plans=Kept(),
        examples=Examples(k),
        destinations=Kept(SIGN_INS_UNDER_WAY),
    )
    app.config.from_mapping(_flask_settings(config))
    for setting in ("sort_keys", "ensure_ascii"):
        setattr(app.json, setting, False)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    texts.install(app.jinja_env)
    tell_requests(app)
    guard_changes(app)
    for part in (library, choosing, methods, guides, workshops, harvests, any_board, sign_in):
        app.register_blueprint(part.pages)
    if app.extensions[EXTENSION].in_sandbox:
        mount_boards(app, k)
    if config.sign_in:
        # Imported here: alone on a machine nobody needs it.
        from service.rates import limit  # noqa: PLC0415

        limit(app, failures.too_often)
    failures.handle(app)
    headers.protect(app, over_https=config.over_https)
    app.after_request(lambda response: languages.remember(response, secure=config.over_https))
    app.wsgi_app = answering_ipv6(app.wsgi_app)  # type: ignore[assignment,method-assign]  # as Flask documents it
    return app


def mount_boards(app: Flask, k: Koosloome) -> None:
    """Show the boards of the sandbox, to be worked on by whoever is at this machine.

    Its pages judge their own changes: JSON with a header that no other site can send.
    """
    hint = texts.texts_in(texts.DEFAULT_LANG).gettext(BOARD_HINT)
    boards = make_board_pages(k.sandbox().state, writes=True, hint=hint)
    app.extensions["csrf"].exempt(boards)
    app.register_blueprint(boards)


def _flask_settings(config: ServiceConfig) -> dict[str, Any]:
    return {
        "SECRET_KEY": config.secret_key,
        "TRUSTED_HOSTS": list(config.hosts),
        "MAX_CONTENT_LENGTH": LARGEST_REQUEST,
        "MAX_FORM_MEMORY_SIZE": LARGEST_REQUEST,
        "SESSION_COOKIE_NAME": "koosloome",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": config.over_https,
        # A form is filled in over an hour or a day; the token lives as long as its session.
        "WTF_CSRF_TIME_LIMIT": None,
    }
