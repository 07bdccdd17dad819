"""Works out the agenda: warm-up, breaks, steps sharing the rest, rounding (methods, 2.12)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from board_templates.dates import time_text
from board_templates.expression_functions import clock
from board_templates.layout.context import Context
from board_templates.layout.drafts import FrameDraft, Scope
from board_templates.layout.frames import GROUP, TABLE
from board_templates.method import Step
from board_templates.plain import Plain
from board_templates.plan import AgendaStep

WARM_UP_MINUTES = 5
BREAK_MINUTES = 10
LEAST = 3
_BREAKS_FROM = 90
_BREAK_EVERY = 75
_COARSE_FROM = 10
_COARSE = 5

WARM_UP = "warm_up"
BREAK = "break"
INTRO = "F0"


@dataclass(slots=True)
class Share:
    """A step on its way into the agenda; `weight` is its part, or its minutes when fixed."""

    id: str
    kind: str
    text: str
    frame: str | None
    weight: float
    fixed: bool
    minutes: int = 0


def number_of_breaks(minutes: int) -> int:
    """Return how many breaks a workshop of this length has."""
    return 0 if minutes < _BREAKS_FROM else ceil(minutes / _BREAK_EVERY) - 1


def agenda(context: Context, frames: Iterable[str]) -> tuple[AgendaStep, ...]:
    """Return the agenda of a board on which these frames are, by their ids."""
    shares = step_shares(context, {INTRO, *frames})
    values = context.brief.values
    minutes = int(values["minutes"])
    before = WARM_UP_MINUTES if values["warm_up"] else 0
    breaks = number_of_breaks(minutes) if context.method.identity.common_breaks else 0
    breaks = min(breaks, max(0, len(shares) - 1))
    share_out(shares, minutes - before - breaks * BREAK_MINUTES)
    if before:
        shares.insert(0, _special(context, WARM_UP, WARM_UP, before, INTRO))
    pause = _special(context, BREAK, BREAK, BREAK_MINUTES, None)
    return _timed(with_breaks(shares, breaks, pause))


def step_shares(context: Context, frames: Iterable[str]) -> list[Share]:
    """Return the steps that have a frame to happen in, loops unrolled."""
    present = set(frames)
    found = _unrolled(context, context.method.steps, context.scope, "")
    return [share for share in found if share.frame is None or share.frame in present]


def _unrolled(context: Context, steps: Sequence[Step], scope: Scope, suffix: str) -> list[Share]:
    shares: list[Share] = []
    for step in steps:
        if not context.holds(step.when, scope):
            continue
        if step.each is None:
            shares.append(_share(context, step, scope, suffix))
            continue
        for turn in context.scopes(step.each, {}, None, scope):
            shares.extend(_unrolled(context, step.steps, turn, f"{suffix}#{turn['i']}"))
    return shares


def _share(context: Context, step: Step, scope: Scope, suffix: str) -> Share:
    key = context.wording(step.wording, step.id or "", scope)
    return Share(
        id=f"{step.id}{suffix}",
        kind=step.kind or "talk",
        text=context.render(context.texts.steps[key], scope),
        frame=step.frame,
        weight=float(context.evaluate(step.minutes or "0", scope)),
        fixed=step.fixed,
    )


def _special(context: Context, name: str, kind: str, minutes: int, frame: str | None) -> Share:
    text = context.common.words[name]
    return Share(name, kind, text, frame, float(minutes), fixed=True, minutes=minutes)


def share_out(shares: Sequence[Share], minutes: int) -> None:
    """Give every step its minutes; what rounding leaves over is settled on the longest step.

    When fixed steps alone take longer, the others keep the least, and the whole is longer.
    """
    free = [share for share in shares if not share.fixed]
    for share in shares:
        share.minutes = round(share.weight)
    rest = minutes - sum(share.minutes for share in shares if share.fixed)
    total = sum(share.weight for share in free)
    for share in free:
        share.minutes = rounded(rest * share.weight / total)
    _settle(free, rest - sum(share.minutes for share in free))


def rounded(minutes: float) -> int:
    """Return minutes rounded to five, below ten to one, at least three."""
    if minutes >= _COARSE_FROM:
        return floor(minutes / _COARSE + 0.5) * _COARSE
    return max(LEAST, floor(minutes + 0.5))


def _settle(free: Sequence[Share], difference: int) -> None:
    for share in sorted(free, key=lambda share: -share.weight):
        before = share.minutes
        share.minutes = max(LEAST, before + difference)
        difference -= share.minutes - before
        if difference == 0:
            return


def with_breaks(shares: Sequence[Share], breaks: int, pause: Share) -> list[Share]:
    """Return the steps with each break at the border nearest to its even share."""
    borders: list[int] = []
    ends = _ends(shares)
    total = ends[-1] if ends else 0
    for number in range(1, breaks + 1):
        ideal = total * number / (breaks + 1)
        free = [i for i in range(1, len(shares)) if i not in borders]
        if free:
            borders.append(min(free, key=lambda i: (abs(ends[i - 1] - ideal), i)))
    result: list[Share] = []
    for i, share in enumerate(shares):
        if i in borders:
            no = sorted(borders).index(i) + 1
            result.append(replace(pause, id=f"{pause.id}{no}"))
        result.append(share)
    return result


def _ends(shares: Sequence[Share]) -> list[int]:
    ends: list[int] = []
    for share in shares:
        ends.append((ends[-1] if ends else 0) + share.minutes)
    return ends


def _timed(shares: Sequence[Share]) -> tuple[AgendaStep, ...]:
    ends = _ends(shares)
    return tuple(
        AgendaStep(
            share.id, share.minutes, end - share.minutes, share.kind, share.text, share.frame
        )
        for share, end in zip(shares, ends, strict=True)
    )


def agenda_lines(context: Context, steps: Sequence[AgendaStep]) -> str:
    """Return the agenda as lines, with clock times when it is known when the workshop starts."""
    return "\n".join(f"{_when(context, step)}  {step.text}" for step in steps)


def _when(context: Context, step: AgendaStep) -> str:
    start: Plain = context.brief.values["start_time"]
    if start:
        return f"**{time_text(clock(start, step.starts), context.brief.lang)}**"
    minutes = context.expressions.render(context.common.words["minutes"], {"n": step.minutes})
    return f"**{minutes}**"


def time_of(context: Context, steps: Sequence[AgendaStep], frame: FrameDraft) -> str:
    """Return what stands at the right edge of a frame's header: its minutes, or its clock time.

    Groups and tables work at the same time. Other copies have their turns: a round its own steps,
    the rest nothing, since nobody knows how they share the time.
    """
    if frame.spec.id == INTRO:
        return _whole(context, steps)
    own = _steps_of(steps, frame)
    if not own:
        return ""
    minutes = sum(step.minutes for step in own)
    shown = context.expressions.render(context.common.words["minutes"], {"n": minutes})
    start = context.brief.values["start_time"]
    if not start:
        return shown
    return f"{time_text(clock(start, own[0].starts), context.brief.lang)} · {shown}"


def _steps_of(steps: Sequence[AgendaStep], frame: FrameDraft) -> list[AgendaStep]:
    own = [step for step in steps if step.frame == frame.spec.id]
    repeat = frame.spec.repeat
    if repeat is None or frame.copies == 1 or repeat.over in {GROUP, TABLE}:
        return own
    each, over = divmod(len(own), frame.copies)
    if not frame.spec.number_each or over:
        return []
    return own[each * (frame.copy_no - 1) : each * frame.copy_no]


def _whole(context: Context, steps: Sequence[AgendaStep]) -> str:
    values, lang = context.brief.values, context.brief.lang
    minutes = sum(step.minutes for step in steps)
    parts = [context.expressions.render(context.common.words["minutes"], {"n": minutes})]
    start: Plain = values["start_time"]
    if start:
        until = clock(start, minutes)
        parts.insert(0, f"{time_text(start, lang)}–{time_text(until, lang)}")
    if values["session_date"]:
        from_functions = context.evaluate("date_text(session_date, lang)", context.scope)
        parts.insert(0, str(from_functions))
    return " · ".join(parts)
