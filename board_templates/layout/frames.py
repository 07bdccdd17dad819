"""Unrolls the frames of a board: which are there, how many copies, their numbers and titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil

from board_templates.board_spec import FrameSpec
from board_templates.layout.context import Context
from board_templates.layout.drafts import FrameDraft, Scope
from board_templates.plain import Plain
from board_templates.scope import repetitions

GROUP = "group"
TABLE = "table"


def frame_drafts(context: Context) -> list[FrameDraft]:
    """Return the frames of the method in the order of drawing, without their contents.

    Neighbours that repeat over the same name alternate: a group finds its frames side by side.
    """
    present = [f for f in context.method.board.frames if context.holds(f.when, context.scope)]
    numbers = _numbers(context, present)
    drafts: list[FrameDraft] = []
    for block in _blocks(present):
        copies = [_copies(context, spec, numbers[spec.id]) for spec in block]
        drafts.extend(draft for turn in zip(*copies, strict=False) for draft in turn)
    return drafts


def _blocks(frames: Sequence[FrameSpec]) -> Iterator[list[FrameSpec]]:
    for over, block in groupby(frames, key=lambda f: f.repeat.over if f.repeat else None):
        if over is None:
            yield from ([frame] for frame in block)
        else:
            yield list(block)


def _numbers(context: Context, frames: Sequence[FrameSpec]) -> dict[str, int]:
    """Return the number of each frame; copies share one, unless each counts."""
    numbers = {}
    following = 1
    for spec in frames:
        numbers[spec.id] = following
        each = spec.number_each and spec.repeat is not None
        following += len(_values(context, spec)) if each else 1
    return numbers


def _values(context: Context, spec: FrameSpec) -> list[Plain]:
    if spec.repeat is None:
        return [None]
    return repetitions(spec.repeat, context.scope, context.expressions)


def _copies(context: Context, spec: FrameSpec, number: int) -> list[FrameDraft]:
    values = _values(context, spec)
    return [
        _copy(context, spec, value, copy_no, copies=len(values), number=number)
        for copy_no, value in enumerate(values, 1)
    ]


def _copy(
    context: Context, spec: FrameSpec, value: Plain, copy_no: int, *, copies: int, number: int
) -> FrameDraft:
    counted = number + copy_no - 1 if spec.number_each else number
    scope = context.with_let(_copy_scope(context, spec, value, copy_no, copies), spec.let)
    named = {name: scope[name] for name in spec.let}
    draft = FrameDraft(
        spec=spec,
        key=f"{spec.id}#{copy_no}" if copies > 1 else spec.id,
        scope={**scope, "n": counted},
        copy_no=copy_no,
        copies=copies,
        place=_place(spec, value, copy_no, copies) | _sayable(named),
        people=_people(context, spec, copies),
        number=counted,
    )
    _entitle(context, draft)
    return draft


def _copy_scope(
    context: Context, spec: FrameSpec, value: Plain, copy_no: int, copies: int
) -> dict[str, Plain]:
    scope = dict(context.scope)
    if spec.repeat is not None:
        over = spec.repeat.over
        scope |= {over: value, f"{over}_no": copy_no, f"{over}_count": copies}
    return scope


def _place(spec: FrameSpec, value: Plain, copy_no: int, copies: int) -> dict[str, int | str]:
    """Return what a copy stands for: its number or value, and what an entry of a list says."""
    if spec.repeat is None or (spec.repeat.over == GROUP and copies == 1):
        return {}
    own = value if isinstance(value, int | str) else copy_no
    place: dict[str, int | str] = {spec.repeat.over: own}
    if isinstance(value, dict):
        place |= _sayable(value)
    return place


def _sayable(values: dict[str, Plain]) -> dict[str, int | str]:
    return {name: value for name, value in values.items() if isinstance(value, int | str)}


def _people(context: Context, spec: FrameSpec, copies: int) -> int:
    shared = spec.repeat is not None and spec.repeat.over in {GROUP, TABLE}
    return ceil(context.people / copies) if shared else context.people


def _entitle(context: Context, draft: FrameDraft) -> None:
    key = context.wording(draft.spec.wording, draft.spec.id, draft.scope)
    texts = context.texts.frames[key]
    draft.title = context.render(texts.title, draft.scope) + _suffix(context, draft)
    draft.instruction = context.render(texts.instruction, draft.scope)
    draft.link = context.link(draft.spec.link_to, draft.scope)


def _suffix(context: Context, draft: FrameDraft) -> str:
    repeat = draft.spec.repeat
    if repeat is None or repeat.over != GROUP or draft.copies == 1:
        return ""
    text: Scope = {"g": draft.scope[GROUP]}
    return context.expressions.render(context.common.words["group_suffix"], text)
