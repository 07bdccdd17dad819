"""Reads a board on which nobody wrote, to find rules that can't be worked out on any board."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from board_templates.brief import make_brief
from board_templates.errors import FaultyBrief
from board_templates.expressions import ExpressionError
from board_templates.layout import make_plan
from board_templates.method import Lang, Method
from board_templates.sentences import Sentence
from board_templates.shared_texts import SharedTexts
from harvest.errors import FaultyHarvest
from harvest.harvest import harvest
from harvest.options import HarvestOptions
from harvest.snapshot import Snapshot, SnapshotBoard
from workshops.fillers import filled
from workshops.harvest_places import HARVEST, HarvestPlaces
from workshops.method_check import MethodFault

_NOW = datetime(2030, 1, 15, 10, tzinfo=UTC)
_CORRECT = Sentence("Correct it.")  # the sentence of those who check the other files


def trial_faults(
    method: Method, shared: SharedTexts, places: HarvestPlaces, lang: Lang
) -> Iterator[MethodFault]:
    """Yield the first rule that can't be worked out, said in `lang`; nothing when all can.

    The method itself must be sound: drawing and readings are looked at before.
    """
    try:
        brief = make_brief(method, shared, filled(method), lang)
        plan = make_plan(method, shared, brief)
    except (FaultyBrief, ExpressionError):
        return  # said where the trial plans are made
    empty = Snapshot(board=SnapshotBoard(id="trial"), taken_at=_NOW)
    try:
        harvest(method, shared, plan, empty, options=HarvestOptions(lang=lang, harvested_at=_NOW))
    except FaultyHarvest as fault:
        yield MethodFault(
            file=HARVEST,
            line=places.line(fault.where),
            what=f"{fault.where}: {_reason(fault, lang)}.",
            remedy=_CORRECT.said(lang),
        )


def _reason(fault: FaultyHarvest, lang: Lang) -> str:
    """Return the expression and why it can't be worked out."""
    cause = fault.__cause__
    if isinstance(cause, ExpressionError):
        return cause.sentence.said(lang)
    return f"`{fault.expression}`: {fault.reason}"
