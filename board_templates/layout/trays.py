"""Finds what lies in the tray of a voting place: which dots, how many, what is said of them."""

from __future__ import annotations

from math import ceil

from board_templates.board_spec import SignSpec, VotingSpec
from board_templates.layout.context import Context
from board_templates.layout.drafts import FrameDraft, PileDraft, TrayDraft
from board_templates.layout.sizes import PILE, TRAY_LIMIT
from board_templates.plan import Sign, Voting


def lay_tray(context: Context, frame: FrameDraft) -> None:
    """Give a frame its voting place, if it is one."""
    spec = frame.spec.voting
    if spec is None or not context.holds(spec.when, frame.scope):
        return
    each = _each(context, spec.kind)
    if each == 0:
        return
    if spec.numbers is not None:
        frame.tray = TrayDraft(spec.kind, each, "", _numbered(context, frame, spec))
    elif spec.kind is Voting.SIGNED:
        frame.tray = TrayDraft(spec.kind, None, "", _signed(context, frame, spec.signs))
    else:
        person = (each or 0) * _rows(spec.kind, frame)
        caption = context.expressions.render(context.common.words["dots_each"], {"n": person})
        frame.tray = TrayDraft(spec.kind, each, caption, _plain(person * frame.people))


def _each(context: Context, kind: Voting) -> int | None:
    """Return how many dots a person has, in a row of a table or on the whole frame."""
    if kind is Voting.PLAIN:
        return int(context.scope["dots_per_person"])
    return None if kind is Voting.SIGNED else 1


def _rows(kind: Voting, frame: FrameDraft) -> int:
    """Return in how many rows a person has those dots."""
    return frame.table.rows if kind is Voting.ROW and frame.table is not None else 1


def _plain(count: int) -> list[PileDraft]:
    count = min(count, TRAY_LIMIT)
    piles = ceil(count / PILE)
    return [
        PileDraft(Sign.PLAIN, "", "", min(PILE, count - PILE * number)) for number in range(piles)
    ]


def _signed(context: Context, frame: FrameDraft, signs: tuple[SignSpec, ...]) -> list[PileDraft]:
    return [
        PileDraft(spec.sign, str(spec.sign), context.common.signs[spec.sign], PILE)
        for spec in signs
        if context.holds(spec.when, frame.scope)
    ]


def _numbered(context: Context, frame: FrameDraft, spec: VotingSpec) -> list[PileDraft]:
    numbers = int(context.evaluate(spec.numbers or "0", frame.scope))
    each = min(PILE, int(context.evaluate(spec.per_number, frame.scope)))
    kept = min(numbers, TRAY_LIMIT // max(1, each))
    return [PileDraft(Sign.PLAIN, str(number), "", each) for number in range(1, kept + 1)]
