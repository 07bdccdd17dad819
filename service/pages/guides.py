"""The page of a method's guide: how to lead it, to be read before and printed."""

from __future__ import annotations

from flask import Blueprint, Response

from service.desk import desk
from service.languages import page_lang
from service.presenting.guides import guide_markup
from service.rendering import show

pages = Blueprint("guides", __name__)


@pages.get("/methods/<method_id>/guide")
def guide(method_id: str) -> Response:
    """Show the guide of a method in the language of the page."""
    method = desk().k.method(method_id)
    texts = method.texts[page_lang()]
    return show("guide.html", method=method, name=texts.name, guide=guide_markup(texts.guide))
