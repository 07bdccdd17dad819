"""The page of a method: what it is for, what the board will look like, the form of its brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from board_templates.method import Method
from board_templates.plan import Plan
from service.answers import Kind, picture_answer
from service.briefs.addresses import address_of
from service.briefs.form import BriefForm, base_name, faults_of, read_form
from service.briefs.places import NAMES as PLACE
from service.briefs.places import Place, read_place
from service.briefs.reading import as_arguments
from service.briefs.samples import completed
from service.desk import desk
from service.languages import page_lang
from service.people import acting
from service.pictures import tag_of
from service.presenting.standing import standing_on
from service.rendering import show
from service.texts import texts_in
from workshops.briefs import beside
from workshops.errors import AlreadyUnfinished, InputFaults, NotFound, NotSignedIn
from workshops.requests_answers import CreateRequest

pages = Blueprint("methods", __name__)


@pages.get("/methods/<method_id>")
def method(method_id: str) -> Response:
    """Show a method, its form filled in with what the address carries."""
    on = request.args.get("on", "").strip()
    form = read_form(desk().k, desk().k.method(method_id), request.args, page_lang())
    form = replace(form, values=beside(form.values, on or None))
    checked = with_faults(form)
    given = {name: said for name, said in checked.faults.items() if base_name(name) in form.values}
    return form_page(replace(checked, faults=given), Place(on=on))


@pages.post("/methods/<method_id>")
def make(method_id: str) -> AnyResponse:
    """Make a board of what was filled in, or show everything that is wrong with it."""
    form = read_form(desk().k, desk().k.method(method_id), request.form, page_lang())
    place = read_place(request.form)
    if request.form.get("do") == "preview":
        return form_page(with_faults(form), place)
    try:
        job = desk().k.submit_create(acting(), create_request(form, place))
    except InputFaults as wrong:
        return refused_page(form, place, wrong)
    except AlreadyUnfinished as unfinished:
        return form_page(form, place, status=HTTPStatus.CONFLICT, unfinished=unfinished.workshop)
    except NotSignedIn:
        return form_page(form, place, status=HTTPStatus.UNAUTHORIZED)
    except NotFound:
        if not place.on:
            raise
        return form_page(form, place, status=HTTPStatus.NOT_FOUND)
    return redirect(
        url_for("workshops.workshop", ref=job.workshop, job=job.id), HTTPStatus.SEE_OTHER
    )


@pages.get("/methods/<method_id>/picture.<any(svg, png):kind>")
def picture(method_id: str, kind: Kind) -> Response:
    """Draw the board of the values in the address, an example's where one is missing."""
    k, lang = desk().k, page_lang()
    form = read_form(k, k.method(method_id), request.args, lang)
    values = completed(form.parameters, form.values, desk().examples.brief(method_id, lang))
    tag = tag_of(form.method.digest, form.method.version, kind, lang, values)
    return picture_answer(tag, kind, lambda: k.preview(method_id, values, lang, kind=kind))


def refused_page(form: BriefForm, place: Place, wrong: InputFaults) -> Response:
    """Show the form with everything that is wrong with it, each fault beside its field."""
    faults = faults_of(wrong, page_lang(), form.choices)
    about_place = {name: faults.pop(name) for name in PLACE & set(faults)}
    return form_page(
        replace(form, faults=faults),
        replace(place, faults=about_place),
        status=HTTPStatus.UNPROCESSABLE_ENTITY,
    )


def create_request(form: BriefForm, place: Place) -> CreateRequest:
    """Return what is asked for with this form."""
    return CreateRequest(
        method=form.method.id,
        values=form.values,
        lang=page_lang(),
        team=place.team or None,
        invite=place.invited,
        on=place.on or None,
        new=request.form.get("new") == "1",
    )


def with_faults(form: BriefForm) -> BriefForm:
    """Return the form with everything that is wrong with it."""
    try:
        desk().k.make_plan(form.method.id, form.values, page_lang())
    except InputFaults as wrong:
        return replace(form, faults=faults_of(wrong, page_lang(), form.choices))
    return form


def form_page(
    form: BriefForm,
    place: Place,
    *,
    status: int = HTTPStatus.OK,
    unfinished: str | None = None,
    expired: bool = False,
) -> Response:
    """Show a method with the form as it stands."""
    k, lang = desk().k, page_lang()
    arguments = form.arguments
    plan = shown_plan(form)
    here = url_for("methods.method", method_id=form.method.id)
    return show(
        "method.html",
        status=status,
        arguments={**arguments, "on": [place.on]} if place.on else arguments,
        place_of=place,
        standing=standing_on(place.on),
        missing=status == HTTPStatus.NOT_FOUND,
        signed_out=status == HTTPStatus.UNAUTHORIZED,
        own_board=f"{here}?{urlencode(first_of_day(arguments), doseq=True)}",
        every_fault=(*form.all_faults, *faults_of_place(place)),
        method=form.method,
        about=form.method.texts[lang],
        form=form,
        plan=plan,
        phase=k.shared.texts[lang].phases[form.method.phase],
        related=related(form.method),
        own_status=k.library.statuses(lang).get(k.library.status(form.method.id) or ""),
        address=address_of(form.method.id, arguments),
        picture=None if plan is None else picture_address(form, plan),
        unfinished=unfinished,
        expired=expired,
    )


def first_of_day(arguments: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return what an own board is asked for with: it warms up again (`beside`)."""
    return {name: said for name, said in arguments.items() if name != "warm_up"}


def faults_of_place(place: Place) -> tuple[tuple[str, str, str], ...]:
    """Return what is wrong with the place, as `BriefForm.all_faults` gives what is with values."""
    label = texts_in(page_lang()).gettext("Invite to the board")
    return tuple(("invite", label, sentence) for sentence in place.faults.get("invite", ()))


def shown_plan(form: BriefForm) -> Plan | None:
    """Return the plan of the form's values if they are right, else one without them.

    Null for a method whose example cannot be used and whose fields nothing else can fill.
    """
    k, lang = desk().k, page_lang()
    example = desk().examples.brief(form.method.id, lang)
    for values in (form.values, {}):
        try:
            return k.make_plan(form.method.id, completed(form.parameters, values, example), lang)
        except InputFaults:
            continue
    return None


def picture_address(form: BriefForm, plan: Plan) -> str:
    """Return the address of the picture of a plan, short while nothing was filled in."""
    brief: Mapping[str, Any] = plan.brief if form.values else {}
    arguments = {"lang": [page_lang()], **as_arguments(form.parameters, brief)}
    path = url_for("methods.picture", method_id=form.method.id, kind="svg")
    return f"{path}?{urlencode(arguments, doseq=True)}"


def related(method: Method) -> dict[str, tuple[Method, ...]]:
    """Return the methods that come before and after this one, of those in the library."""
    library = desk().k.library
    known = set(library.ids())
    return {
        "before": tuple(library.get(other) for other in method.identity.fed_by if other in known),
        "after": tuple(library.get(other) for other in method.identity.feeds if other in known),
    }
