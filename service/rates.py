"""How often one may sign in and make boards, where many people use one service.

Counted in this process: with several processes each counts for itself. Behind a proxy all people
come from one address, so signing in is limited generously.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, Response, request, session
from flask_limiter import Limiter, RateLimitExceeded
from flask_limiter.util import get_remote_address

from service.people import SESSION_ACCOUNT

SIGN_INS_A_MINUTE = 30
BOARDS_A_MINUTE = 10
BOARDS_AN_HOUR = 60

MINUTE = 60
SIGN_IN = ("sign_in.begin", "sign_in.back")
MAKING = ("methods.make", "api_workshops.create")


def limit(app: Flask, refuse: Callable[[int], Response]) -> None:
    """Let an application refuse who comes too often; `refuse` is told the minutes to wait."""
    limiter = Limiter(
        get_remote_address, app=app, storage_uri="memory://", strategy="moving-window"
    )
    app.register_error_handler(RateLimitExceeded, lambda error: refuse(wait_minutes(error)))
    views = app.view_functions
    for name in SIGN_IN:
        sign_in: Any = limiter.limit(f"{SIGN_INS_A_MINUTE} per minute")
        views[name] = sign_in(views[name])
    making: Any = limiter.shared_limit(
        f"{BOARDS_A_MINUTE} per minute; {BOARDS_AN_HOUR} per hour",
        scope="boards",
        key_func=_person,
        exempt_when=_only_looks,
    )
    for name in MAKING:
        views[name] = making(views[name])


def _person() -> str:
    return str(session.get(SESSION_ACCOUNT) or get_remote_address())


def _only_looks() -> bool:
    """Tell whether the form is only to be shown with its picture."""
    return request.form.get("do") == "preview"


def wait_minutes(error: RateLimitExceeded) -> int:
    """Return after how many minutes it is certain to be allowed again."""
    return max(1, error.limit.limit.get_expiry() // MINUTE)
