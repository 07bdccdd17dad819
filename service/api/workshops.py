"""Workshops, for programs: make one, look at it, collect its results."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Any, Literal

from flask import Response, jsonify, url_for
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, ConfigDict, Field

from harvest.summary import Summary
from service.answers import polled_answer
from service.api.jobs import JobOut, ProgressOut, SharingOut, job_json
from service.api.problems import problem_responses
from service.api.queries import LangQuery, SummaryQuery, WorkshopPath
from service.api.tokens import CHANGES, READS
from service.desk import desk
from service.languages import page_lang
from service.people import acting
from service.presenting.progress import progress_of
from service.presenting.sharing import sharing_json
from workshops.errors import NotFound
from workshops.requests_answers import CreateRequest, HarvestRequest, JobView, WorkshopView

READ_PROBLEMS = problem_responses(HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND)
CHANGE_PROBLEMS = problem_responses(
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.CONFLICT,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
)

workshops = APIBlueprint(
    "api_workshops",
    __name__,
    url_prefix="/api",
    abp_responses=problem_responses(HTTPStatus.UNPROCESSABLE_ENTITY),
    abp_tags=[Tag(name="workshops", description="Boards and their results")],
)


class BoardOut(BaseModel):
    """A board in Miro, or in the sandbox."""

    id: str
    name: str
    url: str


class WorkshopOut(BaseModel):
    """A method prepared on a board."""

    workshop: str
    method: str
    title: str
    state: Literal["making", "unfinished", "ready", "found", "removed"]
    world: Literal["sandbox", "miro"]
    board: BoardOut | None
    created_at: datetime
    progress: ProgressOut
    sharing: SharingOut | None = Field(description="Of a board that is ready.")


class WorkshopsOut(BaseModel):
    """One's workshops, newest first."""

    workshops: list[WorkshopOut]


class SummaryLine(BaseModel):
    """A stored summary."""

    id: str
    at: datetime
    matched_by: str
    read: int
    counted: int


class SummariesOut(BaseModel):
    """The summaries of a workshop."""

    summaries: list[SummaryLine]


class CreateIn(BaseModel):
    """A board to be made."""

    model_config = ConfigDict(extra="forbid")

    method: str = Field(description="The id of a method.")
    brief: dict[str, Any] = Field(default_factory=dict, description="Values by field.")
    lang: Literal["et", "en"] = Field("et", description="The language of the board.")
    on: str | None = Field(None, description="A board that is there already.")
    team: str | None = Field(None, description="The id of the Miro team it goes to.")
    invite: list[str] = Field(default_factory=list, description="E-mail addresses Miro invites.")
    new: bool = Field(default=False, description="Make another beside an unfinished one.")


class HarvestIn(BaseModel):
    """How results are to be collected."""

    model_config = ConfigDict(extra="forbid")

    lang: Literal["et", "en"] | None = Field(None, description="The board's own unless given.")
    names: Literal["tasks", "none", "pseudonym", "full"] = "tasks"
    attended: int | None = Field(None, ge=1, le=500, description="How many people came.")


@workshops.get("/workshops", responses={200: WorkshopsOut, **READ_PROBLEMS}, security=READS)
def every_workshop(query: LangQuery) -> Response:  # noqa: ARG001  # read from the request; here for the document
    """List one's workshops, newest first."""
    views = desk().k.workshops(acting())
    return polled_answer({"workshops": [workshop_json(view) for view in views]})


@workshops.post("/workshops", responses={202: JobOut, **CHANGE_PROBLEMS}, security=CHANGES)
def create(query: LangQuery, body: CreateIn) -> Response:  # noqa: ARG001  # as above
    """Begin making a board; the job says how far it is."""
    asked = CreateRequest(
        method=body.method,
        values=body.brief,
        lang=body.lang,
        team=body.team,
        invite=tuple(body.invite),
        on=body.on,
        new=body.new,
    )
    return accepted(desk().k.submit_create(acting(), asked))


@workshops.get(
    "/workshops/<workshop>", responses={200: WorkshopOut, **READ_PROBLEMS}, security=READS
)
def one_workshop(path: WorkshopPath, query: LangQuery) -> Response:  # noqa: ARG001  # as above
    """Give a workshop and how far its board is."""
    return polled_answer(workshop_json(desk().k.workshop(acting(), path.workshop)))


@workshops.post(
    "/workshops/<workshop>/resume", responses={202: JobOut, **CHANGE_PROBLEMS}, security=CHANGES
)
def resume(path: WorkshopPath, query: LangQuery) -> Response:  # noqa: ARG001  # as above
    """Go on making an unfinished board."""
    return accepted(desk().k.submit_resume(acting(), path.workshop))


@workshops.post(
    "/workshops/<workshop>/harvests", responses={202: JobOut, **CHANGE_PROBLEMS}, security=CHANGES
)
def harvest(path: WorkshopPath, query: LangQuery, body: HarvestIn) -> Response:  # noqa: ARG001  # as above
    """Begin collecting the results of a board."""
    asked = HarvestRequest(lang=body.lang, names=body.names, attended=body.attended)
    return accepted(desk().k.submit_harvest(acting(), path.workshop, asked))


@workshops.get(
    "/workshops/<workshop>/summary", responses={200: Summary, **READ_PROBLEMS}, security=READS
)
def summary(path: WorkshopPath, query: SummaryQuery) -> Response:
    """Give the latest summary: the envelope, one shape for every method."""
    found = desk().k.summary(acting(), path.workshop, lang=query.lang)
    if found is None:
        raise NotFound
    return polled_answer(found.as_data())


@workshops.get(
    "/workshops/<workshop>/summaries",
    responses={200: SummariesOut, **READ_PROBLEMS},
    security=READS,
)
def summaries(path: WorkshopPath, query: LangQuery) -> Response:  # noqa: ARG001  # as above
    """List the summaries of a workshop, newest first."""
    views = desk().k.summaries(acting(), path.workshop)
    lines = [
        SummaryLine(
            id=view.id, at=view.at, matched_by=view.matched_by, read=view.read, counted=view.counted
        )
        for view in views
    ]
    return polled_answer(SummariesOut(summaries=lines).model_dump(mode="json"))


def workshop_json(view: WorkshopView) -> dict[str, Any]:
    """Give a workshop as programs read it."""
    progress = progress_of(view, None, page_lang())
    return {
        **view.as_json(),
        "created_at": view.created_at.isoformat(),
        "progress": progress.as_json(),
        "sharing": sharing_json(view, page_lang()),
    }


def accepted(job: JobView) -> Response:
    """Answer with a job that has only begun, and where to ask about it."""
    response = jsonify(job_json(job))
    response.status_code = HTTPStatus.ACCEPTED
    response.headers["Location"] = url_for("api_jobs.one_job", job=job.id)
    return response
