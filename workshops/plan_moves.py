"""A plan put where it stands on its board. Pure."""

from __future__ import annotations

from dataclasses import replace

from board_templates.geometry import Point
from board_templates.plan import Plan


def moved(plan: Plan, origin: Point) -> Plan:
    """Return the plan with every place counted from the board's centre."""
    if origin == Point(0.0, 0.0):
        return plan
    x, y = origin.x, origin.y
    return replace(
        plan,
        frames=tuple(replace(one, box=one.box.moved(x, y)) for one in plan.frames),
        zones=tuple(replace(one, box=one.box.moved(x, y)) for one in plan.zones),
        items=tuple(replace(one, box=one.box.moved(x, y)) for one in plan.items),
    )
