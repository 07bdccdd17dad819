"""The verb: files made of a summary."""

from __future__ import annotations

from collections.abc import Iterable

from board_templates.library import Library
from board_templates.method import Method
from board_templates.plan import Plan
from harvest import reports
from harvest.reports import ReportContext
from harvest.summary import Summary
from workshops.briefs import Lang
from workshops.plan_json import plan_from_json
from workshops.recognise import twins_of
from workshops.records import WorkshopRecord
from workshops.requests_answers import ReportFile


def make_report(
    library: Library,
    summary: Summary,
    name: str,
    lang: Lang,
    records: Iterable[WorkshopRecord] = (),
) -> ReportFile:
    """Return a summary as a file of a known format; `records` are of the workshops on its board."""
    report = reports.get_report(name)
    method = library.get(summary.method) if summary.method in library.ids() else None
    context = ReportContext(
        shared=library.shared,
        lang=lang,
        method=method,
        plan=_plan(library, method, lang, records) if method else None,
    )
    return ReportFile(
        name=report.file_name(summary.method or "board"),
        media_type=report.media_type,
        content=report.make(summary, context),
    )


def _plan(
    library: Library, method: Method, lang: Lang, records: Iterable[WorkshopRecord]
) -> Plan | None:
    """Return the newest plan of the method on the board, in the report's language if it can be."""
    plans = [plan_from_json(one.plan) for one in records if one.method == method.id]
    if not plans:
        return None
    return plan_in(library, plans[-1], lang)


def plan_in(library: Library, plan: Plan, lang: Lang) -> Plan:
    """Return the same plan in a language; as it is where the method cannot give it."""
    if plan.lang == lang or plan.method not in library.ids():
        return plan
    twins = twins_of(library, library.get(plan.method), plan)
    return next((twin for twin in twins if twin.lang == lang), plan)
