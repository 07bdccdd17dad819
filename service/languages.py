"""Which language a page is in: asked for in the address, else remembered, else Estonian."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, g, request

from board_templates.method import Lang
from service.texts import DEFAULT_LANG, LANGUAGES

COOKIE = "koosloome_lang"
YEAR = 365 * 24 * 3600


def chosen_lang(asked: str | None, remembered: str | None) -> Lang:
    """Return the language of a page."""
    wishes = (asked, remembered)
    return next((lang for wish in wishes for lang in LANGUAGES if wish == lang), DEFAULT_LANG)


def page_lang() -> Lang:
    """Return the language of the page being made."""
    if "lang" not in g:
        g.lang = chosen_lang(request.args.get("lang"), request.cookies.get(COOKIE))
    lang: Lang = g.lang
    return lang


def remember(response: Response, *, secure: bool) -> Response:
    """Keep the language a page was asked for in, so that the next one needs no asking."""
    asked = request.args.get("lang")
    is_page = response.mimetype == "text/html"
    if is_page and asked in LANGUAGES and asked != request.cookies.get(COOKIE):
        response.set_cookie(
            COOKIE, asked, max_age=YEAR, httponly=True, samesite="Lax", secure=secure
        )
    return response


def switched(arguments: Mapping[str, list[str]]) -> tuple[str, dict[str, list[str]]]:
    """Return the other language, and the arguments of the same page in it."""
    other = next(lang for lang in LANGUAGES if lang != page_lang())
    return other, {**arguments, "lang": [other]}
