"""Makes a page of a template in the language of the request."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urlencode

from flask import Response, make_response, render_template, request

from service.desk import desk
from service.formats import Formats
from service.languages import page_lang, switched
from service.people import signed_in
from service.texts import texts_in


def show(
    template: str,
    *,
    status: int = HTTPStatus.OK,
    arguments: dict[str, list[str]] | None = None,
    **values: object,
) -> Response:
    """Answer with a page. `arguments` are those of the same page in the other language."""
    lang = page_lang()
    page = render_template(
        template,
        lang=lang,
        other=_other(arguments),
        came=came(arguments),
        formats=page_formats(),
        sandbox=desk().in_sandbox,
        sign_in=desk().config.sign_in,
        person=signed_in(),
        text=texts_in(lang).gettext,
        **values,
    )
    response = make_response(page, status)
    response.vary.update(("Cookie",))
    return response


def page_formats() -> Formats:
    """Return how this page writes dates and numbers."""
    here = desk()
    now = datetime.fromtimestamp(here.clock.now(), UTC)
    return Formats(page_lang(), here.config.zone, now)


def came(arguments: dict[str, list[str]] | None) -> str:
    """Return the address within this service that shows the same page again, after a sign-in."""
    if (request.endpoint or "").startswith("sign_in."):
        return "/"
    if request.method == "GET":
        return request.full_path.removesuffix("?")
    if arguments is None:
        return "/"
    return f"{request.path}?{urlencode({'lang': [page_lang()], **arguments}, doseq=True)}"


def _other(arguments: dict[str, list[str]] | None) -> dict[str, str]:
    """Return the language to change to and the address of this page in it."""
    if arguments is None:
        arguments = request.args.to_dict(flat=False) if request.method == "GET" else {}
    path = request.path if request.method == "GET" or arguments else "/"
    other, changed = switched(arguments)
    return {"lang": other, "address": f"{path}?{urlencode(changed, doseq=True)}"}
