"""A line for every request, with an id that its answer carries too."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable

from flask import Flask, Response, g, request
from structlog.contextvars import bind_contextvars, clear_contextvars

HEADER = "X-Request-Id"
FILES = "static"  # of whichever part of the service

log = logging.getLogger(__name__)


def route() -> str:
    """Return the route that was called, without what the address holds of people and boards."""
    return request.url_rule.rule if request.url_rule else "(none)"


def tell_requests(
    app: Flask,
    *,
    timer: Callable[[], float] = time.perf_counter,
    new_id: Callable[[], str] = lambda: secrets.token_hex(8),
) -> None:
    """Let an application tell its requests; every log line of one carries its id."""

    @app.before_request
    def _begin() -> None:
        g.request_id, g.began = new_id(), timer()
        clear_contextvars()
        bind_contextvars(request_id=g.request_id)

    @app.after_request
    def _end(response: Response) -> Response:
        if "request_id" not in g:  # refused before it began
            return response
        response.headers[HEADER] = g.request_id
        if (request.endpoint or "").rpartition(".")[2] != FILES:
            spent = round((timer() - g.began) * 1000, 1)
            facts = {
                "http_method": request.method,
                "route": route(),
                "status": response.status_code,
                "milliseconds": spent,
            }
            log.info("request", extra=facts)
        return response

    @app.teardown_request
    def _forget(_error: BaseException | None) -> None:
        clear_contextvars()
