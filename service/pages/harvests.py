"""The page of a summary: what stands out, the numbers, the result, the actions, every note."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

from flask import Blueprint, Response, request

from harvest.reports import ReportContext
from harvest.reports.head import Head
from harvest.reports.outline import Outline
from harvest.summary import Summary
from service.answers import file_answer
from service.briefs.form import faults_of
from service.desk import desk
from service.languages import page_lang
from service.memo_form import MemoForm, proposed_form, sent_form
from service.people import acting
from service.pictures import tag_of
from service.presenting.overview import set_aside, unread
from service.presenting.shapes import Chapter, chapters, kind_of, numeric_columns, shape_of
from service.rendering import show
from service.texts import texts_in
from workshops.errors import InputFaults, NotFound
from workshops.requests_answers import Account, WorkshopView

LISTS = ("decisions", "questions", "parked")

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
    account, k = acting(), desk().k
    summary, view = stored(account, ref, summary_id), k.workshop(account, ref)
    return file_answer(k.report(summary, report_format, page_lang(), workshop=view.workshop))


@pages.post("/workshops/<ref>/harvest", defaults={"summary_id": None})
@pages.post("/workshops/<ref>/harvests/<summary_id>")
def memo(ref: str, summary_id: str | None) -> Response:
    """Give the memo and the letter with what a person filled in, or say what is wrong with it."""
    account, k, lang = acting(), desk().k, page_lang()
    summary, view = stored(account, ref, summary_id), k.workshop(account, ref)
    form = sent_form(request.form, k.to_fill_in(summary, workshop=view.workshop), lang)
    try:
        file = k.report(summary, "memo", lang, workshop=view.workshop, said=form.values)
    except InputFaults as wrong:
        faulty = form.with_faults(faults_of(wrong, lang))
        return summary_page(ref, summary_id, faulty, HTTPStatus.UNPROCESSABLE_ENTITY)
    return file_answer(file)


def stored(account: Account, ref: str, summary_id: str | None) -> Summary:
    """Return a stored summary in the words of the page's language, the latest when none is named.

    Raises `NotFound` when there is none.
    """
    found = desk().k.summary(account, ref, summary_id, lang=page_lang())
    if found is None:
        raise NotFound
    return found


def summary_page(
    ref: str,
    summary_id: str | None,
    form: MemoForm | None = None,
    status: int = HTTPStatus.OK,
) -> Response:
    """Show a summary with the form of its memo; without one, as proposed.

    A refused form stands at the address of the page, so that the other language shows the page too.
    """
    account, k, lang = acting(), desk().k, page_lang()
    view = k.workshop(account, ref)
    summary = stored(account, ref, summary_id)
    context = report_context(account, view, summary)
    parts = parts_of(summary, context)
    return show(
        "harvest.html",
        status=status,
        arguments={"lang": [lang]} if form else None,
        form=form or proposed_form(k.to_fill_in(summary, workshop=view.workshop), lang),
        view=view,
        title=Head(summary, context).in_the_readers(view.title),
        summary=summary,
        summary_id=summary_id,
        severities=k.shared.texts[lang].severities,
        result=parts.get("result", ()),
        lists=tuple(one for name in LISTS for one in parts.get(name, ())),
        frames=parts.get("notes", ()),
        unplaced=parts.get("unplaced", ()),
        aside=tuple(set_aside(summary, lang)),
        unread=tuple(unread(summary, lang)),
        formats_offered=offered(k.report_formats(), lang),
        kind_of=kind_of,
        numeric_columns=numeric_columns,
        shape_of=shape_of,
    )


def parts_of(summary: Summary, context: ReportContext) -> dict[str, tuple[Chapter, ...]]:
    """Return the chapters of every part of the report, by the part's name."""
    return {part.name: chapters(part.blocks) for part in Outline(summary, context).parts()}


def report_context(account: Account, view: WorkshopView, summary: Summary) -> ReportContext:
    """Return the words for what the summary names."""
    k, lang, workshop = desk().k, page_lang(), view.workshop
    method = k.library.get(summary.method) if summary.method in k.library.ids() else None
    tag = tag_of(account.id, workshop, lang, method.digest if method else "")
    plan = desk().plans.get(tag, lambda: k.workshop_plan(account, workshop, lang))
    return ReportContext(shared=k.shared, lang=lang, method=method, plan=plan)


def offered(formats: Iterable[str], lang: str) -> dict[str, str]:
    """Return the formats of reports with what people call them, files for people first."""
    _ = texts_in(lang).gettext
    names = {
        "docx": "Word",
        "xlsx": "Excel",
        "pptx": "PowerPoint",
        "pdf": "PDF",
        "memo": "Memo",
        "csv": _("Notes as a table (CSV)"),
        "markdown": "Markdown",
        "html": "HTML",
        "json": "JSON",
    }
    there = set(formats)
    known = {name: said for name, said in names.items() if name in there}
    return {**known, **{name: name for name in sorted(there - set(names))}}
