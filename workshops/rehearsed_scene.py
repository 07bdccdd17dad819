"""The board while a script for people is written: what lies where, and what it is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from board_templates.geometry import Box, Point
from board_templates.plan import ItemKind, Plan, PlannedItem, PlannedZone, Role
from board_templates.shared_texts import SharedTexts
from workshops.cast import person
from workshops.errors import OurFault
from workshops.example import Act
from workshops.free_room import FreeRoom
from workshops.rehearsal import At, Named, Planned, What

DOT_SPACING = 42.0
DOT = 40.0
DOT_EDGE = 10.0
ZONE_EDGE = 60.0
BESIDE = 26.0
UNTAGGED_COLOUR = "gray"


class Scene:
    """The board while the script is written: what lies where, and what it is called."""

    def __init__(self, shared: SharedTexts, plan: Plan, facilitator: str) -> None:
        self._shared = shared
        self._plan = plan
        self._facilitator = facilitator
        self._frames = {frame.key: frame for frame in plan.frames}
        self._zones = {zone.key: zone for zone in plan.zones}
        self._items = {item.key: item for item in plan.items}
        self._room = FreeRoom()
        self._boxes: dict[str, Box] = {}
        self._changed: dict[str, Planned] = {}
        self._dots: Counter[tuple[str, str]] = Counter()
        self._dots_on: Counter[str] = Counter()
        for item in plan.items:
            if item.kind is not ItemKind.SHAPE or item.role is Role.DOT:
                self._room.take(item.key, item.box)

    # places

    def _where(
        self, act: Act, zone: PlannedZone | None, name: str, width: float, height: float
    ) -> At:
        spot = self._spot(act, zone, width, height)
        box = Box.around(spot, width, height)
        self._room.take(name, box)
        self._boxes[name] = box
        return At(spot.x, spot.y)

    def _spot(self, act: Act, zone: PlannedZone | None, width: float, height: float) -> Point:
        if "beside" in act:
            other = self._box(str(act["beside"]))
            return Point(other.right + width / 2, other.centre.y)
        area = zone.box if zone else self._area(act)
        if "at" in act:
            x, y = (float(part) for part in act["at"])
            return Point(area.x + x * area.width, area.y + y * area.height)
        return self._room.find(area, width, height)

    def _area(self, act: Act) -> Box:
        key = str(act.get("on") or act.get("off") or act.get("in") or "")
        if key not in self._frames:
            raise OurFault(reason=f"example.yaml: there is no zone or frame “{key}”")
        return self._frames[key].box

    def _on(self, target: str, box: Box, *, beside: bool) -> At:
        """Return a place for the next dot: on a note or at its edge, or low in a zone.

        Dots hang over the lower edge of a note, so that its text can still be read.
        """
        number = self._dots_on[target]
        self._dots_on[target] += 1
        if target in self._zones:
            across = max(1, int((box.width - 2 * ZONE_EDGE) // DOT_SPACING))
            column, row = number % across, number // across
            return At(
                box.x + ZONE_EDGE + column * DOT_SPACING,
                box.bottom - ZONE_EDGE - row * DOT_SPACING,
            )
        if beside:
            return At(box.right + BESIDE, box.y + BESIDE + number * DOT_SPACING)
        across = max(1, int(box.width // DOT))
        column, row = number % across, number // across
        dx = (column - (across - 1) / 2) * DOT
        return At(box.centre.x + dx, box.bottom - DOT_EDGE - row * DOT)

    def _frame_of(self, target: str, box: Box) -> str:
        if target in self._zones:
            return self._zones[target].frame
        return next((key for key, frame in self._frames.items() if frame.box.holds(box.centre)), "")

    def _title_at(self, name: str) -> str | None:
        key = self._frame_of(name, self._box(name))
        return self._frames[key].title if key else None

    def _tray(self, frame: str, sign: str) -> str:
        """Return the frame whose tray has such dots: the note's own, else any."""
        candidates = [frame, *self._frames]
        for key in candidates:
            if key and self._tray_dots(key, sign):
                return key
        raise OurFault(reason=f"example.yaml: no frame has dots “{sign}”")

    def _tray_dots(self, frame: str, sign: str) -> list[PlannedItem]:
        return [
            item
            for item in self._plan.items
            if item.role is Role.DOT and item.frame == frame and item.text == sign
        ]

    def _tray_dot(self, dot: PlannedItem) -> Planned:
        """Return a dot of a tray, by where it lies: others of its frame are moved away, or come."""
        near = At(dot.box.centre.x, dot.box.centre.y)
        title = self._frames[dot.frame].title if dot.frame else None
        return Planned(dot.text, title, "shape", shape="circle", near=near)

    # names

    def _who(self, act: Act) -> str:
        return person(str(act["who"]), self._facilitator)

    def _text(self, said: Any) -> str:  # noqa: ANN401  # YAML: a text, or one for each language
        if isinstance(said, Mapping):
            return str(said[self._plan.lang])
        return str(said)

    def _title(self, tag: str) -> tuple[str, str]:
        for planned in self._plan.tags:
            if planned.id == tag:
                return planned.title, planned.colour
        titles = self._shared.tag_titles(tag)
        return titles["en" if self._plan.lang == "en" else "et"], UNTAGGED_COLOUR

    def _zone(self, key: str) -> PlannedZone:
        if key not in self._zones:
            raise OurFault(reason=f"example.yaml: there is no zone “{key}”")
        return self._zones[key]

    def _box(self, name: str) -> Box:
        if name in self._boxes:
            return self._boxes[name]
        if name in self._items:
            return self._items[name].box
        return self._zone(name).box

    def _what(self, name: str) -> What:
        if name in self._boxes and name not in self._items:
            return Named(name)
        if name not in self._items:
            raise OurFault(reason=f"example.yaml: nothing is called “{name}”")
        return self._planned(name)

    def _planned(self, name: str) -> Planned:
        """Return what finds a planned item as it is by now."""
        centre = self._box(name).centre
        near = At(centre.x, centre.y)
        if name in self._changed:
            return replace(self._changed[name], near=near)
        item = self._items[name]
        title = self._frames[item.frame].title if item.frame else None
        equals = [
            other
            for other in self._plan.items
            if _looks_like(other, item) and self._is_as_planned(other, title)
        ]
        return Planned(item.text, title, item.kind.value, nth=equals.index(item), near=near)

    def _is_as_planned(self, item: PlannedItem, frame: str | None) -> bool:
        """Tell whether nobody has written on an item, nor taken it to another frame."""
        now = self._changed.get(item.key)
        return now is None or (now.text, now.frame) == (item.text, frame)


def _looks_like(one: PlannedItem, other: PlannedItem) -> bool:
    return (one.text, one.frame, one.kind) == (other.text, other.frame, other.kind)
