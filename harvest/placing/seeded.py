"""Notes that a footer only tells to be there, known by lying where the workshop put them.

A footer holds no words of people, so their texts can't tell. But notes are laid out one beside the
other from the corner of their zone, and a copy keeps every place. One that was moved is read as
written by people: nothing on a copy says otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from board_templates.geometry import Box, Point
from board_templates.plan import ItemKind, PlannedItem, Role
from harvest.items import STICKY, LiveItem
from harvest.placing.grid import Grid
from harvest.placing.scene import Scene
from harvest.placing.wordings import UNKNOWN

_SAME_PLACE: Final = 3.0
"""How far a note may lie from its place, in pixels: rounding, no hand."""

_NEXT_ROW: Final = 16.0
"""How far under a row the next one begins at most, in pixels."""


def by_seeds(scene: Scene, known: Mapping[str, str]) -> Mapping[str, str]:
    """Return the notes that still lie where those of unknown text were put, in known zones."""
    rows = _rows(scene)
    if not rows:
        return {}
    notes = _notes(scene, known)
    shapes = {key: scene.by_id[item].box for item, key in known.items()}
    found: dict[str, str] = {}
    for zone, seeds in rows.items():
        shape = scene.planned_zones[zone].shape_key
        live = shapes.get(shape)
        if live is not None:
            walk = _Walk(scene.planned_items[shape].box, live, notes)
            found.update(walk.found(seeds))
    taken = set(known.values())
    return {item: key for item, key in found.items() if item not in known and key not in taken}


def _rows(scene: Scene) -> Mapping[str, Sequence[PlannedItem]]:
    """Return the seeds of each zone that has one of unknown text, as they were laid out."""
    plan = scene.plan
    zones = {item.zone for item in (*plan.awaited, *filter(_is_unknown, plan.items))}
    seeds: dict[str, list[PlannedItem]] = defaultdict(list)
    for item in (*plan.items, *plan.awaited):
        laid = item.kind is ItemKind.NOTE and item.role is not Role.BLANK
        if laid and item.zone is not None and item.zone in zones:
            seeds[item.zone].append(item)
    return {zone: sorted(laid, key=_reading) for zone, laid in seeds.items()}


def _is_unknown(item: PlannedItem) -> bool:
    return item.role is Role.CARRIER and item.kind is ItemKind.NOTE and UNKNOWN in item.text


def _reading(item: PlannedItem) -> tuple[float, float]:
    return item.box.y, item.box.x


def _notes(scene: Scene, known: Mapping[str, str]) -> Grid[LiveItem]:
    """Return the sticky notes, those whose words are known too: others lie beside them."""
    grid: Grid[LiveItem] = Grid()
    for item in scene.items:
        key = known.get(item.id)
        planned = scene.planned_items.get(key) if key else None
        blank = planned is not None and planned.role is Role.BLANK
        if item.type == STICKY and item.box and not blank and item.id not in scene.elsewhere:
            grid.add(item.box, item)
    return grid


@dataclass
class _Walk:
    """Goes from note to note of one zone: each begins where the one before it ends.

    Notes of long texts are larger than planned here, so the others stand farther, or in a row of
    their own. `planned` and `live` are the shape of the zone.
    """

    planned: Box
    live: Box
    notes: Grid[LiveItem]

    def found(self, seeds: Sequence[PlannedItem]) -> Iterator[tuple[str, str]]:
        """Yield the notes that lie where seeds were put, with the keys of those."""
        first = seeds[0].box
        gap = first.x - self.planned.x
        left, top = self.live.x + gap, self.live.y + first.y - self.planned.y
        x, y, bottom = left, top, top
        taken: set[str] = set()
        for seed in seeds:
            item = self._at(seed, x, y, taken) or self._under(seed, left, bottom, taken)
            if item is None or item.box is None:
                x, bottom = x + seed.box.width + gap, max(bottom, y + seed.box.height)
                continue
            taken.add(item.id)
            yield item.id, seed.key
            row = y
            y = item.box.y
            bottom = (
                max(bottom, item.box.bottom) if abs(y - row) <= _SAME_PLACE else item.box.bottom
            )
            x = item.box.right + gap

    def _at(self, seed: PlannedItem, x: float, y: float, taken: set[str]) -> LiveItem | None:
        """Return the note whose corner is here; the widest stand as far left as their zone asks."""
        for box, item in self.notes.around(Point(x + _SAME_PLACE, y + 2 * _SAME_PLACE)):
            corner = min(x, max(self.live.x, self.live.right - box.width))
            near = abs(box.x - corner) <= _SAME_PLACE and abs(box.y - y) <= _SAME_PLACE
            if near and item.id not in taken and item.colour == seed.style.fill:
                return item
        return None

    def _under(
        self, seed: PlannedItem, left: float, bottom: float, taken: set[str]
    ) -> LiveItem | None:
        """Return the note that begins the next row."""
        if not taken:
            return None
        for box, item in self.notes.around(Point(left + _SAME_PLACE, bottom + 2 * _NEXT_ROW)):
            near = abs(box.x - left) <= _SAME_PLACE and 0 <= box.y - bottom <= _NEXT_ROW
            if near and item.id not in taken and item.colour == seed.style.fill:
                return item
        return None
