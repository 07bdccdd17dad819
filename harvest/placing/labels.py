"""Zones found by their labels within their frame."""

from __future__ import annotations

from collections.abc import Mapping

from board_templates.geometry import Box
from board_templates.plan import PlannedZone
from harvest.items import LiveItem
from harvest.placing.inside import expected, live_frame_boxes, shapes_by_frame
from harvest.placing.scene import Scene

_OPEN_END = "…"


def zones_by_label(scene: Scene, known: Mapping[str, str]) -> Mapping[str, str]:
    """Return the shapes whose text is that of a zone, or begins with its label.

    What people added under the label, or put in the place of "…", does not matter. Of several
    shapes the one whose text is nearest to the planned one wins, then the one nearest in place.
    """
    taken = set(known.values())
    shapes = shapes_by_frame(scene, known)
    frames = live_frame_boxes(scene, known)
    found: dict[str, str] = {}
    for zone in scene.plan.zones:
        if zone.shape_key in taken or zone.frame not in frames:
            continue
        where = expected(zone.box, scene.planned_frames[zone.frame].box, frames[zone.frame])
        free = [shape for shape in shapes.get(zone.frame, ()) if shape.id not in found]
        if best := _best(scene, zone, free, where):
            found[best.id] = zone.shape_key
    return found


def _best(scene: Scene, zone: PlannedZone, shapes: list[LiveItem], where: Box) -> LiveItem | None:
    labels = _starts(scene, zone)
    whole = scene.words.get(zone.shape_key, frozenset())
    likely = [
        (shape.folded not in whole, _away(shape, where), shape.id, shape)
        for shape in shapes
        if shape.folded and any(shape.folded.startswith(label) for label in labels)
    ]
    return min(likely)[-1] if likely else None


def _starts(scene: Scene, zone: PlannedZone) -> frozenset[str]:
    """Return how the text of the zone's shape begins; nothing for a cell without a label."""
    whole = scene.words.get(zone.shape_key, frozenset())
    labels = scene.labels.get(zone.key, frozenset())
    starts = (label.split(_OPEN_END)[0] for label in labels)
    return frozenset(
        start for start in starts if start and any(text.startswith(start) for text in whole)
    ) or frozenset(text for text in whole if text and not labels)


def _away(shape: LiveItem, where: Box) -> float:
    centre = shape.centre
    if centre is None:
        return float("inf")
    return abs(centre.x - where.centre.x) + abs(centre.y - where.centre.y)
