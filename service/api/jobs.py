"""Jobs, for programs and for the script that shows progress."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Any, Literal

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, Field

from service.answers import polled_answer
from service.api.problems import Problem, described, problem_responses
from service.api.queries import LangQuery
from service.api.tokens import CHANGES, READS
from service.desk import desk
from service.languages import page_lang
from service.people import acting
from service.presenting.progress import progress_of, progress_of_job
from service.presenting.sharing import sharing_json
from service.statuses import STATUSES
from workshops.requests_answers import JobView
from workshops.stored_error import StoredError, every_error

PROBLEMS = problem_responses(HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND)

jobs = APIBlueprint(
    "api_jobs",
    __name__,
    url_prefix="/api",
    abp_responses=problem_responses(HTTPStatus.UNPROCESSABLE_ENTITY),
    abp_tags=[Tag(name="jobs", description="Work that outlives a request")],
)


class JobPath(BaseModel):
    """Which job."""

    job: str


class ProgressOut(BaseModel):
    """How far the work is; `total` is 0 while that is not known."""

    state: str
    done: int
    total: int
    text: str


class OpenedOut(BaseModel):
    """Who can open a board otherwise than asked: what they can do in Miro's words."""

    what: Literal["access_by_link", "access_of_team"]
    asked: str
    given: str


class SharingOut(BaseModel):
    """What came of sharing a board when it was made; `by_hand` says what is left to do."""

    otherwise: list[OpenedOut]
    invited: int = Field(description="How many people Miro invited.")
    not_invited: list[str] = Field(description="E-mail addresses Miro did not invite.")
    by_hand: list[str]


class JobOut(BaseModel):
    """Work under way, or ended. Ask again with `If-None-Match`, once a second."""

    job: str
    kind: Literal["create", "resume", "harvest"]
    workshop: str | None
    state: Literal["waiting", "running", "done", "failed", "cancelled"]
    progress: ProgressOut
    error: Problem | None = Field(description="Why it failed.")
    sharing: SharingOut | None = Field(description="Of a board that the job made.")
    created_at: datetime
    changed_at: datetime


@jobs.get("/jobs/<job>", responses={200: JobOut, **PROBLEMS}, security=READS)
def one_job(path: JobPath, query: LangQuery) -> Response:  # noqa: ARG001  # read from the request; here for the document
    """Give a job and how far it is."""
    return polled_answer(job_json(desk().k.job(acting(), path.job)))


@jobs.post("/jobs/<job>/cancel", responses={200: JobOut, **PROBLEMS}, security=CHANGES)
def cancel(path: JobPath, query: LangQuery) -> Response:  # noqa: ARG001  # as above
    """Stop a job; what was made is kept."""
    return polled_answer(job_json(desk().k.cancel_job(acting(), path.job)))


def job_json(job: JobView) -> dict[str, Any]:
    """Give a job as programs read it."""
    progress, sharing = progress_of_job(job, page_lang()), None
    if job.workshop is not None:
        view = desk().k.workshop(acting(), job.workshop)
        progress = progress_of(view, job, page_lang())
        if job.state == "done" and job.kind != "harvest":
            sharing = sharing_json(view, page_lang())
    return {
        "job": job.id,
        "kind": job.kind,
        "workshop": job.workshop,
        "state": job.state,
        "progress": progress.as_json(),
        "error": None if job.error is None else error_json(job.error),
        "sharing": sharing,
        "created_at": job.created_at.isoformat(),
        "changed_at": job.changed_at.isoformat(),
    }


def error_json(error: StoredError) -> dict[str, Any]:
    """Give what a job kept of its error."""
    kind = every_error().get(error.code)
    status = next(
        (status for branch, status in STATUSES if kind is not None and issubclass(kind, branch)),
        HTTPStatus.INTERNAL_SERVER_ERROR,
    )
    return described(error, int(status)).model_dump(mode="json", exclude_none=True)
