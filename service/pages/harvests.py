"""The page of a summary: what stands out, the numbers, the result, the actions, every note."""

from __future__ import annotations

from flask import Blueprint, Response

from harvest.summary import Summary
from service.answers import file_answer
from service.desk import desk
from service.languages import page_lang
from service.people import acting
from service.presenting.blocks import result_blocks
from service.presenting.cells import Cells
from service.presenting.labels import Labels
from service.presenting.overview import notes_by_place, set_aside, unread
from service.rendering import page_formats, show
from workshops.errors import NotFound
from workshops.requests_answers import Account, WorkshopView

pages = Blueprint("harvests", __name__)


@pages.get("/workshops/<ref>/harvest")
def latest(ref: str) -> Response:
    """Show the latest summary of a workshop."""
    return summary_page(ref, None)


@pages.get("/workshops/<ref>/harvests/<summary_id>")
def one(ref: str, summary_id: str) -> Response:
    """Show one of the summaries of a workshop."""
    return summary_page(ref, summary_id)


@pages.get("/workshops/<ref>/harvest/report.<report_format>", defaults={"summary_id": None})
@pages.get("/workshops/<ref>/harvests/<summary_id>/report.<report_format>")
def report(ref: str, summary_id: str | None, report_format: str) -> Response:
    """Give a report of a summary as a file."""
    summary = stored(acting(), ref, summary_id)
    return file_answer(desk().k.report(summary, report_format, page_lang()))


def stored(account: Account, ref: str, summary_id: str | None) -> Summary:
    """Return a stored summary, the latest when none is named.

    Raises `NotFound` when there is none.
    """
    found = desk().k.summary(account, ref, summary_id)
    if found is None:
        raise NotFound
    return found


def summary_page(ref: str, summary_id: str | None) -> Response:
    """Show a summary."""
    account, k, lang = acting(), desk().k, page_lang()
    view = k.workshop(account, ref)
    summary = stored(account, ref, summary_id)
    labels = labels_of(account, view, summary)
    cells = Cells(summary=summary, labels=labels, formats=page_formats())
    return show(
        "harvest.html",
        view=view,
        summary=summary,
        summary_id=summary_id,
        labels=labels,
        yes=cells.yes,
        blocks=result_blocks(summary.result, labels, cells),
        frames=notes_by_place(summary, labels),
        aside=tuple(set_aside(summary, lang)),
        unread=tuple(unread(summary, lang)),
        formats_offered=k.report_formats(),
    )


def labels_of(account: Account, view: WorkshopView, summary: Summary) -> Labels:
    """Return the words for what the summary names."""
    k = desk().k
    method = k.library.get(summary.method) if summary.method in k.library.ids() else None
    plan = k.workshop_plan(account, view.workshop)
    return Labels(method=method, shared=k.shared, lang=page_lang(), plan=plan)
