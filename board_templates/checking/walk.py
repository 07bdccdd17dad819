"""Walks a method and names every expression and every text it uses, with the names each may ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from board_templates.board_spec import (
    ChromeSpec,
    ColumnSpec,
    FrameSpec,
    LinkTo,
    Loop,
    SeedSpec,
    Strips,
    Wording,
    ZoneSpec,
)
from board_templates.method import Method, Step
from board_templates.scope import FIXED_NAMES, parameters_of
from board_templates.shared_texts import SharedTexts
from board_templates.yaml_reading import Path

BOARD = "board.yaml"
METHOD = "method.yaml"

Names = frozenset[str]
Kind = Literal["expression", "template", "box"]
Section = Literal["frames", "zones", "chrome", "seeds", "steps", "rules", "tags"]


@dataclass(frozen=True, slots=True)
class Said:
    """An expression, a template or a box of a file, and the names it may ask for."""

    file: str
    path: Path
    kind: Kind
    text: str
    names: Names


@dataclass(frozen=True, slots=True)
class Used:
    """A text that a part of the method uses, and the names it may ask for."""

    file: str
    path: Path
    section: Section
    key: str
    names: Names


Found = Said | Used


def brief_names(method: Method, shared: SharedTexts) -> Names:
    """Return the names that exist before the board does: fields, data and words."""
    fields = {parameter.name for parameter in parameters_of(method, shared)}
    return FIXED_NAMES - {"plain_votes"} | fields | {"dots_per_person"}


def board_names(method: Method, shared: SharedTexts) -> Names:
    """Return the names that every part of the board may ask for."""
    return brief_names(method, shared) | set(method.board.let) | {"plain_votes"}


def walk(method: Method, shared: SharedTexts) -> Iterator[Found]:
    """Yield everything a method says in expressions, and every text it uses."""
    before = brief_names(method, shared)
    yield from _lets(method.board.let, ("let",), before)
    names = board_names(method, shared)
    yield from _intro(method, names)
    for number, frame in enumerate(method.board.frames):
        yield from _Frame(frame, ("frames", number), names).found()
    for number, tag in enumerate(method.board.tags):
        path: Path = ("tags", number)
        yield from _condition(tag.when, path, names)
        if tag.id not in {common.id for common in shared.common.tags}:
            yield Used(BOARD, path, "tags", tag.id, frozenset())
    yield from _steps(method.steps, ("steps",), names)
    for number, rule in enumerate(method.identity.rules):
        path = ("rules", number)
        yield Said(METHOD, (*path, "check"), "expression", rule.check, before)
        yield from _condition(rule.when, path, before, METHOD)
        yield Used(METHOD, path, "rules", rule.id, before)


def _lets(let: dict[str, str], path: Path, names: Names) -> Iterator[Found]:
    known = names
    for name, expression in let.items():
        yield Said(BOARD, (*path, name), "expression", expression, known)
        known |= {name}


def _condition(when: str | None, path: Path, names: Names, file: str = BOARD) -> Iterator[Found]:
    if when is not None:
        yield Said(file, (*path, "when"), "expression", when, names)


def _loop(loop: Loop | None, path: Path, names: Names, file: str = BOARD) -> Iterator[Found]:
    if loop is None:
        return
    if loop.values is not None:
        yield Said(file, (*path, "in"), "expression", loop.values, names)
    if loop.times is not None:
        yield Said(file, (*path, "times"), "expression", loop.times, names)


def _looped(loop: Loop | None, names: Names) -> Names:
    return names | {loop.over, "i", "N"} if loop else names


def _worded(used: Used, wording: tuple[Wording, ...], *, prefix: str = "") -> Iterator[Found]:
    """Yield a text and those that take its place under a condition."""
    yield used
    for number, other in enumerate(wording):
        at: Path = (*used.path, "wording", number)
        yield Said(used.file, (*at, "when"), "expression", other.when, used.names)
        yield replace(used, path=at, key=f"{prefix}{other.use}")


def _link(link: LinkTo | None, path: Path, names: Names) -> Iterator[Found]:
    if link is not None:
        yield Said(BOARD, (*path, "link_to", "copy"), "expression", link.copy_no, names)


def _intro(method: Method, names: Names) -> Iterator[Found]:
    intro = method.board.intro
    yield from _strips(intro.strips, ("intro", "strips"), names)
    for number, chrome in enumerate(intro.chrome):
        yield from _chrome(chrome, "F0", ("intro", "chrome", number), names)


def _strips(strips: Strips, path: Path, names: Names) -> Iterator[Found]:
    for place, strip in (("above", strips.above), ("below", strips.below)):
        if strip is not None:
            yield from _condition(strip.when, (*path, place), names)


def _chrome(chrome: ChromeSpec, frame: str, path: Path, names: Names) -> Iterator[Found]:
    yield from _condition(chrome.when, path, names)
    if chrome.box is not None:
        yield Said(BOARD, (*path, "box"), "box", chrome.box, names)
    used = Used(BOARD, path, "chrome", f"{frame}.{chrome.name}", names)
    yield from _worded(used, chrome.wording, prefix=f"{frame}.")
    yield from _link(chrome.link_to, path, names)


def _steps(steps: tuple[Step, ...], path: Path, names: Names) -> Iterator[Found]:
    for number, step in enumerate(steps):
        at: Path = (*path, number)
        yield from _condition(step.when, at, names, METHOD)
        yield from _loop(step.each, (*at, "each"), names, METHOD)
        if step.each is not None:
            yield from _steps(step.steps, (*at, "steps"), _looped(step.each, names))
            continue
        if step.minutes is not None:
            yield Said(METHOD, (*at, "minutes"), "expression", step.minutes, names)
        yield from _worded(Used(METHOD, at, "steps", step.id or "", names), step.wording)


class _Frame:
    """Walks one frame."""

    def __init__(self, frame: FrameSpec, path: Path, names: Names) -> None:
        self._frame = frame
        self._path = path
        self._outer = names
        repeat = frame.repeat
        own = {repeat.over, f"{repeat.over}_no", f"{repeat.over}_count"} if repeat else set()
        self._copy = names | own
        self._names = self._copy | set(frame.let) | {"n"}

    def found(self) -> Iterator[Found]:
        frame, path = self._frame, self._path
        yield from _condition(frame.when, path, self._outer)
        for side, stated in (("width", frame.width), ("height", frame.height)):
            if isinstance(stated, str):
                yield Said(BOARD, (*path, side), "expression", stated, self._outer)
        yield from _loop(frame.repeat, (*path, "repeat"), self._outer)
        yield from _lets(frame.let, (*path, "let"), self._copy)
        yield from _worded(Used(BOARD, path, "frames", frame.id, self._names), frame.wording)
        yield from _strips(frame.strips, (*path, "strips"), self._names)
        yield from self._voting()
        yield from _link(frame.link_to, path, self._names)
        for number, zone in enumerate(frame.zones):
            yield from self._zone(zone, (*path, "zones", number))
        yield from self._table()
        for number, chrome in enumerate(frame.chrome):
            yield from _chrome(chrome, frame.id, (*path, "chrome", number), self._names)
        for number, seed in enumerate(frame.seeds):
            yield from self._seed(seed, (*path, "seeds", number))

    def _voting(self) -> Iterator[Found]:
        voting, path = self._frame.voting, (*self._path, "voting")
        if voting is None:
            return
        yield from _condition(voting.when, path, self._names)
        for number, sign in enumerate(voting.signs):
            yield from _condition(sign.when, (*path, "signs", number), self._names)
        if voting.numbers is not None:
            yield Said(BOARD, (*path, "numbers"), "expression", voting.numbers, self._names)
            yield Said(BOARD, (*path, "per_number"), "expression", voting.per_number, self._names)

    def _part(self, part: ZoneSpec | ColumnSpec, path: Path, names: Names) -> Iterator[Found]:
        yield from _condition(part.when, path, names)
        if part.box is not None:
            yield Said(BOARD, (*path, "box"), "box", part.box, names)
        yield Said(BOARD, (*path, "colour"), "template", part.colour, names)

    def _zone(self, zone: ZoneSpec, path: Path) -> Iterator[Found]:
        yield from _loop(zone.each, (*path, "each"), self._names)
        names = _looped(zone.each, self._names)
        yield from _lets(zone.let, (*path, "let"), names)
        names |= set(zone.let)
        for field, template in (("id", zone.id), ("symbol", zone.symbol)):
            if template is not None:
                yield Said(BOARD, (*path, field), "template", template, names)
        yield from self._part(zone, path, names)
        yield from self._texts("zones", zone.name, zone.wording, path, names)
        yield from _link(zone.link_to, path, names)

    def _table(self) -> Iterator[Found]:
        table = self._frame.table
        if table is None:
            return
        path: Path = (*self._path, "table")
        yield from _loop(table.rows, (*path, "rows"), self._names)
        row = {table.rows.over, "row", "rows"}
        for number, column in enumerate(table.columns):
            yield from self._column(column, (*path, "columns", number), frozenset(row))

    def _column(self, column: ColumnSpec, path: Path, row: Names) -> Iterator[Found]:
        yield from _loop(column.each, (*path, "each"), self._names)
        head = _looped(column.each, self._names)
        names = head | row
        yield from _lets(column.let, (*path, "let"), names)
        names |= set(column.let)
        if column.id is not None:
            yield Said(BOARD, (*path, "id"), "template", column.id, names)
        yield from self._part(column, path, head)
        yield from self._texts("zones", column.name, column.wording, path, head)
        for field, said in (("cell", column.cell), ("emphasis", column.emphasis)):
            if said is not None:
                yield Said(BOARD, (*path, field), "expression", said, names)
        yield from _link(column.link_to, path, names)

    def _seed(self, seed: SeedSpec, path: Path) -> Iterator[Found]:
        yield from _loop(seed.each, (*path, "each"), self._names)
        names = _looped(seed.each, self._names)
        yield from _lets(seed.let, (*path, "let"), names)
        names |= set(seed.let)
        yield from _condition(seed.when, path, names)
        yield Said(BOARD, (*path, "zone"), "template", seed.zone, names)
        if seed.colour is not None:
            yield Said(BOARD, (*path, "colour"), "template", seed.colour, names)
        if seed.row is not None:
            yield Said(BOARD, (*path, "row"), "expression", seed.row, names)
        if seed.text is not None:
            yield Said(BOARD, (*path, "text"), "expression", seed.text, names)
            return
        yield from self._texts("seeds", seed.text_name, seed.wording, path, names)

    def _texts(  # a text is named by all of these
        self,
        section: Section,
        name: str,
        wording: tuple[Wording, ...],
        path: Path,
        names: Names,
    ) -> Iterator[Found]:
        prefix = f"{self._frame.id}."
        yield from _worded(Used(BOARD, path, section, prefix + name, names), wording, prefix=prefix)
