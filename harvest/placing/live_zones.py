"""Zones as they lie on the board: where their shape is now, else where the plan puts them."""

from __future__ import annotations

from collections.abc import Mapping

from board_templates.geometry import Box
from board_templates.plan import PlannedItem, PlannedZone
from harvest.placed import LiveFrame, LiveZone
from harvest.placing.inside import expected
from harvest.placing.recognition import Recognition
from harvest.placing.scene import Scene


def live_zones(
    scene: Scene, known: Recognition, frames: Mapping[str, LiveFrame]
) -> Mapping[str, LiveZone]:
    """Return every planned zone of the frames, in the order of the plan.

    A zone is read a little beyond its shape, as planned. How far it has moved is measured against
    its frame, and only where the ledger knew both: the places of a plan read from a footer are
    not those of the board.
    """
    return {
        zone.key: _live(zone, scene, known, frames[zone.frame])
        for zone in scene.plan.zones
        if zone.frame in frames
    }


def _live(zone: PlannedZone, scene: Scene, known: Recognition, frame: LiveFrame) -> LiveZone:
    item = scene.by_id.get(known.ids.get(zone.shape_key, ""))
    planned = scene.planned_items.get(zone.shape_key)
    where = expected(zone.box, frame.plan.box, frame.box)
    if item is None or item.box is None or planned is None:
        return LiveZone(zone, where, None)
    certain = zone.shape_key in known.certain and zone.frame in known.certain
    moved = _moved(planned, item.box, frame) if certain else 0.0
    return LiveZone(zone, _around(item.box, planned, zone), moved)


def _around(shape: Box, planned: PlannedItem, zone: PlannedZone) -> Box:
    """Return the area that is read around a shape, with the planned margins."""
    left, top = planned.box.x - zone.box.x, planned.box.y - zone.box.y
    width = shape.width + zone.box.width - planned.box.width
    height = shape.height + zone.box.height - planned.box.height
    return Box(shape.x - left, shape.y - top, width, height)


def _moved(planned: PlannedItem, live: Box, frame: LiveFrame) -> float:
    across = (live.centre.x - frame.box.x) - (planned.box.centre.x - frame.plan.box.x)
    down = (live.centre.y - frame.box.y) - (planned.box.centre.y - frame.plan.box.y)
    return round(float((across * across + down * down) ** 0.5), 2)
