"""Checks sizes and boxes as far as a file alone tells: those of plain numbers, and colours."""

from __future__ import annotations

import re

from board_templates.board_spec import ZONE_COLOURS, ColumnSpec, FrameSpec, ZoneSpec
from board_templates.checking.walk import BOARD
from board_templates.documents import Documents
from board_templates.expressions import ExpressionError, Expressions
from board_templates.layout.boxes import box_of
from board_templates.method import Method
from board_templates.yaml_reading import Path

_PLAIN = re.compile(r"[\d.,>\s]+")


def check_boxes(method: Method, documents: Documents) -> None:
    """Note boxes that reach out of their frame, unknown colours, and parts without a place."""
    for number, frame in enumerate(method.board.frames):
        path: Path = ("frames", number)
        _frame(frame, path, documents)
        for place, zone in enumerate(frame.zones):
            _zone(frame, zone, (*path, "zones", place), documents)
        columns = frame.table.columns if frame.table else ()
        for place, column in enumerate(columns):
            _part(column, (*path, "table", "columns", place), documents)


def _frame(frame: FrameSpec, path: Path, documents: Documents) -> None:
    if frame.table is None and frame.height == 0:
        documents.fault(BOARD, path, "The frame has no height.", "Give it one, or a table.")
    if frame.table is not None and any(zone.strip is None for zone in frame.zones):
        what = "A frame with a table can have zones in its strips only."
        documents.fault(BOARD, (*path, "zones"), what, "Put the zone in a strip.")


def _zone(frame: FrameSpec, zone: ZoneSpec, path: Path, documents: Documents) -> None:
    if zone.strip is None and zone.box is None:
        documents.fault(BOARD, path, "The zone has no place.", "Give it a `box` or a `strip`.")
    strips = {"above": frame.strips.above, "below": frame.strips.below}
    if zone.strip is not None and strips[zone.strip] is None:
        what = f"The frame has no strip `{zone.strip}`."
        documents.fault(BOARD, (*path, "strip"), what, "Add it under `strips`.")
    _part(zone, path, documents)


def _part(part: ZoneSpec | ColumnSpec, path: Path, documents: Documents) -> None:
    if "{{" not in part.colour and part.colour not in ZONE_COLOURS:
        what = f"There is no colour “{part.colour}”."
        remedy = f"Known are: {', '.join(ZONE_COLOURS)}."
        documents.fault(BOARD, (*path, "colour"), what, remedy)
    if part.box is not None and _PLAIN.fullmatch(part.box):
        try:
            box_of(part.box, {}, Expressions())
        except (ExpressionError, ValueError) as error:
            documents.fault(BOARD, (*path, "box"), f"{error}.", "Correct the numbers.")
