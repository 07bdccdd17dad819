"""Errors of the API as problems (RFC 9457), all faults of the input at once."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from flask import Response, make_response
from pydantic import BaseModel, Field, ValidationError

from service.languages import page_lang
from service.statuses import status_for
from workshops.errors import InputFaults, KoosloomeError, Unfinished, UnknownMethod
from workshops.messages import fault_text, message
from workshops.stored_error import StoredError

API_PATH = "/api/"
MEDIA_TYPE = "application/problem+json"
KIND = "urn:koosloome:problem:"


class FaultOut(BaseModel):
    """One wrong value."""

    field: str = Field(description="The field of the brief or of the request.")
    code: str = Field(description="Stable name of what is wrong.")
    detail: str = Field(description="The sentence for people.")


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = Field(description="A URI that names the kind of problem.")
    title: str
    status: int
    detail: str
    code: str = Field(description="Stable name of the problem.")
    faults: list[FaultOut] = Field(default_factory=list)
    near: list[str] = Field(default_factory=list, description="Ids that may have been meant.")
    workshop: str | None = Field(None, description="The workshop that can be resumed.")


def problem_response(status: HTTPStatus) -> dict[str, Any]:
    """Describe a problem as the answer of an operation."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": status.phrase, "content": {MEDIA_TYPE: {"schema": schema}}}


def problem_responses(*statuses: HTTPStatus) -> dict[str | int | HTTPStatus, Any]:
    """Describe the problems that an operation may answer with."""
    return {str(int(status)): problem_response(status) for status in statuses}


def problem_of(error: KoosloomeError) -> Response:
    """Answer an error of the product."""
    return _answer(described(error, int(status_for(error))))


def described(error: KoosloomeError | StoredError, status: int) -> Problem:
    """Put an error, or the one a job kept, into the form of a problem."""
    lang = page_lang()
    found = error.faults if isinstance(error, StoredError | InputFaults) else ()
    faults = [
        FaultOut(field=fault.field, code=fault.code, detail=fault_text(fault, lang))
        for fault in found
    ]
    return Problem(
        type=f"{KIND}{error.code}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=message(error, lang),
        code=error.code,
        faults=faults,
        near=list(error.near) if isinstance(error, UnknownMethod) else [],
        workshop=error.workshop if isinstance(error, Unfinished) else None,
    )


def problem_page(status: int, code: str, detail: str) -> Response:
    """Answer what is refused before the product is asked."""
    title = HTTPStatus(status).phrase
    return _answer(
        Problem(type=f"{KIND}{code}", title=title, status=status, detail=detail, code=code)
    )


def validation_problem(wrong: ValidationError) -> Response:
    """Answer a request that does not have the form the document describes."""
    faults = [
        FaultOut(
            field=".".join(str(part) for part in entry["loc"]) or "body",
            code=entry["type"],
            detail=entry["msg"],
        )
        for entry in wrong.errors()
    ]
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return _answer(
        Problem(
            type=f"{KIND}request",
            title=status.phrase,
            status=status,
            detail="\n".join(f"{fault.field}: {fault.detail}" for fault in faults),
            code="request",
            faults=faults,
        )
    )


def _answer(problem: Problem) -> Response:
    response = make_response(problem.model_dump_json(exclude_none=True), problem.status)
    response.content_type = MEDIA_TYPE
    return response
