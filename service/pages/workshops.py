"""One's workshops: the list, and the page of each with its board, its state and what to do next."""

from __future__ import annotations

from http import HTTPStatus
from typing import Literal

from flask import Blueprint, Response, flash, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from board_templates.scope import parameters_of
from service.answers import Kind, file_answer, picture_answer
from service.briefs.addresses import address_of
from service.briefs.form import faults_of
from service.briefs.reading import as_arguments
from service.desk import desk
from service.harvest_form import HarvestForm, read_harvest_form
from service.languages import page_lang
from service.people import acting
from service.pictures import tag_of
from service.presenting.progress import Progress, is_under_way, progress_of
from service.presenting.titles import Title, title_of
from service.refusals import refusal_of
from service.rendering import show
from service.texts import texts_in
from workshops.errors import Cancelled, InputFaults, JobNotFound, NotFound
from workshops.requests_answers import Account, JobView, PackRequest, WorkshopView
from workshops.sharing_texts import by_hand

Moment = Literal["latest", "plan"]

pages = Blueprint("workshops", __name__)


@pages.get("/workshops")
def mine() -> Response:
    """Show one's workshops, newest first."""
    views = desk().k.workshops(acting())
    titles = {view.workshop: named(view) for view in views}
    return show("workshops.html", views=views, titles=titles)


@pages.get("/workshops/<ref>")
def workshop(ref: str) -> AnyResponse:
    """Show a workshop; a finished harvest leads on to its summary."""
    account = acting()
    view = desk().k.workshop(account, ref)
    job = job_of(account, view)
    if job is not None and job.kind == "harvest" and job.state == "done":
        return redirect(url_for("harvests.latest", ref=view.workshop), HTTPStatus.SEE_OTHER)
    return workshop_page(account, view, job, HarvestForm(lang=page_lang()))


@pages.post("/workshops/<ref>/resume")
def resume(ref: str) -> AnyResponse:
    """Go on making an unfinished board."""
    job = desk().k.submit_resume(acting(), ref)
    return redirect(url_for(".workshop", ref=ref, job=job.id), HTTPStatus.SEE_OTHER)


@pages.post("/workshops/<ref>/harvests")
def harvest(ref: str) -> AnyResponse:
    """Begin collecting the results of a board."""
    account = acting()
    view = desk().k.workshop(account, ref)
    form = read_harvest_form(request.form, page_lang())
    if form.asked is None:
        return workshop_page(account, view, None, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        job = desk().k.submit_harvest(account, ref, form.asked)
    except InputFaults as wrong:
        found = form.with_faults(faults_of(wrong, page_lang()))
        return workshop_page(account, view, None, found, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(url_for(".workshop", ref=ref, job=job.id), HTTPStatus.SEE_OTHER)


@pages.post("/workshops/<ref>/jobs/<job_id>/cancel")
def cancel(ref: str, job_id: str) -> AnyResponse:
    """Stop a job that waits or runs."""
    desk().k.cancel_job(acting(), job_id)
    return redirect(url_for(".workshop", ref=ref, job=job_id), HTTPStatus.SEE_OTHER)


@pages.get("/workshops/<ref>/remove")
def removal(ref: str) -> Response:
    """Say what would go, and ask."""
    return show("remove.html", removal=desk().k.removal(acting(), ref))


@pages.post("/workshops/<ref>/remove")
def remove(ref: str) -> AnyResponse:
    """Remove a workshop from its board."""
    answer = desk().k.remove(acting(), ref)
    texts = texts_in(page_lang())
    sentence = texts.gettext("The workshop was removed together with its board.")
    if not answer.board_removed:
        sentence = texts.gettext("The workshop was removed; the board stays.")
    flash(sentence)
    return redirect(url_for(".mine"), HTTPStatus.SEE_OTHER)


@pages.get("/workshops/<ref>/picture.<any(svg, png):kind>")
def picture(ref: str, kind: Kind) -> Response:
    """Draw the board as it was read last, or as it was planned."""
    account, k = acting(), desk().k
    view = k.workshop(account, ref)
    moment: Moment = "plan" if request.args.get("moment") == "plan" else "latest"
    read = "" if moment == "plan" else [str(said.id) for said in k.summaries(account, ref)]
    tag = tag_of(account.id, view.workshop, kind, moment, {"read": read, "made": view.created})
    return picture_answer(
        tag, kind, lambda: k.board_picture(account, ref, kind=kind, moment=moment)
    )


@pages.get("/workshops/<ref>/pack/<name>")
def pack(ref: str, name: str) -> Response:
    """Give a file of the facilitator's pack."""
    made = desk().k.pack(acting(), ref, PackRequest(lang=page_lang()))
    found = next((file for file in made.files if file.name == name), None)
    if found is None:
        raise NotFound
    return file_answer(found)


def workshop_page(
    account: Account,
    view: WorkshopView,
    job: JobView | None,
    form: HarvestForm,
    *,
    status: int = HTTPStatus.OK,
) -> Response:
    """Show a workshop with the form that begins a harvest."""
    refused = None
    if job is not None and job.state in {"failed", "cancelled"}:
        refused = refusal_of(job.error or Cancelled(), page_lang())
    progress: Progress | None = None
    if view.state == "making" or (job is not None and is_under_way(job)):
        progress = progress_of(view, job, page_lang())
    return show(
        "workshop.html",
        status=status,
        view=view,
        named=named(view),
        job=job,
        progress=progress,
        refused=refused,
        form=form,
        summaries=desk().k.summaries(account, view.workshop),
        again=again(view),
        by_hand=by_hand(view.opened, view.not_invited, page_lang()),
    )


def again(view: WorkshopView) -> str | None:
    """Return the address of the form with the values of a workshop, null without its method."""
    k = desk().k
    if view.method not in k.library.ids():
        return None
    method = k.library.get(view.method)
    arguments = as_arguments(parameters_of(method, k.shared), view.values)
    return address_of(method.id, {**arguments, "lang": [view.lang]})


def job_of(account: Account, view: WorkshopView) -> JobView | None:
    """Return the job named in the address, or the one that works on the workshop."""
    wanted = request.args.get("job") or view.job
    if wanted is None:
        return None
    try:
        job = desk().k.job(account, wanted)
    except JobNotFound:
        return None
    return job if job.workshop == view.workshop else None


def named(view: WorkshopView) -> Title:
    """Return what a workshop is called on a page."""
    return title_of(view, desk().k.library, page_lang())
