"""The reports there are, by name."""

from __future__ import annotations

from harvest.errors import UnknownReport
from harvest.reports.csv_report import REPORT as CSV
from harvest.reports.json_report import REPORT as JSON
from harvest.reports.markdown import REPORT as MARKDOWN
from harvest.reports.memo import REPORT as MEMO
from harvest.reports.report import FilledIn, Report, ReportContext

_REPORTS = {report.name: report for report in (JSON, MARKDOWN, CSV, MEMO)}


def all_reports() -> tuple[Report, ...]:
    """Return every report."""
    return tuple(_REPORTS.values())


def get_report(name: str) -> Report:
    """Return the report of this name.

    Raises:
        UnknownReport: When there is none.
    """
    if name not in _REPORTS:
        raise UnknownReport(name, tuple(_REPORTS))
    return _REPORTS[name]


__all__ = ["FilledIn", "Report", "ReportContext", "all_reports", "get_report"]
