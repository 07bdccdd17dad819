"""The verb: files made of a summary."""

from __future__ import annotations

from board_templates.library import Library
from harvest import reports
from harvest.reports import ReportContext
from harvest.summary import Summary
from workshops.briefs import Lang, find_method
from workshops.requests_answers import ReportFile


def make_report(library: Library, summary: Summary, name: str, lang: Lang) -> ReportFile:
    """Return a summary as a file of a known format."""
    report = reports.get_report(name)
    method = find_method(library, summary.method) if summary.method else None
    context = ReportContext(method=method, shared=library.shared, plan=None, lang=lang)
    return ReportFile(
        name=f"{summary.method or 'board'}{report.suffix}",
        media_type=report.media_type,
        content=report.make(summary, context),
    )
