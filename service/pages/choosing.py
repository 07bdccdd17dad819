"""The page that helps to choose a method; it works without script, by its own address."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Response, request

from service.desk import desk
from service.languages import page_lang
from service.rendering import show
from workshops.choose import Choice
from workshops.errors import InputFault, InputFaults
from workshops.messages import fault_sentence

pages = Blueprint("choosing", __name__)


@pages.get("/choose")
def choosing() -> Response:
    """Ask what is not answered yet, and propose what follows from the rest."""
    answers = {name: value.strip() for name, value in request.args.items() if name != "lang"}
    faults: dict[str, str] = {}
    try:
        choice = _choice(answers)
    except InputFaults as wrong:
        faults = {fault.field: _sentence(fault) for fault in wrong.faults}
        choice = _choice({name: said for name, said in answers.items() if name not in faults})
    status = HTTPStatus.UNPROCESSABLE_ENTITY if faults else HTTPStatus.OK
    return show("choose.html", choice=choice, faults=faults, given=answers, status=status)


def _sentence(fault: InputFault) -> str:
    """Say what is wrong as a sentence of its own, beside the question."""
    said = fault_sentence(fault, page_lang())
    return f"{said[:1].upper()}{said[1:].rstrip('.')}."


def _choice(answers: dict[str, str]) -> Choice:
    """Return the choice for those answers that are still asked for.

    The follow-up of an earlier answer is in the address after that answer was changed.
    """
    asked = {question.id for question in desk().k.choose({}, page_lang()).questions}
    base = {name: value for name, value in answers.items() if name in asked}
    asked = {question.id for question in desk().k.choose(base, page_lang()).questions}
    kept = {name: value for name, value in answers.items() if name in asked}
    return desk().k.choose(kept, page_lang())
