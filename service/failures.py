"""Errors as answers: a page for people, a problem (RFC 9457) for programs."""

from __future__ import annotations

import logging
from http import HTTPStatus

from flask import Flask, Response, request
from flask_wtf.csrf import CSRFError  # type: ignore[import-untyped]  # it ships no types
from werkzeug.exceptions import HTTPException, SecurityError

from service.api.problems import API_PATH, problem_of, problem_page
from service.briefs.form import read_form
from service.briefs.places import read_place
from service.desk import desk
from service.languages import page_lang
from service.pages.methods import form_page
from service.refusals import Refusal, refusal_of
from service.rendering import show
from service.request_log import route
from service.statuses import status_for
from service.texts import texts_in
from workshops.errors import KoosloomeError, NotFound, OurFault

log = logging.getLogger(__name__)


def handle(app: Flask) -> None:
    """Teach an application to answer every error."""
    app.register_error_handler(KoosloomeError, refused)
    app.register_error_handler(SecurityError, strange_host)
    app.register_error_handler(CSRFError, expired_form)
    app.register_error_handler(HTTPException, http_refused)
    app.register_error_handler(Exception, unforeseen)


def refused(error: KoosloomeError) -> Response:
    """Answer an error of the product."""
    if isinstance(error, OurFault):
        log.error("a fault of ours: %s", error.code)
    if request.path.startswith(API_PATH):
        return problem_of(error)
    return refusal_page(refusal_of(error, page_lang()), status_for(error))


def strange_host(_error: SecurityError) -> Response:
    """Refuse a request that names another host: a rebound address, or a wrong public address."""
    sentence = "This service does not answer under this name. See KOOSLOOME_PUBLIC_URL.\n"
    return Response(sentence, HTTPStatus.BAD_REQUEST, content_type="text/plain; charset=utf-8")


def expired_form(_error: CSRFError) -> Response:
    """Ask to send again what came without a valid token; a brief's form keeps what was typed."""
    if request.path.startswith(API_PATH):
        return problem_page(HTTPStatus.FORBIDDEN, "token", "The token is missing or out of date.")
    if request.endpoint == "methods.make":
        k, lang = desk().k, page_lang()
        method = k.method((request.view_args or {})["method_id"])
        form = read_form(k, method, request.form, lang)
        place = read_place(request.form)
        return form_page(form, place, status=HTTPStatus.BAD_REQUEST, expired=True)
    _ = texts_in(page_lang()).gettext
    refusal = Refusal(
        title=_("The page was open too long"),
        why=_("For safety a page can be sent only from the browser window that opened it."),
        remedy=_("Go back, load the page again and repeat what you did."),
    )
    return refusal_page(refusal, HTTPStatus.BAD_REQUEST)


def http_refused(error: HTTPException) -> Response:
    """Answer what Flask itself refuses: no such page, a wrong method, a request too large."""
    if error.response is not None:
        response: Response = error.response  # type: ignore[assignment]  # our own callbacks make flask's
        return response
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    if request.path.startswith(API_PATH):
        return problem_page(status, "http", error.description or "")
    if status == HTTPStatus.NOT_FOUND:
        return refusal_page(refusal_of(NotFound(), page_lang()), status)
    if status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return refusal_page(_wrong_request(), status)
    return refusal_page(refusal_of(OurFault(), page_lang()), status)


def too_often(minutes: int) -> Response:
    """Ask to wait."""
    status = HTTPStatus.TOO_MANY_REQUESTS
    if request.path.startswith(API_PATH):
        detail = f"Too many requests. Wait {minutes} min."
        response = problem_page(status, "too_often", detail)
    else:
        texts = texts_in(page_lang())
        wait = texts.ngettext(
            "Wait a minute and try again.", "Wait %(num)s minutes and try again.", minutes
        )
        refusal = Refusal(
            title=texts.gettext("Too often"),
            why=texts.gettext("This was asked for many times in a short while."),
            remedy=wait % {"num": minutes} if "%(num)s" in wait else wait,
        )
        response = refusal_page(refusal, status)
    response.headers["Retry-After"] = str(minutes * 60)
    return response


def unforeseen(error: Exception) -> Response:
    """Answer a fault of ours without telling its inside."""
    log.error("unforeseen: %s %s", request.method, route(), exc_info=error)
    return refused(OurFault(reason=type(error).__name__))


def refusal_page(refusal: Refusal, status: int) -> Response:
    """Show an error: what happened, why, what to do next."""
    k, lang = desk().k, page_lang()
    near = tuple(k.method(name) for name in refusal.near)
    names = {method.id: method.texts[lang].name for method in near}
    return show("refusal.html", status=status, refusal=refusal, near=names)


def _wrong_request() -> Refusal:
    _ = texts_in(page_lang()).gettext
    return Refusal(
        title=_("The page cannot do this"),
        why=_("The address was opened in a way it does not know, or too much was sent at once."),
        remedy=_("Go back and try again, or begin with the methods."),
    )
