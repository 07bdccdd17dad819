"""Methods of the library, for programs."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Literal

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, Field

from board_templates.method import Method
from service.answers import polled_answer
from service.api.problems import problem_responses
from service.api.queries import LangQuery
from service.api.tokens import READS
from service.desk import desk
from service.languages import page_lang

methods = APIBlueprint(
    "api_methods",
    __name__,
    url_prefix="/api",
    abp_responses=problem_responses(HTTPStatus.UNPROCESSABLE_ENTITY),
    abp_tags=[Tag(name="methods", description="The library")],
    abp_security=READS,
)


class Span(BaseModel):
    """A least and a most."""

    min: int
    max: int


class MethodOut(BaseModel):
    """A method of the library."""

    id: str
    version: int
    status: Literal["draft", "tried", "adopted", "retired"] | None = Field(
        description="How far a method of people's own has come; null for those of the library."
    )
    phase: str
    name: str
    purpose: str
    minutes: int = Field(description="How long it takes unless the brief says otherwise.")
    people: Span


class FieldOut(BaseModel):
    """A field of the brief."""

    name: str
    label: str
    help: str
    type: str
    required: bool
    default: str
    allowed: str = Field(description="The limits in words.")
    common: bool = Field(description="Whether every method has the field.")


class MethodsOut(BaseModel):
    """The library."""

    methods: list[MethodOut]


class MethodDetailOut(MethodOut):
    """A method with what it is for and what its brief asks."""

    use_when: str
    not_when: str
    preparation: str
    brief: list[FieldOut]


class MethodPath(BaseModel):
    """Which method."""

    method: str = Field(description="The id of a method, such as `stakeholder-map`.")


@methods.get("/methods", responses={200: MethodsOut})
def every_method(query: LangQuery) -> Response:  # noqa: ARG001  # read from the request; here for the document
    """List the methods."""
    found = [outline(method) for method in desk().k.library.all()]
    return polled_answer({"methods": found})


@methods.get(
    "/methods/<method>",
    responses={200: MethodDetailOut, **problem_responses(HTTPStatus.NOT_FOUND)},
)
def one_method(path: MethodPath, query: LangQuery) -> Response:  # noqa: ARG001  # as above
    """Give a method and the fields of its brief."""
    k, lang = desk().k, page_lang()
    method = k.method(path.method)
    texts = method.texts[lang]
    return polled_answer(
        {
            **outline(method),
            "use_when": texts.use_when,
            "not_when": texts.not_when,
            "preparation": texts.preparation,
            "brief": [field.as_json() for field in k.brief_form(method.id, lang)],
        }
    )


def outline(method: Method) -> dict[str, Any]:
    """Give what a list shows of a method."""
    texts = method.texts[page_lang()]
    return {
        "id": method.id,
        "version": method.version,
        "status": desk().k.library.status(method.id),
        "phase": method.phase,
        "name": texts.name,
        "purpose": texts.purpose,
        "minutes": method.minutes.default,
        "people": {"min": method.people.min, "max": method.people.max},
    }
