"""The run sheet: a row per step, with who leads it and what to say first."""

from __future__ import annotations

from board_templates.pack_texts import RoleId
from board_templates.plan import AgendaStep, PlannedFrame
from workshops.pack.content import Block, Paragraph, Row, Section, Table
from workshops.pack.sentences import Sentences, Values
from workshops.pack.source import PackSource

PAUSE = "break"


def run_sheet(source: PackSource) -> Section:
    """Return the run sheet; without a start time it counts minutes from the beginning."""
    texts = source.texts.run_sheet
    timed = bool(source.brief.get("start_time"))
    table = Table(
        kind="run_sheet",
        columns=(
            texts.clock if timed else texts.from_start,
            texts.minutes,
            texts.frame,
            texts.step,
            texts.leads,
            texts.opening,
        ),
        rows=tuple(_row(source, step) for step in source.plan.agenda),
    )
    total = Sentences(
        {"minutes": source.minutes, "end": source.clock_after(source.minutes)}, source.expressions
    ).say_text(texts.total)
    blocks: tuple[Block, ...] = (table, Paragraph((total,), "quiet"))
    return Section("run_sheet", source.texts.headings["run_sheet"], blocks)


def roles_of(source: PackSource) -> tuple[RoleId, ...]:
    """Return the roles that somebody has to take in this workshop, in their usual order."""
    taken = {leader(source, step) for step in source.plan.agenda}
    return tuple(role for role in source.words.rules.roles if role in taken)


def leader(source: PackSource, step: AgendaStep) -> RoleId:
    """Return who leads a step."""
    rules = source.words.rules
    if step.kind in rules.by_kind:
        return rules.by_kind[step.kind]
    places = {name for frame in _frames(source, step) for name in frame.place}
    led = [role for name, role in rules.by_place.items() if name in places]
    if led:
        return led[0]
    if source.brief.get("scribe") and step.kind in rules.with_scribe:
        return rules.with_scribe[step.kind]
    return rules.otherwise


def _row(source: PackSource, step: AgendaStep) -> Row:
    text, opening = _said(source, step)
    cells = (
        source.clock_after(step.starts) or str(step.starts),
        str(step.minutes),
        _frame_name(source, step),
        text,
        source.texts.roles[leader(source, step)],
        opening,
    )
    return Row(cells, pause=step.kind == PAUSE)


def _said(source: PackSource, step: AgendaStep) -> tuple[str, str]:
    """Return a step's text and its opening sentence.

    A kind that has none, as the warm-up, is opened with what its own text says after the colon.
    """
    text = source.step_texts.get(step.id, step.text)
    opening = source.common.openings.get(step.kind)
    if opening is None:
        head, _, rest = text.partition(": ")
        return (head, rest[:1].upper() + rest[1:]) if rest else (text, text)
    values: Values = {
        "focus": source.focus,
        "min": step.minutes,
        "time": source.clock_after(step.starts + step.minutes),
    }
    return text, Sentences(values, source.expressions).say_text(opening)


def _frames(source: PackSource, step: AgendaStep) -> list[PlannedFrame]:
    return [frame for frame in source.plan.frames if step.frame and frame.id == step.frame]


def _frame_name(source: PackSource, step: AgendaStep) -> str:
    """Return one name for the frame of a step and all its copies."""
    frames = _frames(source, step)
    if not frames:
        return "–"
    if len(frames) == 1:
        return frames[0].title
    first, last = frames[0], frames[-1]
    if "group" in first.place:
        return _without_group(source, first)
    if "table" in first.place:
        numbers = {"first": first.place["table"], "last": last.place["table"]}
        return source.fill(source.texts.run_sheet.tables, **numbers)
    return source.fill(source.texts.run_sheet.several, first=first.title, last=last.title)


def _without_group(source: PackSource, frame: PlannedFrame) -> str:
    """Return a title without what tells its group, in the language of the board."""
    suffix = source.board_words["group_suffix"]
    return frame.title.removesuffix(source.fill(suffix, g=frame.place["group"]))
