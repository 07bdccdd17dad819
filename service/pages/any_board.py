"""Collecting the results of any board by its address: copied by a colleague, or made by others."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from service.briefs.form import faults_of
from service.desk import desk
from service.harvest_form import HarvestForm, read_harvest_form
from service.languages import page_lang
from service.people import acting
from service.presenting.progress import is_under_way, progress_of_job
from service.refusals import Refusal, refusal_of
from service.rendering import show
from service.statuses import status_for
from service.texts import texts_in
from workshops.errors import InputFaults
from workshops.requests_answers import JobView

pages = Blueprint("any_board", __name__)


@pages.get("/harvest")
def ask() -> AnyResponse:
    """Ask for the address of a board; a job begun here is shown until it ends."""
    board, wanted = request.args.get("board", ""), request.args.get("job")
    form = HarvestForm(lang=page_lang())
    if wanted is None:
        return _page(board, form)
    job = desk().k.job(acting(), wanted)
    if job.state == "done":
        view = desk().k.workshop(acting(), board)
        return redirect(url_for("harvests.latest", ref=view.workshop), HTTPStatus.SEE_OTHER)
    over = job.error is not None and job.state != "waiting"
    refused = refusal_of(job.error, page_lang()) if job.error and over else None
    return _page(board, form, job=job, refused=refused)


@pages.post("/harvest")
def begin() -> AnyResponse:
    """Begin reading the board."""
    board = request.form.get("board", "").strip()
    form = read_harvest_form(request.form, page_lang())
    if not board:
        _ = texts_in(page_lang()).gettext
        sentence = _("Paste the address of the board here.")
        form = form.with_faults({"board": (sentence,), **form.faults})
    if form.asked is None:
        return _page(board, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        job = desk().k.submit_harvest(acting(), board, form.asked)
    except InputFaults as wrong:
        form = form.with_faults(_placed(faults_of(wrong, page_lang()), wrong))
        return _page(board, form, status=status_for(wrong))
    return redirect(url_for(".ask", board=board, job=job.id), HTTPStatus.SEE_OTHER)


def _placed(faults: dict[str, tuple[str, ...]], wrong: InputFaults) -> dict[str, tuple[str, ...]]:
    """Put what concerns no field of the form beside the address of the board."""
    own = {name: said for name, said in faults.items() if name in {"names", "attended"}}
    others = tuple(said for name in faults if name not in own for said in faults[name])
    return {**own, "board": others or (refusal_of(wrong, page_lang()).details,)}


def _page(
    board: str,
    form: HarvestForm,
    *,
    job: JobView | None = None,
    refused: Refusal | None = None,
    status: int = HTTPStatus.OK,
) -> Response:
    progress = None
    if job is not None and is_under_way(job):
        progress = progress_of_job(job, page_lang())
    return show(
        "any_board.html",
        status=status,
        board=board,
        form=form,
        job=job,
        progress=progress,
        refused=refused,
    )
