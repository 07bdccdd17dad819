"""Answers that a browser may keep and ask about again: pictures, and JSON that is polled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from flask import Response, jsonify, make_response, request

from service.desk import desk
from service.pictures import tag_of
from workshops.requests_answers import ReportFile

Kind = Literal["svg", "png"]

MEDIA_TYPES: dict[Kind, str] = {"svg": "image/svg+xml", "png": "image/png"}


def picture_answer(tag: str, kind: Kind, draw: Callable[[], bytes]) -> Response:
    """Answer with a picture, or with 304 when the browser has the one of this tag.

    Nothing is drawn for a browser that has it.
    """
    if tag in request.if_none_match:
        response = make_response(b"")
    else:
        response = make_response(desk().pictures.get(tag, draw))
    response.content_type = MEDIA_TYPES[kind]
    return tagged(response, tag)


def file_answer(file: ReportFile) -> Response:
    """Answer with a file to be saved, never opened in place: it may carry styles of its own."""
    response = make_response(file.content)
    response.content_type = file.media_type
    response.headers.set("Content-Disposition", "attachment", filename=file.name)
    return response


def polled_answer(data: dict[str, Any]) -> Response:
    """Answer with JSON, or with 304 when nothing changed."""
    return tagged(jsonify(data), tag_of(data))


def tagged(response: Response, tag: str) -> Response:
    """Let a browser keep the answer and ask each time whether it is still right."""
    response.headers["Cache-Control"] = "private, no-cache"
    response.vary.add("Cookie")
    response.set_etag(tag)
    conditional: Response = response.make_conditional(request)  # type: ignore[assignment]  # flask's own response comes back
    return conditional
