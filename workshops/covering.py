"""What would be drawn over things that are there already, and must not hide them. Pure.

Miro draws the newest on top and has no other order: a background that is made late, because it was
missing or because making the board was interrupted, comes without its fill where something lies.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from board_templates.geometry import Box
from board_templates.plan import ItemKind, Plan, PlannedItem, Role
from harvest.items import FRAME, LiveItem
from workshops.building import item_keys

LOOSE = frozenset({Role.BLANK, Role.DOT, Role.CARRIER, Role.EXAMPLE})
"""What people are meant to move, and what therefore lies on backgrounds."""


def backgrounds(plan: Plan, settled: Collection[str]) -> frozenset[str]:
    """Return the keys of the shapes that are still to be drawn below what people move."""
    return frozenset(
        item.key
        for item in plan.items
        if item.kind is ItemKind.SHAPE and item.role not in LOOSE and item.key not in settled
    )


def covering(
    plan: Plan, made: Mapping[str, str], there: Iterable[LiveItem], late: Collection[str]
) -> frozenset[str]:
    """Return which of the `late` backgrounds would hide something that is there.

    `plan` lies where the board's items do; `made` are item ids by planned key. A frame that people
    moved takes its backgrounds along.
    """
    live = {one.id: one for one in there}
    ours = {made[key] for key in item_keys(plan) if key in made}
    loose = {made[item.key] for item in plan.items if item.role in LOOSE and item.key in made}
    seen = [
        one.box
        for one in live.values()
        if one.box is not None and one.type != FRAME and (one.id not in ours or one.id in loose)
    ]
    shifts = {one.key: _shift(one.box, live.get(made.get(one.key, ""))) for one in plan.frames}

    def hides(item: PlannedItem) -> bool:
        box = item.box.moved(*shifts.get(item.frame or "", (0.0, 0.0)))
        return any(box.overlaps(other) for other in seen)

    return frozenset(item.key for item in plan.items if item.key in late and hides(item))


def cleared(plan: Plan, keys: Collection[str]) -> Plan:
    """Return the plan with these shapes without a fill."""

    def clear(item: PlannedItem) -> PlannedItem:
        return replace(item, style=replace(item.style, fill=None)) if item.key in keys else item

    return replace(plan, items=tuple(map(clear, plan.items)))


def _shift(planned: Box, live: LiveItem | None) -> tuple[float, float]:
    if live is None or live.box is None:
        return 0.0, 0.0
    return live.box.x - planned.x, live.box.y - planned.y
