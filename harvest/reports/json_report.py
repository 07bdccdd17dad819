"""The envelope itself, as JSON."""

from __future__ import annotations

from harvest.reports.report import Report, ReportContext
from harvest.summary import Summary


def _make(summary: Summary, context: ReportContext) -> bytes:
    del context
    return summary.to_json().encode()


REPORT = Report(name="json", suffix=".json", media_type="application/json", make=_make)
