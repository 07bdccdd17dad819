"""Checks sizes and boxes as far as a file alone tells: those of plain numbers, and colours."""

from __future__ import annotations

import re

from board_templates.board_spec import ZONE_COLOURS, ColumnSpec, FrameSpec, ZoneSpec
from board_templates.checking.walk import BOARD
from board_templates.documents import Documents
from board_templates.expressions import ExpressionError, Expressions
from board_templates.layout.boxes import box_of
from board_templates.method import Method
from board_templates.sentences import N_, ended
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
        wrong = N_("The frame has no height.")
        documents.fault(BOARD, path, wrong, N_("Give it one, or a table."))
    if frame.table is not None and any(zone.strip is None for zone in frame.zones):
        wrong = N_("A frame with a table can have zones in its strips only.")
        documents.fault(BOARD, (*path, "zones"), wrong, N_("Put the zone in a strip."))


def _zone(frame: FrameSpec, zone: ZoneSpec, path: Path, documents: Documents) -> None:
    if zone.strip is None and zone.box is None:
        wrong = N_("The zone has no place.")
        documents.fault(BOARD, path, wrong, N_("Give it a `box` or a `strip`."))
    strips = {"above": frame.strips.above, "below": frame.strips.below}
    if zone.strip is not None and strips[zone.strip] is None:
        wrong = N_("The frame has no strip `{strip}`.", strip=zone.strip)
        documents.fault(BOARD, (*path, "strip"), wrong, N_("Add it under `strips`."))
    if zone.emphasis and zone.colour != "any":
        wrong = N_("Only a zone of the colour `any` can be emphasised.")
        cure = N_("Leave `emphasis` out, or use the colour `any`.")
        documents.fault(BOARD, (*path, "emphasis"), wrong, cure)
    _part(zone, path, documents)


def _part(part: ZoneSpec | ColumnSpec, path: Path, documents: Documents) -> None:
    if "{{" not in part.colour and part.colour not in ZONE_COLOURS:
        wrong = N_("There is no colour “{colour}”.", colour=part.colour)
        cure = N_("Known are: {names}.", names=", ".join(ZONE_COLOURS))
        documents.fault(BOARD, (*path, "colour"), wrong, cure)
    if part.box is not None and _PLAIN.fullmatch(part.box):
        try:
            box_of(part.box, {}, Expressions())
        except ExpressionError as error:
            documents.fault(
                BOARD, (*path, "box"), ended(error.sentence), N_("Correct the numbers.")
            )
