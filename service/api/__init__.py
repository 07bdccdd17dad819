"""The JSON API and its OpenAPI document."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, jsonify
from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI
from flask_wtf.csrf import CSRFProtect  # type: ignore[import-untyped]  # it ships no types

from service.api import choosing as _choosing  # noqa: F401  # adds an operation to `methods`
from service.api.jobs import jobs
from service.api.methods import methods
from service.api.problems import API_PATH, Problem, validation_problem
from service.api.tokens import SECURITY_SCHEMES, refuse_foreign_changes, tokens
from service.api.workshops import workshops

VERSION = "1"
PARTS = (methods, workshops, jobs, tokens)

ABOUT = """\
Makes Miro boards for facilitation methods and reads them back as structured summaries.

Answers that are errors are problems (RFC 9457, `application/problem+json`); `faults` names every
wrong value at once. `lang` chooses the language of texts: `et` (default) or `en`.

Without sign-in the service acts for the person of its machine and needs no credentials. A change
must come as `application/json`. From a browser (a request with cookies, `Origin` or
`Sec-Fetch-Site`), and always where people sign in, it must carry `X-CSRFToken` from `/api/token`.
"""


def mount_api(import_name: str) -> OpenAPI:
    """Make the application with the API in it; the document is `/api/openapi.json`."""
    app = OpenAPI(
        import_name,
        info=Info(title="Koosloome", version=VERSION, description=ABOUT),
        security_schemes=SECURITY_SCHEMES,
        validation_error_status=422,
        validation_error_model=Problem,
        validation_error_callback=validation_problem,
        doc_ui=False,
        static_folder=None,
    )
    for part in PARTS:
        app.register_api(part)

    @app.get(f"{API_PATH}openapi.json", doc_ui=False)
    def document() -> Response:
        """Give the description of the API."""
        described: dict[str, Any] = app.api_doc
        return jsonify(described)

    return app


def guard_changes(app: Flask) -> None:
    """Ask forms for their token; the API judges its own requests (`tokens`)."""
    protection = CSRFProtect(app)
    for part in PARTS:
        protection.exempt(part)
    app.before_request(refuse_foreign_changes)
