"""A board once it is recognised: its frames and zones as they lie now, and where each item is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median
from typing import Final, NamedTuple

from board_templates.plan import NO_PLAN, Plan, PlannedItem
from harvest.items import CARDS, STICKY, LiveItem, live_items
from harvest.placed import LiveFrame, LiveZone, MatchedBy, Reason
from harvest.placing.live_frames import live_frames, made_before, made_since
from harvest.placing.live_zones import live_zones
from harvest.placing.places import Places
from harvest.placing.recognition import Recognition, recognise
from harvest.placing.scene import Scene
from harvest.snapshot import Snapshot

_USUAL_NOTE: Final = 160


@dataclass(frozen=True)
class Planned:
    """What a board is read against.

    `plan` is null for a board nobody knows. `twins` are the same plan in other languages.
    `placed_by` is the ledger: planned keys by item id. `footer` is the item the plan was read
    from, `elsewhere` what other workshops made on this board. `assigned` are zone keys that
    people gave to items by hand.
    """

    plan: Plan | None
    twins: Sequence[Plan] = ()
    placed_by: Mapping[str, str] = field(default_factory=dict)
    footer: str | None = None
    elsewhere: Collection[str] = frozenset()
    assigned: Mapping[str, str] = field(default_factory=dict)


class Place(NamedTuple):
    """Where an item is: `zone` and `frame` are keys, `nearest` proposes a zone.

    `elsewhere` tells that it belongs to another workshop, or was there before this one.
    """

    zone: str | None = None
    frame: str | None = None
    reason: Reason | None = None
    nearest: str | None = None
    elsewhere: bool = False


@dataclass(frozen=True)
class LiveBoard:
    """A recognised board. `note_size` is the side of a note on it."""

    scene: Scene
    known: Recognition
    frames: Mapping[str, LiveFrame]
    zones: Mapping[str, LiveZone]
    note_size: float
    others: tuple[LiveItem, ...]
    _places: Places
    _since: datetime | None
    _assigned: Mapping[str, str]

    def planned(self, item: LiveItem) -> PlannedItem | None:
        """Return which planned item this one is, null for what people made."""
        return self.scene.planned_items.get(self.known.keys.get(item.id, ""))

    def zone_id(self, key: str | None) -> str | None:
        """Return the neutral id of a zone."""
        zone = self.zones.get(key or "")
        return zone.plan.id if zone else None

    def frame_id(self, key: str | None) -> str | None:
        """Return the neutral id of a frame."""
        frame = self.frames.get(key or "")
        return frame.plan.id if frame else None

    def place(self, item: LiveItem) -> Place:
        """Return where an item is: by its centre, without one by its parent, or as assigned."""
        found = self._where(item)
        if item.id in self.scene.elsewhere and not self._joined_us(item, found):
            return Place(elsewhere=True)
        zone = self._assigned.get(item.id)
        if zone is None or zone not in self.zones:
            return found
        reason = Reason.NEAREST if zone == found.nearest else Reason.ASSIGNED
        return Place(zone, self.zones[zone].plan.frame, reason)

    def _joined_us(self, item: LiveItem, found: Place) -> bool:
        """Tell whether somebody brought a note or a dot of another workshop into our frames."""
        return found.frame is not None and (item.type in {STICKY, *CARDS} or item.is_circle)

    def _where(self, item: LiveItem) -> Place:
        centre = item.centre
        if centre is None:
            return self._by_parent(item)
        zone = self._places.zone_at(centre)
        if zone is not None:
            return Place(zone, self.zones[zone].plan.frame, Reason.LIES_IN)
        frame = self._places.frame_at(centre)
        if self._places.is_elsewhere(centre):
            return Place(elsewhere=True)
        if frame is not None:
            return Place(frame=frame)
        return Place(
            nearest=self._places.nearest_zone(centre), elsewhere=made_before(item, self._since)
        )

    def _by_parent(self, item: LiveItem) -> Place:
        """Without a place only the parent tells the frame, and its zone if there is just one."""
        frame = next((key for key, live in self.frames.items() if live.item == item.frame), None)
        zones = [key for key, zone in self.zones.items() if frame and zone.plan.frame == frame]
        if item.frame is None or frame is None or len(zones) != 1:
            return Place(frame=frame if item.frame else None)
        return Place(zones[0], frame, Reason.CHILD_OF)


def live_board(snapshot: Snapshot, planned: Planned) -> LiveBoard:
    """Recognise a snapshot's board and find where everything lies."""
    scene = Scene(
        items=live_items(snapshot),
        plan=planned.plan or NO_PLAN,
        twins=planned.twins,
        placed_by=planned.placed_by,
        footer=planned.footer,
        elsewhere=frozenset(planned.elsewhere) - frozenset(planned.placed_by),
    )
    known = recognise(scene)
    frames = live_frames(scene, known)
    recognised = known.by is not MatchedBy.NONE
    zones = live_zones(scene, known, frames.ours) if recognised else {}
    size = float(scene.plan.note_size) or _note_size(scene.items)
    return LiveBoard(
        scene=scene,
        known=known,
        frames=frames.ours,
        zones=zones,
        note_size=size,
        others=frames.foreign,
        _places=Places(frames.ours, zones.values(), frames.foreign, reach=size),
        _since=made_since(scene, known),
        _assigned=planned.assigned,
    )


def _note_size(items: Iterable[LiveItem]) -> float:
    """Return the middle width of the sticky notes of a board without a plan."""
    widths = [item.box.width for item in items if item.type == STICKY and item.box is not None]
    return float(median(widths)) if widths else float(_USUAL_NOTE)
