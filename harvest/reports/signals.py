"""What stands out, worded anew: a summary made in one language may be read in the other."""

from __future__ import annotations

from board_templates.expressions import ExpressionError, Expressions
from harvest.board_labels import BoardLabels
from harvest.errors import FaultyHarvest
from harvest.findings import Finding
from harvest.reports.labels import Labels
from harvest.reports.report import ReportContext
from harvest.summary import Signal, Summary
from harvest.wording import Wording


def signals_in(summary: Summary, context: ReportContext) -> tuple[Signal, ...]:
    """Return the signals of a summary with their texts in the language of the report."""
    wording = Wording(
        context.method,
        context.shared,
        context.lang,
        Expressions(),
        _labels(summary, context),
        planned=summary.attended is None,
    )
    return tuple(_worded(signal, wording) for signal in summary.signals)


def _worded(signal: Signal, wording: Wording) -> Signal:
    """Return a signal worded anew; as it was where the method no longer knows it."""
    try:
        worded = wording.signal(Finding(signal.code, signal.zone, signal.values))
    except (ExpressionError, FaultyHarvest):
        return signal
    return worded.model_copy(update={"severity": signal.severity})


def _labels(summary: Summary, context: ReportContext) -> BoardLabels:
    labels, plan = Labels(context), context.plan
    frame_of = {zone.key: zone.frame for zone in plan.zones} if plan else {}
    zones = {signal.zone for signal in summary.signals if signal.zone is not None}
    frames = {str(signal.values.get("frame_key", "")) for signal in summary.signals} - {""}
    return BoardLabels(
        zones={key: labels.zone_alone(key) for key in (*frame_of, *zones - frame_of.keys())},
        frames={key: labels.frame(key) for key in {*frames, *filter(None, frame_of.values())}},
        frame_of=frame_of,
    )
