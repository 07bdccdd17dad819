"""The verb: files made of a summary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from board_templates.library import Library
from board_templates.plan import Plan
from harvest import reports
from harvest.reports import FilledIn, ReportContext
from harvest.reports.head import Head
from harvest.summary import Summary
from workshops.briefs import Lang
from workshops.filling import filled_in, proposed
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
    *,
    said: Mapping[str, str] | None = None,
) -> ReportFile:
    """Return a summary as a file of a known format; `records` are of the workshops on its board.

    `said` is what a person fills in, as `filled_in` takes it; the rest is as proposed. Raises
    `InputFaults` when something of it is wrong.
    """
    report = reports.get_report(name)
    context = _context(library, summary, lang, records)
    filled = filled_in(said or {}, proposed(summary, Head(summary, context).day))
    return ReportFile(
        name=report.file_name(summary.method or "board"),
        media_type=report.media_type,
        content=report.make(summary, replace(context, filled=filled)),
    )


def to_fill_in(
    library: Library, summary: Summary, lang: Lang, records: Iterable[WorkshopRecord] = ()
) -> FilledIn:
    """Return what a person may fill in of a report, as far as it is proposed."""
    context = _context(library, summary, lang, records)
    return proposed(summary, Head(summary, context).day)


def _context(
    library: Library, summary: Summary, lang: Lang, records: Iterable[WorkshopRecord]
) -> ReportContext:
    method = library.get(summary.method) if summary.method in library.ids() else None
    newest = next((one for one in reversed([*records]) if one.method == summary.method), None)
    return ReportContext(
        shared=library.shared,
        lang=lang,
        method=method,
        plan=plan_in(library, plan_from_json(newest.plan), lang) if method and newest else None,
        guest=newest is not None and not newest.owns_board and newest.state != "found",
    )


def plan_in(library: Library, plan: Plan, lang: Lang) -> Plan:
    """Return the same plan in a language; as it is where the method cannot give it."""
    if plan.lang == lang or plan.method not in library.ids():
        return plan
    twins = twins_of(library, library.get(plan.method), plan)
    return next((twin for twin in twins if twin.lang == lang), plan)
