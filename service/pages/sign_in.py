"""Signing in with Miro, begun by a link and finished where Miro sends the person back; and out."""

from __future__ import annotations

import re
from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Blueprint, redirect, request, session, url_for
from werkzeug.wrappers import Response as AnyResponse

from service.desk import desk
from service.people import SESSION_ACCOUNT
from workshops.errors import NotFound, NotSignedIn

LEADS_AWAY = re.compile(r"(?!/)|//|[^?]*\\|.*[\x00-\x1f]", re.DOTALL)
LONGEST_QUERY = 16_000
STATE = "sign_in_state"

pages = Blueprint("sign_in", __name__)


@pages.get("/sign-in")
def begin() -> AnyResponse:
    """Send the person to Miro's own page, which asks for permission."""
    page = desk().k.sign_in_page(return_address())
    session[STATE] = page.state
    after = own_path(request.args.get("to"))
    desk().destinations.get(page.state, lambda: after)
    return redirect(page.address, HTTPStatus.SEE_OTHER)


@pages.get("/sign-in/return")
def back() -> AnyResponse:
    """Finish the sign-in; whoever was signed in before in this browser is not any more."""
    state = session.pop(STATE, None)
    if state is None:
        raise NotSignedIn
    came = f"{return_address()}?{request.query_string.decode('ascii', 'replace')}"
    signed = desk().k.signed_back(came, state=state, redirect_uri=return_address())
    session.clear()
    session[SESSION_ACCOUNT] = signed.account.id
    after = desk().destinations.get(state, lambda: "/")
    return redirect(after, HTTPStatus.SEE_OTHER)


@pages.post("/sign-out")
def out() -> AnyResponse:
    """Forget who is signed in in this browser."""
    session.clear()
    return redirect(url_for("library.home"), HTTPStatus.SEE_OTHER)


def return_address() -> str:
    """Return where Miro sends people back to.

    Raises `NotFound` on a machine of one person, where nobody signs in here.
    """
    if not desk().config.sign_in:
        raise NotFound
    return desk().config.public_url + url_for("sign_in.back")


def own_path(wanted: str | None) -> str:
    """Return a path of this service with its query, the first page for anything else."""
    if wanted is None or LEADS_AWAY.match(wanted):
        return "/"
    parts = urlsplit(wanted)
    if not parts.query or len(parts.query) > LONGEST_QUERY:
        return parts.path
    return f"{parts.path}?{parts.query}"
