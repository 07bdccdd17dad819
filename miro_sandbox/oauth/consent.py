"""The consent page: who are you, and may this app use your boards?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from flask import Response

if TYPE_CHECKING:
    from miro_sandbox.config import App


def consent_page(app: App, fields: dict[str, str]) -> Response:
    """Give the page with a form that carries the fields on.

    Browsers apply `form-action` to the redirect after a form too, so the app's origin stands in it.
    """
    target = urlsplit(fields["redirect_uri"])
    body = _page(f"{app.name} asks to use your boards")
    SubElement(body, "p").text = f"Scopes: {', '.join(app.scopes)}"
    form = SubElement(body, "form", {"method": "post", "action": "/oauth/authorize"})
    for name, value in fields.items():
        SubElement(form, "input", {"type": "hidden", "name": name, "value": value})
    label = SubElement(form, "label", {"for": "name"})
    label.text = "Person of the sandbox"
    look = {"pattern": "[A-Za-z0-9_.\\-]{1,64}", "required": "required", "autocomplete": "off"}
    SubElement(form, "input", {"id": "name", "name": "name", "value": "me", **look})
    for decision, words in (("allow", "Install and authorise"), ("deny", "Cancel")):
        button = SubElement(form, "button", {"name": "decision", "value": decision})
        button.text = words
    return _response(body, 200, f"{target.scheme}://{target.netloc}")


def refusal_page(reason: str) -> Response:
    """Give the page for a request that may not be sent back to anybody."""
    return _response(_page(reason), 400, "")


def _page(title: str) -> Element:
    body = Element("body", {"class": "consent"})
    SubElement(body, "h1").text = title
    return body


def _response(body: Element, status: int, target: str) -> Response:
    page = Element("html", {"lang": "en"})
    head = SubElement(page, "head")
    SubElement(head, "meta", {"charset": "utf-8"})
    SubElement(head, "title").text = "Sandbox"
    SubElement(head, "link", {"rel": "stylesheet", "href": "/sandbox/static/board.css"})
    page.append(body)
    html: bytes = tostring(page, encoding="utf-8", method="html")
    response = Response(b"<!DOCTYPE html>\n" + html, status=status, mimetype="text/html")
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'self'; form-action 'self' {target}; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    response.headers["Cache-Control"] = "no-store"
    return response
