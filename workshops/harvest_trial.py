"""Reads trial boards, empty and written on, to find rules that can't be worked out on a board."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from typing import Any

from pydantic import ValidationError

from board_templates.brief import make_brief
from board_templates.checking.trial import required_values
from board_templates.errors import FaultyBrief
from board_templates.expressions import ExpressionError
from board_templates.layout import make_plan
from board_templates.method import Lang, Method
from board_templates.plan import Plan
from board_templates.sentences import Sentence
from board_templates.shared_texts import SharedTexts
from harvest.errors import FaultyHarvest
from harvest.harvest import harvest
from harvest.options import HarvestOptions
from harvest.snapshot import Snapshot, SnapshotBoard
from workshops.example import Example
from workshops.harvest_places import HARVEST, HarvestPlaces
from workshops.method_check import MethodFault
from workshops.trial_board import TrialBoard, trial_board

_NOW = datetime(2030, 1, 15, 10, tzinfo=UTC)
_LONGEST = 500  # signs of a note
_CORRECT = Sentence("Correct it.")  # the sentence of those who check the other files


def trial_faults(
    method: Method, shared: SharedTexts, places: HarvestPlaces, lang: Lang
) -> Iterator[MethodFault]:
    """Yield the first rule that can't be worked out, said in `lang`; nothing when all can.

    Tried on a board on which nobody wrote, on one with a note in every zone, and on one with
    several, votes, tags and actions too, in the words of the method's example where it has some.
    The method itself must be sound: drawing and readings are looked at before.
    """
    try:
        brief = make_brief(
            method, shared, {**required_values(method, lang), **_brief(method, lang)}, lang
        )
        plan = make_plan(method, shared, brief)
    except (FaultyBrief, ExpressionError):
        return  # said where the trial plans are made
    options = HarvestOptions(lang=lang, harvested_at=_NOW)
    for board in _boards(plan, _texts(method, lang)):
        try:
            harvest(
                method, shared, plan, board.snapshot, placed_by=board.placed_by, options=options
            )
        except FaultyHarvest as fault:
            shown = f"`{fault.expression}`: " if fault.expression else ""
            yield MethodFault(
                file=HARVEST,
                line=places.line(fault.where, fault.expression),
                what=f"{fault.where}: {shown}{fault.why.said(lang)}.",
                remedy=_CORRECT.said(lang),
            )
            return


def _boards(plan: Plan, texts: Mapping[str, Sequence[str]]) -> Iterator[TrialBoard]:
    """Yield the boards to try, the emptiest first."""
    yield TrialBoard(Snapshot(board=SnapshotBoard(id="trial"), taken_at=_NOW), {})
    yield trial_board(plan, _NOW, texts, busy=False)
    yield trial_board(plan, _NOW, texts, busy=True)


def _example(method: Method) -> Example | None:
    try:
        return Example.model_validate(method.example)
    except ValidationError:
        return None


def _brief(method: Method, lang: Lang) -> Mapping[str, Any]:
    example = _example(method)
    return example.brief.get(lang, {}) if example is not None else {}


def _texts(method: Method, lang: Lang) -> Mapping[str, Sequence[str]]:
    """Return what people of the example write, by zone."""
    example = _example(method)
    found: dict[str, list[str]] = {}
    for act in example.acts if example is not None else ():
        said = act.get("write") or act.get("type") or act.get("card")
        text = said.get(lang) if isinstance(said, Mapping) else said
        if isinstance(text, str):
            found.setdefault(str(act.get("in", "")), []).append(escape(text[:_LONGEST]))
    return found
