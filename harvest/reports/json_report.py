"""The envelope itself, as JSON; what stands out is worded in the language of the report."""

from __future__ import annotations

from harvest.reports.report import Report, ReportContext
from harvest.reports.signals import signals_in
from harvest.summary import Summary


def _make(summary: Summary, context: ReportContext) -> bytes:
    worded = summary.model_copy(update={"signals": signals_in(summary, context)})
    return worded.to_json().encode()


REPORT = Report(name="json", suffix=".json", media_type="application/json", make=_make)
