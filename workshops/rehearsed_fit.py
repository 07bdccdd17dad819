"""An example on a board other than its own: what people can do there, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from board_templates.plan import Plan, Role
from workshops.example import Act, Example

FIRST = "#1"
NAMING = ("move", "colour", "tag", "dot", "copy", "edit", "delete", "in", "on", "off")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An act that cannot be done on a board, for want of what it names."""

    number: int
    missing: str


def fitted(example: Example, plan: Plan) -> tuple[Example, tuple[LeftOut, ...]]:
    """Return what of an example can be done on a board, and each act that is left out.

    Acts are counted from 1. A board for fewer groups lacks places of the others. What is done in
    the only frame of one kind is done in the first group's where there are several, and the other
    way round. Give it an example that is right on its own board: a misspelt name is missing too.
    """
    fit = _Fit(plan)
    acts: list[dict[str, Any]] = []
    left_out: list[LeftOut] = []
    for number, act in enumerate(example.acts, start=1):
        missing = fit.missing(act)
        if missing is None:
            acts.append(fit.taken(act))
        else:
            left_out.append(LeftOut(number, missing))
    return example.model_copy(update={"acts": tuple(acts)}), tuple(left_out)


class _Fit:
    """The names there are on a board, with those that people give to what they make."""

    def __init__(self, plan: Plan) -> None:
        self._names = {
            *(frame.key for frame in plan.frames),
            *(zone.key for zone in plan.zones),
            *(item.key for item in plan.items),
        }
        self._signs = {item.text for item in plan.items if item.role is Role.DOT}

    def missing(self, act: Act) -> str | None:
        """Return the first name of an act that is not there."""
        named = (name for _, name in _named(act) if self._here(name) not in self._names)
        sign = str(act.get("number", act.get("sign", "")))
        if "dot" in act and sign not in self._signs:
            return next(named, sign)
        return next(named, None)

    def taken(self, act: Act) -> dict[str, Any]:
        """Return an act by the names of this board, and know what it makes."""
        if "as" in act:
            self._names.add(str(act["as"]))
        changed: dict[str, Any] = {field: self._here(name) for field, name in _named(act)}
        if "connect" in act:
            changed["connect"] = [self._here(str(end)) for end in act["connect"]]
        return {**act, **changed}

    def _here(self, name: str) -> str:
        """Return what a name is on this board: one frame for all, or one for each group."""
        frame, dot, rest = name.partition(".")
        other = frame.removesuffix(FIRST) if frame.endswith(FIRST) else frame + FIRST
        found = f"{other}{dot}{rest}"
        return name if name in self._names or found not in self._names else found


def _named(act: Act) -> Iterator[tuple[str, str]]:
    """Yield what an act names, by the field that says it."""
    for field in NAMING:
        if field in act and not (field == "colour" and "write" in act):  # there it is the note's
            yield field, str(act[field])
    if "to" in act and ("move" in act or "copy" in act):  # else it is a text or a colour
        yield "to", str(act["to"])
    if isinstance(act.get("beside"), str):
        yield "beside", act["beside"]
    for end in act.get("connect", ()):
        yield "connect", str(end)
