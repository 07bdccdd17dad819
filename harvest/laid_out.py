"""Notes that carry values of the brief and still lie where the plan laid them out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from board_templates.geometry import Point
from board_templates.plan import Plan, Role
from harvest.placed import LiveFrame, PlacedNote
from harvest.view import View

_STILL: Final = 10.0
"""A note within so many pixels of its planned place has not been moved."""

_Carried = tuple[str | None, Any, Any]


def as_laid_out(view: View) -> frozenset[int]:
    """Return the numbers of those notes: that they lie side by side says nothing about them.

    Of a plan read from a footer the notes of unknown text were known by their places already.
    """
    if view.plan is None:
        return frozenset()
    places = _places(view.plan)
    awaited = {
        (item.frame, item.origin.get("parameter"), item.origin.get("no"))
        for item in view.plan.awaited
        if item.origin
    }
    return frozenset(
        note.no
        for note in view.reading.notes
        if _carried(note) in awaited
        or _lies_at(note, view.reading.frames.get(note.frame or ""), places.get(_carried(note)))
    )


def _places(plan: Plan) -> Mapping[_Carried, Point]:
    """Return where each carried value was laid, from the corner of its frame."""
    corners = {frame.key: frame.box for frame in plan.frames}
    return {
        (item.frame, item.origin.get("parameter"), item.origin.get("no")): Point(
            item.box.centre.x - corners[item.frame].x, item.box.centre.y - corners[item.frame].y
        )
        for item in plan.items
        if item.role is Role.CARRIER and item.origin and item.frame in corners
    }


def _carried(note: PlacedNote) -> _Carried:
    origin = note.origin or {}
    return (note.frame, origin.get("parameter"), origin.get("no"))


def _lies_at(note: PlacedNote, frame: LiveFrame | None, place: Point | None) -> bool:
    if place is None or frame is None or not note.origin:
        return False
    across = note.box.centre.x - frame.box.x - place.x
    down = note.box.centre.y - frame.box.y - place.y
    return max(abs(across), abs(down)) <= _STILL
