"""Choosing a method by a few questions, for programs."""

from __future__ import annotations

from flask import Response
from pydantic import BaseModel, Field

from service.answers import polled_answer
from service.api.methods import methods
from service.api.queries import LangQuery
from service.desk import desk
from service.languages import page_lang
from workshops.choose import answers_of


class OptionOut(BaseModel):
    """An answer that can be chosen."""

    id: str
    label: str


class QuestionOut(BaseModel):
    """A question, with the answer that was given."""

    id: str
    text: str
    required: bool
    options: list[OptionOut] = Field(description="Empty where a number is asked for.")
    min: int | None
    max: int | None
    answer: str = Field(description="Empty while it has none.")


class ProposalOut(BaseModel):
    """A method proposed, and why."""

    method: str
    name: str
    purpose: str
    use_when: str
    reasons: list[str]
    fits: bool = Field(description="False where the number of people or the time speaks against.")


class ChoiceOut(BaseModel):
    """What is asked after these answers, and what follows from them."""

    questions: list[QuestionOut]
    proposals: list[ProposalOut]


class ChooseQuery(LangQuery):
    """The answers so far."""

    answer: list[str] = Field(
        default_factory=list,
        max_length=20,
        description="`NAME=VALUE`, repeated: the id of a question and of an option, or a number.",
    )


@methods.get("/choose", responses={200: ChoiceOut})
def choose(query: ChooseQuery) -> Response:
    """Propose methods, the likeliest first; at most four questions are asked."""
    return polled_answer(desk().k.choose(answers_of(query.answer), page_lang()).as_json())
